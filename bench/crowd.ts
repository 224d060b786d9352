import type { Database } from '../bot/database/database.ts';
import { personIdOf } from '../domain/ids.ts';
import type { Person } from '../domain/people/person.ts';
import { toStored } from '../models/stored.ts';
import { identify, type SimulatedPerson } from '../simulator/people.ts';

/**
 * Makes a person of a large municipality who is like the first of the sample but for what is given.
 * @param manager the name of the person's manager, who is made in the same way
 */
export function personLike(
  [template]: readonly Person[],
  name: string,
  roles: Person['roles'],
  manager: string | null,
): Person {
  if (!template) throw new Error('the sample municipality has no people');
  return {
    ...template,
    id: personIdOf(name),
    email: `${name}@fjordby.example`,
    name,
    roles,
    unit: null,
    managerId: manager === null ? null : personIdOf(manager),
    managerEmail: manager === null ? null : `${manager}@fjordby.example`,
    entraObjectId: null,
    upn: null,
  };
}

/** Somebody who uses Teams alone. */
export const inTeams = ({ email, name }: Person): SimulatedPerson => ({
  email,
  name,
  language: 'da',
  title: '',
  installs: ['teams'],
});

/** Stores these people in place of all others, and gives them as they are after they have met the bot in Teams. */
export async function storeInTeams(
  { stored }: Database,
  organisation: string,
  people: readonly Person[],
  simulatorUrl: string,
): Promise<Person[]> {
  const all = people.map((person) => withChat(person, `${simulatorUrl}/teams/`));
  await stored.people.deleteMany({});
  await stored.people.collection.insertMany(all.map((person) => toStored(organisation, person)) as never);
  return all;
}

/** The same person after they have met the bot in the simulated Teams. */
function withChat(person: Person, serviceUrl: string): Person {
  const { conversation, aadObjectId: user, teamsId: account } = identify(inTeams(person));
  return { ...person, chat: 'teams', places: { teams: { kind: 'personal', conversation, serviceUrl, user, account } } };
}
