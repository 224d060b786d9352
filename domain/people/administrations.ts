import type { AdministrationId, PersonId } from '../ids.ts';
import { idFromName } from '../text/id-from-name.ts';

/** Of somebody whom an administrator let in and the list does not name. */
export const noAdministration = '' as AdministrationId;

/** Somebody of the organisation and the administration that they belong to. */
export interface Member {
  id: PersonId;
  administration: string;
  administrationId: AdministrationId;
}

/** A row of a new list: the person that it is about, when they are known, and the name of their administration. */
export interface ListedMember {
  id: PersonId | null;
  administration: string;
}

export interface Administrations {
  /** The id of each administration of the list by its name there. */
  ids: ReadonlyMap<string, AdministrationId>;
  /** The same administration under another name: it keeps its people and its requests. */
  renamed: ReadonlyArray<{ id: AdministrationId; from: string; to: string }>;
  added: readonly string[];
  gone: readonly string[];
}

/**
 * Which administrations a new list names. One is known by its name; a new name is the new name of an old one when exactly
 * the same people stand under it, as far as they were and are on the list. Anything less clear is one that is gone and
 * one that is added.
 * @param known everybody who is or was on the list
 */
export function administrationsOf(known: readonly Member[], listed: readonly ListedMember[]): Administrations {
  const idOfName = new Map(known.map(({ administration, administrationId }) => [administration, administrationId]));
  const before = new Map(known.map((member) => [member.id, member]));
  const names = new Set(listed.map(({ administration }) => administration));
  const isGone = ({ administration }: Member) => administration !== '' && !names.has(administration);

  const ids = new Map<string, AdministrationId>();
  const renamed: Array<{ id: AdministrationId; from: string; to: string }> = [];
  const added: string[] = [];
  const taken = new Set<string>(known.map(({ administrationId }) => administrationId));
  for (const name of names) {
    const id = idOfName.get(name);
    if (id !== undefined) {
      ids.set(name, id);
      continue;
    }
    const from = sameUnderAnotherName(name);
    if (from) renamed.push({ id: from.administrationId, from: from.administration, to: name });
    else added.push(name);
    const given = from?.administrationId ?? idFromName<AdministrationId>(name, taken, 'forvaltning');
    taken.add(given);
    ids.set(name, given);
  }
  const kept = new Set(ids.values());
  const gone = new Set(
    known.filter((one) => isGone(one) && !kept.has(one.administrationId)).map((one) => one.administration),
  );
  return { ids, renamed, added, gone: [...gone] };

  /** Anybody of the administration whose new name this is; null when it is not clear. */
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
