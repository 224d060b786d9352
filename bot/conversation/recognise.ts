import { addressesOf, matchPerson, objectIdOf } from '../../domain/people/match.ts';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Place } from '../../domain/people/place.ts';
import type { Directory } from '../../models/people/directory.ts';
import type { Sender } from './arrival.ts';

/** Somebody who is known, and whether the bot has met them here just now, so that words may wait for them. */
export interface Recognised {
  person: Person;
  isNewHere: boolean;
}

/** The person behind a platform's user: known from before, or found in the organisation list by `matchPerson`. */
export async function recognise(
  directory: Directory,
  organisation: Organisation,
  sender: Sender,
): Promise<Recognised | null> {
  const { platform, place } = sender;
  const met = await knownPerson(directory, organisation, sender);
  const known =
    met ?? ((await directory.lookAgain(organisation.id)) ? await knownPerson(directory, organisation, sender) : null);
  if (known) {
    if (place && (known.chat !== platform || !samePlace(known.places[platform], place))) {
      await directory.rememberChat(organisation.id, known, platform, place, true);
    }
    return { person: known, isNewHere: place !== null && known.places[platform] === undefined };
  }
  const listed = await listedPerson(directory, organisation, sender);
  if (listed && place) await directory.rememberChat(organisation.id, listed, platform, place, true);
  return listed && { person: listed, isNewHere: place !== null };
}

/** Found by the user id alone: met before as the platform's user, or by the object id that the list has. */
async function knownPerson(directory: Directory, { id }: Organisation, sender: Sender): Promise<Person | null> {
  const { platform, user } = sender;
  const all = await directory.peopleAt(id, platform, user);
  const met = all.filter(({ places }) => places[platform] && (sender.isAt?.(places[platform]) ?? true));
  const objectId = objectIdOf(sender);
  if (objectId === null) return met[0] ?? null;
  const listed = await directory.personByEntraId(id, objectId);
  const either = new Map([...met, ...(listed ? [listed] : [])].map((person) => [person.id, person]));
  return matchPerson({ ...unknownIdentity, entraObjectId: objectId }, [...either.values()]);
}

const unknownIdentity = { email: null, upn: null, employeeNumber: null, entraObjectId: null };

/**
 * Found by the addresses that the platform has proved, e-mail and user principal name. Somebody with another object id is
 * another person, and somebody who has left is a stranger, of whom nothing changes by writing.
 */
async function listedPerson(directory: Directory, { id }: Organisation, sender: Sender): Promise<Person | null> {
  const profile = await sender.profile();
  if (!profile || profile.guest) return null;
  const { email, upn } = profile;
  const identity = { ...unknownIdentity, email, upn, entraObjectId: objectIdOf(sender) };
  const addresses = addressesOf(identity);
  if (addresses.length === 0) return null;
  return matchPerson(identity, await directory.peopleByAddress(id, addresses));
}

/** A place that was closed to the bot is not the same any more: the person has come back. */
function samePlace(one: Place | undefined, other: Place): boolean {
  return (
    one !== undefined && one.closed === undefined && Object.entries(other).every(([key, value]) => one[key] === value)
  );
}
