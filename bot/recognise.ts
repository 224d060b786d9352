import type { Organisation, Person, Place } from '../domain/organisation.ts';
import type { Directory } from '../models/directory.ts';
import type { Sender } from './answer.ts';

/** The person behind a platform's user: known from before, or found in the organisation list by e-mail. */
export async function recognise(
  directory: Directory,
  organisation: Organisation,
  sender: Sender,
): Promise<Person | null> {
  const { platform, place, user } = sender;
  const known = await directory.personAt(organisation.id, platform, user);
  if (known) {
    if (place && (known.chat !== platform || !samePlace(known.places[platform], place))) {
      await directory.settle(organisation.id, known, platform, place, true);
    }
    return known;
  }
  const profile = await sender.profile();
  const listed =
    !profile || profile.email === null || profile.guest
      ? null
      : await directory.personByEmail(organisation.id, profile.email);
  if (listed && place) await directory.settle(organisation.id, listed, platform, place, true);
  return listed;
}

function samePlace(one: Place | undefined, other: Place): boolean {
  return one !== undefined && Object.entries(other).every(([key, value]) => one[key] === value);
}
