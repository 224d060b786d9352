import { randomUUID } from 'node:crypto';
import mongoose, { type Model } from 'mongoose';
import type { AnyId } from '../domain/ids.ts';
import { Collision } from '../domain/ports.ts';
import type { Stored } from './schema.ts';
import { inSession } from './transaction.ts';

/** Makes a new id of any kind. */
export function newId<Kind extends AnyId>(): Kind {
  return randomUUID() as string as Kind;
}

/** A stored document as the domain knows it; for a union, each member. */
type FromStored<Document extends { _id: string; organisation: string }> = Document extends unknown
  ? Omit<Document, '_id' | 'organisation'> & { id: Document['_id'] }
  : never;

/** Converts a stored document: `id` for `_id`, without the organisation that scopes it. */
export function fromStored<Document extends { _id: string; organisation: string }>(
  stored: Document,
): FromStored<Document> {
  const { _id, organisation: _scope, ...rest } = stored;
  // The compiler loses the members of a union when it takes out a property.
  return { ...rest, id: _id } as unknown as FromStored<Document>;
}

/** Converts a document for storage: `_id` for `id`, with the organisation that it belongs to. */
export function toStored<Document extends { id: string }>(organisation: string, document: Document): Stored<Document> {
  const { id, ...rest } = document;
  return { ...rest, _id: id, organisation } as unknown as Stored<Document>;
}

/** MongoDB's code for a broken unique index (server error codes, `DuplicateKey`). */
const duplicateKey = 11000;

/** Tells whether an error is that of a broken unique index. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === duplicateKey;
}

/**
 * Inserts documents by the driver, because mongoose makes an object with change tracking of each, which costs as much
 * again. As with mongoose, a field that the schema does not name throws, and a field without a value is left out.
 */
export async function insert<Row extends object>(model: Model<Row>, ...rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const unknown = Object.keys(row).find((key) => model.schema.path(key) === undefined);
    if (unknown !== undefined) throw new Error(`${model.modelName} has no field ${unknown}`);
  }
  const [first] = rows;
  if (!first) return;
  const options = { ...inSession(), ignoreUndefined: true };
  const { collection } = model;
  if (rows.length === 1) await collection.insertOne({ ...first } as mongoose.mongo.Document, options);
  else
    await collection.insertMany(
      rows.map((row) => ({ ...row }) as mongoose.mongo.Document),
      options,
    );
}

const { MongoError, MongoErrorLabel, MongoNetworkError, MongoServerSelectionError, MongoOperationTimeoutError } =
  mongoose.mongo;

/** Kinds of errors with which the driver says that it got no answer; those of its pool are not exported as classes. */
const unanswered = ['MongoWaitQueueTimeoutError', 'MongoPoolClosedError', 'MongoNotConnectedError'];

/** Labels of errors after which nobody knows whether a change is stored, or after which it may be tried again. */
const openLabels = [
  MongoErrorLabel.TransientTransactionError,
  MongoErrorLabel.UnknownTransactionCommitResult,
  MongoErrorLabel.RetryableWriteError,
];

/** Codes of a connection that broke or was ended (Node's documentation of errors). */
const brokenConnection = [
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTCONN',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ERR_SOCKET_CLOSED',
];

/** The driver passes the error of a socket on as it is when it comes while a command is being written (mongodb 7.8). */
function isOfASocket(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && brokenConnection.includes(error.code);
}

/** Tells whether the database could not be reached, did not answer in time, or did not say what became of a change. */
export function isUnanswered(error: unknown): boolean {
  // Mongoose makes this of an error of the driver's while it connects.
  if (error instanceof mongoose.Error.MongooseServerSelectionError) return true;
  if (isOfASocket(error)) return true;
  if (!(error instanceof MongoError)) return false;
  const kinds = [MongoNetworkError, MongoServerSelectionError, MongoOperationTimeoutError];
  return (
    kinds.some((kind) => error instanceof kind) ||
    unanswered.includes(error.name) ||
    openLabels.some((label) => error.hasErrorLabel(label))
  );
}

/**
 * Splits a list of ids for filters. The embedded server compares each document that it finds with the whole list of its
 * filter, so that one filter with thousands of ids takes minutes; short ones cost MongoDB nothing.
 */
export function portionsOf<Id>(ids: readonly Id[]): Id[][] {
  const portion = 25;
  return Array.from({ length: Math.ceil(ids.length / portion) }, (_none, at) =>
    ids.slice(at * portion, (at + 1) * portion),
  );
}

/** The documents of one reply: the driver keeps a reply and all that it makes of it until the last one is read. */
const replyOf = 500;

interface Readable<Row> {
  cursor(options: { batchSize: number }): AsyncIterable<Row>;
}

/** Reads a list that may be long, a portion at a time, so that it is in memory only as it is given. */
export async function readLong<Row, Value>(query: Readable<Row>, as: (row: Row) => Value): Promise<Value[]> {
  const found: Value[] = [];
  for await (const row of query.cursor({ batchSize: replyOf })) found.push(as(row));
  return found;
}

/** Runs a write, and throws `Collision` when a unique index refuses it because somebody else was first. */
export async function orCollision<Value>(write: Promise<Value>): Promise<Value> {
  try {
    return await write;
  } catch (error) {
    if (isDuplicate(error)) throw new Collision('somebody else was first', { cause: error });
    throw error;
  }
}

/**
 * Puts `rest` into the one document at `at`, or makes it. A document that somebody else makes meanwhile is changed as
 * well: an upsert of two clients at once is not safe on every server.
 */
export async function putAt<Row, At extends Partial<Row>>(
  model: Model<Row>,
  at: At,
  rest: Omit<Row, keyof At>,
): Promise<void> {
  const update = () => model.updateOne(at as Partial<Row>, rest as Partial<Row>);
  const { matchedCount } = await update();
  if (matchedCount > 0) return;
  try {
    await model.create([{ ...at, ...rest }]);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await update();
  }
}
