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

/**
 * Milliseconds after which people are read again though no version has changed: the version before writes none, and a bot
 * that dies right after a commit raises none.
 */
export const readAgainMs = 30_000;

/** Hears of a committed write; `failure`: why the version does not tell it yet, or null. */
type Listener = (failure: unknown) => void;

/** The listeners of this instance that hear of writes, by the collection. */
const listeners = new WeakMap<object, Set<Listener>>();

/** Versions that are not raised yet, because the database failed after the commit, by the collection. */
const unraised = new WeakMap<object, Set<Promise<void>>>();

/** Calls `heard` after each committed write of this instance. Gives a function that ends it. */
export function onPeopleWritten(people: object, heard: Listener): () => void {
  const all = listeners.get(people) ?? new Set();
  listeners.set(people, all.add(heard));
  return () => all.delete(heard);
}

/** Resolves when every instance that looks at the version is told of what was written here, or reads everybody again. */
export async function peopleTold(people: object): Promise<void> {
  await Promise.all(unraised.get(people) ?? []);
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
    await afterCommit(`people of ${JSON.stringify(written)}`, () => tell(connection, written));
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

/**
 * Raises the version of what is committed. The caller is told that the change is done, whatever becomes of this: when
 * the database fails now, this instance reads everybody again, and raises the version as soon as it can.
 */
async function tell(connection: mongoose.Connection, written: Written): Promise<void> {
  const people = connection.model('people');
  const raise = () => raiseVersion(connection.model<PeopleVersionRow>('peopleVersions'), written);
  const failure = await failureOf(raise());
  if (failure !== null) {
    const all = unraised.get(people) ?? new Set();
    const later = raiseLater(connection, raise).finally(() => all.delete(later));
    unraised.set(people, all.add(later));
  }
  for (const heard of listeners.get(people) ?? []) heard(failure);
}

/** Tries until it succeeds, until everybody is read again in any case, or until the connection is closed. */
async function raiseLater(connection: mongoose.Connection, raise: () => Promise<void>): Promise<void> {
  const ended = new AbortController();
  const end = () => ended.abort();
  connection.once('close', end);
  const timer = setTimeout(end, readAgainMs);
  let failure: unknown = true;
  for (let ms = 100; failure !== null; ms = Math.min(2 * ms, 2000)) {
    await pause(ms, ended.signal);
    if (ended.signal.aborted) break;
    failure = await failureOf(raise());
  }
  clearTimeout(timer);
  connection.off('close', end);
}

/** Resolves after a while, or when it is aborted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
}

/** Gives what a promise was rejected with; null when it was not. */
async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
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
