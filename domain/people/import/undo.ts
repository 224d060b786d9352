import { platforms } from '../../vocabulary.ts';
import { addressesOf } from '../match.ts';
import type { Person } from '../person.ts';
import type { ClosedUnit } from '../unit.ts';
import { changedFields, formerAddress, isSame, type ListField, type PersonChange } from './list-change.ts';

type ListState = Pick<Person, ListField>;

/** One person's fields that an import changed, before and after it: enough to undo it. */
export interface KeptChange {
  id: Person['id'];
  /** Null for somebody whom the import added. */
  before: Partial<ListState> | null;
  after: Partial<ListState>;
}

/** Gives the changed fields of one person. */
export function keptChange(change: PersonChange): KeptChange {
  const { before, after } = change;
  const fields = changedFields(change);
  return { id: after.id, before: before && pick(before, fields), after: pick(after, fields) };
}

/**
 * Puts people back to what they were before an import. A fact that has become another since stays: somebody who was
 * shut out is not let in again. People whom the import added are no longer active, and keep what they sent. Nobody comes
 * back to a unit that is closed, or to a chat that is another person's by now.
 */
export function planUndo(
  kept: readonly KeptChange[],
  known: readonly Person[],
  closedUnits: readonly ClosedUnit[],
): PersonChange[] {
  const byId = new Map(known.map((person) => [person.id, person]));
  const users = usersOf(known);
  const closed = new Set<string>(closedUnits.map(({ id }) => id));
  const restored = kept.flatMap((change): PersonChange[] => {
    const before = byId.get(change.id);
    if (!before) return [];
    if (!change.before) return [{ before, after: { ...before, active: false } }];
    const then = { ...before, ...change.before };
    const fields = (Object.keys(change.before) as ListField[]).filter(
      (field) =>
        isSame(before[field], change.after[field]) &&
        !(field === 'unit' && closed.has(then.unit ?? '')) &&
        !(isChat(field) && isOthers(users, then)),
    );
    return [{ before, after: { ...before, ...pick(then, fields) } }];
  });
  return withOneOwnerOfEachAddress(restored, known).filter((change) => changedFields(change).length > 0);
}

const isChat = (field: ListField) => field === 'places' || field === 'chat';

const placesOf = ({ places }: Pick<Person, 'places'>) =>
  platforms.flatMap((platform) => {
    const user = places[platform]?.user;
    return typeof user === 'string' ? [`${platform} ${user.toLowerCase()}`] : [];
  });

/** The person of each platform's user. */
function usersOf(known: readonly Person[]): Map<string, Person['id']> {
  return new Map(known.flatMap((person) => placesOf(person).map((user) => [user, person.id] as const)));
}

function isOthers(users: ReadonlyMap<string, Person['id']>, then: Person): boolean {
  return placesOf(then).some((user) => (users.get(user) ?? then.id) !== then.id);
}

/** An address goes back to whom it belonged; somebody active who has it by now keeps it. */
function withOneOwnerOfEachAddress(changes: readonly PersonChange[], known: readonly Person[]): PersonChange[] {
  const touched = new Set(changes.map(({ after }) => after.id));
  const untouched = known.filter(({ id }) => !touched.has(id)).map((before) => ({ before, after: before }));
  const all: PersonChange[] = [...changes, ...untouched];
  // People with a better claim come first.
  const claim = ({ before, after: { active, email } }: PersonChange) => {
    const hasItNow = isSame(before?.email, email);
    return active ? (hasItNow ? 3 : 2) : hasItNow ? 0 : 1;
  };
  const taken = new Set<string>();
  const given = new Map<PersonChange, PersonChange>();
  for (const change of all.toSorted((one, other) => claim(other) - claim(one))) {
    const { before, after } = change;
    const email = taken.has(after.email.toLowerCase()) ? formerAddress(after.id) : after.email;
    const upn = after.upn && taken.has(after.upn.toLowerCase()) ? null : after.upn;
    for (const address of addressesOf({ email, upn })) taken.add(address);
    given.set(change, { before, after: { ...after, email, upn } });
  }
  return all.map((change) => given.get(change) ?? change);
}

function pick(person: Person, fields: readonly ListField[]): Partial<ListState> {
  return Object.fromEntries(fields.map((field) => [field, person[field]]));
}
