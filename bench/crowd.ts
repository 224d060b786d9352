import { personIdOf } from '../domain/ids.ts';
import type { Person } from '../domain/people/person.ts';
import { identify, type SimulatedPerson } from '../simulator/people.ts';

/**
 * Makes a person of a large municipality who is like one of the sample but for what is given.
 * @param manager the name of the person's manager, who is made in the same way
 */
export function personLike(template: Person, name: string, roles: Person['roles'], manager: string | null): Person {
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

/** The same person after they have met the bot in the simulated Teams. */
export function withChat(person: Person, serviceUrl: string): Person {
  const { conversation, aadObjectId: user, teamsId: account } = identify(inTeams(person));
  return { ...person, chat: 'teams', places: { teams: { kind: 'personal', conversation, serviceUrl, user, account } } };
}
