import type { World } from '../../ports.ts';
import { noAdministration } from '../administrations.ts';
import { formerAddress, newcomer, type PersonChange } from '../import/list-change.ts';
import { savePeople } from '../import/save-people.ts';
import { addressesOf, matchPerson, objectIdOf } from '../match.ts';
import type { Person } from '../person.ts';
import type { JoinRequest } from './join-request.ts';

/**
 * Lets in a person who is not on the list, as a leader, and gives them as stored. A person who left and matches by
 * `matchPeople` gets their own requests back; one who has come onto the list meanwhile keeps what the list says.
 * Another person with the same address loses it.
 */
export async function admit(
  world: World,
  { platform, place, name, email: given }: Pick<JoinRequest, 'platform' | 'place' | 'name' | 'email'>,
): Promise<Person> {
  const email = given.toLowerCase();
  const known = await world.people.known();
  const entraObjectId = objectIdOf({ platform, user: place.user });
  const before = matchPerson({ email, upn: null, entraObjectId, employeeNumber: null }, known);
  const met = { chat: platform, met: true, places: { ...before?.places, [platform]: place } };
  const after: Person = before?.active
    ? { ...before, ...met }
    : {
        ...newcomer,
        ...unknownIds,
        id: world.newId(),
        ...before,
        ...leader,
        name,
        email,
        ...met,
        active: true,
        letIn: true,
      };
  const others = known.filter((person) => person !== before && !before?.active && addressesOf(person).includes(email));
  await savePeople(world, [{ before, after }, ...others.map((person) => withoutAddress(person, email))]);
  return after;
}

function withoutAddress(before: Person, address: string): PersonChange {
  const { id, email, upn } = before;
  const isOwn = email.toLowerCase() === address;
  return { before, after: { ...before, email: isOwn ? formerAddress(id) : email, upn: isOwn ? upn : null } };
}

const leader = {
  roles: ['leader'],
  administration: '',
  administrationId: noAdministration,
  institution: '',
  unit: null,
  managerEmail: null,
  managerId: null,
  language: null,
} as const;

const unknownIds = { entraObjectId: null, upn: null, employeeNumber: null };
