import { AsyncLocalStorage } from 'node:async_hooks';
import mongoose, { type ClientSession, type Connection } from 'mongoose';

// All queries inside of a transaction belong to it without a session argument, so that none can be forgotten.
mongoose.set('transactionAsyncLocalStorage', true);

/** A transaction that runs, with the writes that are done together at its end, each by name. */
interface Open {
  session: ClientSession;
  written: Set<string>;
  afterwards: Map<string, () => Promise<void>>;
  collected: Map<string, { items: readonly unknown[]; put(): Promise<void> }>;
}

const open = new AsyncLocalStorage<Open>();

/** The listener that is told of the session of each transaction before it begins, by the connection. */
const told = new WeakMap<Connection, (session: ClientSession) => Promise<void>>();

/** Has `tell` done before each transaction of a connection. Gives a function that ends it. */
export function onTransaction(connection: Connection, tell: (session: ClientSession) => Promise<void>): () => void {
  told.set(connection, tell);
  return () => told.delete(connection);
}

/** Runs `work` so that all its writes happen or none; the driver repeats it when it collides with another. */
export async function transaction<Value>(connection: Connection, work: () => Promise<Value>): Promise<Value> {
  let last: Open | undefined;
  const value = await connection.transaction(async (session) => {
    await told.get(connection)?.(session);
    const own: Open = { session, collected: new Map(), written: new Set(), afterwards: new Map() };
    last = own;
    return open.run(own, async () => {
      const worked = await work();
      for (const { put } of own.collected.values()) await put();
      return worked;
    });
  });
  for (const does of last?.afterwards.values() ?? []) await does();
  return value as Value;
}

/** The session of the running transaction, for the driver, which knows of none by itself; none outside of one. */
export function inSession(): { session?: ClientSession } {
  const session = open.getStore()?.session;
  return session ? { session } : {};
}

/** Tells whether the caller runs in a transaction. */
export function isInTransaction(): boolean {
  return open.getStore() !== undefined;
}

/**
 * Has `put` write all that was collected under the name in one go at the end of the running transaction, as a part of
 * it; outside of one it writes at once.
 */
export async function collect<Item>(
  name: string,
  items: readonly Item[],
  put: (all: readonly Item[]) => Promise<void>,
): Promise<void> {
  const running = open.getStore();
  if (!running) return put(items);
  const all = [...((running.collected.get(name)?.items ?? []) as Item[]), ...items];
  running.collected.set(name, { items: all, put: () => put(all) });
}

/**
 * Has `does` run once under this name when the running transaction is committed; at once outside of one. It must not be
 * rejected: what is committed is done, and whoever did it must not hear of an error.
 */
export async function afterCommit(name: string, does: () => Promise<void>): Promise<void> {
  const running = open.getStore();
  if (running) running.afterwards.set(name, does);
  else await does();
}

/** Notes that the running transaction, if there is one, has written something of this name. */
export function noteWritten(name: string): void {
  open.getStore()?.written.add(name);
}

/** Tells whether the running transaction has written something of this name. */
export function isWritten(name: string): boolean {
  return open.getStore()?.written.has(name) ?? false;
}
