import type { Organisation } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Place } from '../../domain/people/place.ts';
import type { Directory } from '../../models/people/directory.ts';
import type { Sender } from './arrival.ts';

/** The person behind a platform's user: known from before, or found in the organisation list. */
export async function recognise(
  directory: Directory,
  organisation: Organisation,
  sender: Sender,
): Promise<Person | null> {
  const { platform, place, user } = sender;
  const met = await directory.peopleAt(organisation.id, platform, user);
  const known = met.find(({ places }) => places[platform] && (sender.isAt?.(places[platform]) ?? true));
  if (known) {
    if (place && (known.chat !== platform || !samePlace(known.places[platform], place))) {
      await directory.rememberChat(organisation.id, known, platform, place, true);
    }
    return known;
  }
  const listed = await listedPerson(directory, organisation, sender);
  if (listed && place) await directory.rememberChat(organisation.id, listed, platform, place, true);
  return listed;
}

/** Found by the id that the list may have from Entra ID, else by the e-mail address that the platform has proved. */
async function listedPerson(directory: Directory, { id }: Organisation, sender: Sender): Promise<Person | null> {
  const byId = sender.platform === 'teams' ? await directory.personByEntraId(id, sender.user) : null;
  if (byId) return byId;
  const profile = await sender.profile();
  if (!profile || profile.email === null || profile.guest) return null;
  const byEmail = await directory.personByEmail(id, profile.email);
  // Somebody who has left is a stranger, and nothing of theirs changes by writing.
  return byEmail?.active ? byEmail : null;
}

function samePlace(one: Place | undefined, other: Place): boolean {
  return one !== undefined && Object.entries(other).every(([key, value]) => one[key] === value);
}
