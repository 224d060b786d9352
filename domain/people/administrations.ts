import type { AdministrationId, PersonId } from '../ids.ts';
import { idFromName } from '../text/id-from-name.ts';

/** The administration of a person whom an administrator let in and whom the list does not name. */
export const noAdministration = '' as AdministrationId;

/** A person of the organisation, with the administration that they belong to. */
export interface Member {
  id: PersonId;
  administration: string;
  administrationId: AdministrationId;
}

/** A row of a new list: the id of its person, when they are known, and the name of their administration. */
export interface ListedMember {
  id: PersonId | null;
  administration: string;
}

export interface Administrations {
  /** The id of each administration, by the name that the list gives it. */
  ids: ReadonlyMap<string, AdministrationId>;
  /** The administrations that have a new name and keep their people and requests. */
  renamed: ReadonlyArray<{ id: AdministrationId; from: string; to: string }>;
}

/**
 * Finds the administrations that a new list names. An administration is known by its name. A new name counts as a
 * renaming of an old one when exactly the same people stand under it, as far as they were and are on the list. A less
 * clear case counts as one administration gone and one added.
 * @param known everybody who is or was on the list
 */
export function administrationsOf(known: readonly Member[], listed: readonly ListedMember[]): Administrations {
  const idOfName = new Map(known.map(({ administration, administrationId }) => [administration, administrationId]));
  const before = new Map(known.map((member) => [member.id, member]));
  const names = new Set(listed.map(({ administration }) => administration));
  const isGone = ({ administration }: Member) => administration !== '' && !names.has(administration);

  const ids = new Map<string, AdministrationId>();
  const renamed: Array<{ id: AdministrationId; from: string; to: string }> = [];
  const taken = new Set<string>(known.map(({ administrationId }) => administrationId));
  for (const name of names) {
    const id = idOfName.get(name);
    if (id !== undefined) {
      ids.set(name, id);
      continue;
    }
    const from = sameUnderAnotherName(name);
    if (from) renamed.push({ id: from.administrationId, from: from.administration, to: name });
    const given = from?.administrationId ?? idFromName<AdministrationId>(name, taken, 'forvaltning');
    taken.add(given);
    ids.set(name, given);
  }
  return { ids, renamed };

  /** Gives a member of the administration that has this new name; null when it is not clear which one it is. */
  function sameUnderAnotherName(name: string): Member | null {
    const came = listed.flatMap((one) => {
      const member = one.administration === name && one.id !== null ? before.get(one.id) : undefined;
      return member ? [member] : [];
    });
    const [first] = came;
    if (!first || !isGone(first) || came.some((one) => one.administrationId !== first.administrationId)) return null;
    const elsewhere = listed.some(
      (one) =>
        one.administration !== name &&
        one.id !== null &&
        before.get(one.id)?.administrationId === first.administrationId,
    );
    return elsewhere ? null : first;
  }
}
