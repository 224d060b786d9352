import type { World } from '../../ports.ts';
import type { Person } from '../person.ts';
import { formerAddress, isSame, type PersonChange } from './list-change.ts';

/** Writes what became of people, in a few bulk writes whatever their number; to be called in a transaction. */
export async function savePeople({ people }: World, changes: readonly PersonChange[]): Promise<void> {
  const wanted = new Map(changes.map(({ after }) => [after.email, after.id]));
  // An address is free before its next owner takes it: two people may have changed theirs with each other.
  const inTheWay = changes.flatMap(({ before }) => {
    const next = before && wanted.get(before.email);
    return !before || next === undefined || next === before.id ? [] : [before.id];
  });
  await people.changeAll(inTheWay.map((id) => ({ id, changes: { email: formerAddress(id) } })));
  await people.addAll(changes.filter(({ before }) => !before).map(({ after }) => after));
  await people.changeAll(
    changes.flatMap(({ before, after }) => (before ? [{ id: after.id, changes: differences(before, after) }] : [])),
  );
}

function differences(before: Person, after: Person): Partial<Person> {
  const fields = (Object.keys(after) as Array<keyof Person>).filter((field) => !isSame(before[field], after[field]));
  return Object.fromEntries(fields.map((field) => [field, after[field]]));
}
