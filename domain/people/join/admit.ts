import type { PersonId } from '../../ids.ts';
import type { World } from '../../ports.ts';
import { noAdministration } from '../administrations.ts';
import { formerAddress, newcomer, type PersonChange } from '../import/list-change.ts';
import { keptChats } from '../import/plan-import.ts';
import { savePeople } from '../import/save-people.ts';
import { addressesOf, hasOtherName, type Identity, matchPeople, matchPerson, objectIdOf } from '../match.ts';
import type { Person } from '../person.ts';
import type { JoinRequest } from './join-request.ts';

/**
 * Lets in a person who is not on the list, as a leader, and gives them as stored. A person who left and matches by
 * `matchPeople` gets their own requests back, but not by an address under another name: the address may be inherited.
 * One who has come onto the list meanwhile keeps what the list says. Another person with the same address loses it.
 */
export async function admit(
  world: World,
  { platform, place, name, email: given }: Pick<JoinRequest, 'platform' | 'place' | 'name' | 'email'>,
): Promise<Person> {
  const id: PersonId = world.newId();
  // A platform may know no address of somebody; every person has one of their own.
  const email = given === '' ? formerAddress(id) : given.toLowerCase();
  const known = await world.people.known();
  const entraObjectId = objectIdOf({ platform, user: place.user });
  const before = formerSelf({ email, upn: null, entraObjectId, employeeNumber: null }, name, known);
  const met = { chat: platform, met: true, places: { ...before?.places, [platform]: place } };
  const after: Person = before?.active
    ? { ...before, ...met }
    : {
        ...newcomer,
        ...unknownIds,
        id,
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

/** Gives the active person who has asked to join, when the list names them by now; null when it does not. */
export async function listedAs(
  world: World,
  { platform, place, email }: Pick<JoinRequest, 'platform' | 'place' | 'email'>,
): Promise<Person | null> {
  const entraObjectId = objectIdOf({ platform, user: place.user });
  const listed = (await world.people.all()).filter(({ letIn }) => !letIn);
  return matchPerson({ email: email || null, upn: null, entraObjectId, employeeNumber: null }, listed);
}

function formerSelf(identity: Identity, name: string, known: readonly Person[]): Person | null {
  const match = matchPeople([identity], known).matched.get(identity);
  if (!match) return null;
  return !match.person.active && hasOtherName(name, match) ? null : match.person;
}

function withoutAddress(before: Person, address: string): PersonChange {
  const { id, email, upn, entraObjectId } = before;
  const after = {
    ...before,
    ...keptChats(new Set(), before, entraObjectId, true),
    email: email.toLowerCase() === address ? formerAddress(id) : email,
    upn: upn?.toLowerCase() === address ? null : upn,
  };
  return { before, after };
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
