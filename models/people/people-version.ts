import type mongoose from 'mongoose';
import type { Model } from 'mongoose';
import type { PersonId } from '../../domain/ids.ts';
import { isDuplicate } from '../stored.ts';
import { afterCommit, isWritten, noteWritten } from '../transaction.ts';

/**
 * The version of an organisation's people. Every write raises it, when it is committed. `changes` are the last ones, the
 * newest last: whose they are, or null when it is not known.
 */
export interface PeopleVersionRow {
  /** The organisation; empty for writes that do not say whose people they change. */
  _id: string;
  version: number;
  changes: ReadonlyArray<{ ids: readonly PersonId[] | null }>;
}

/** So many changes are told one by one; whoever has missed more reads everybody. */
const mostTold = 200;

/** Who on this instance wants to hear of writes, by the collection. */
const listeners = new WeakMap<object, Set<() => void>>();

/** Calls `heard` after each committed write of this instance. Gives a function that ends it. */
export function onPeopleWritten(people: object, heard: () => void): () => void {
  const all = listeners.get(people) ?? new Set();
  listeners.set(people, all.add(heard));
  return () => all.delete(heard);
}

/** Tells whether the running transaction has changed people, so that memory does not know of it yet. */
export const peopleWritten = (): boolean => isWritten('people');

interface Written {
  organisation: string;
  ids: readonly PersonId[] | null;
}

/**
 * Has every write of a collection that is kept in memory raise the version, whoever makes it.
 * @param schema that of the collection, before a model is made of it
 * @param rereads whether only the changed people are read again, or everything
 */
export function raiseVersionOnWrite(
  schema: mongoose.Schema,
  connection: mongoose.Connection,
  rereads: 'changed' | 'all',
): void {
  const raise = async ({ organisation, ids }: Written) => {
    const written = { organisation, ids: rereads === 'changed' ? ids : null };
    noteWritten('people');
    await afterCommit(`people of ${JSON.stringify(written)}`, async () => {
      await raiseVersion(connection.model<PeopleVersionRow>('peopleVersions'), written);
      for (const heard of listeners.get(connection.model('people')) ?? []) heard();
    });
  };
  schema.post(['updateOne', 'updateMany', 'replaceOne', 'deleteOne', 'deleteMany'], async function (result: unknown) {
    const { matchedCount, deletedCount } = result as { matchedCount?: number; deletedCount?: number };
    if (matchedCount === 0 || deletedCount === 0) return;
    await raise(writtenBy((this as mongoose.Query<unknown, unknown>).getFilter(), deletedCount !== undefined));
  });
  schema.post('insertMany', async (rows: unknown) => {
    const [first, ...others] = [rows].flat() as Array<{ _id: PersonId; organisation: string }>;
    if (!first) return;
    const ids = [first, ...others].map(({ _id }) => _id);
    await raise({ organisation: first.organisation, ids: ids.length > mostTold ? null : ids });
  });
  schema.post('save', async (row: unknown) => {
    const { _id, organisation } = row as { _id: PersonId; organisation: string };
    await raise({ organisation, ids: [_id] });
  });
  schema.post('bulkWrite', async () => raise({ organisation: '', ids: null }));
}

function writtenBy(filter: Readonly<Record<string, unknown>>, isDeletion: boolean): Written {
  const organisation = typeof filter.organisation === 'string' ? filter.organisation : '';
  const isNamed = typeof filter._id === 'string' && !isDeletion && organisation !== '';
  return { organisation, ids: isNamed ? [filter._id as PersonId] : null };
}

async function raiseVersion(versions: Model<PeopleVersionRow>, { organisation, ids }: Written): Promise<void> {
  const change = { $inc: { version: 1 }, $push: { changes: { $each: [{ ids }], $slice: -mostTold } } };
  const raise = () => versions.updateOne({ _id: organisation }, change);
  if ((await raise()).matchedCount > 0) return;
  try {
    await versions.create([{ _id: organisation, version: 1, changes: [{ ids }] }]);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await raise();
  }
}
