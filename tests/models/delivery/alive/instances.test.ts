import { connectTo, type Database } from '../../../../bot/database/database.ts';
import type { Claimed } from '../../../../domain/delivery/queue.ts';
import { collections } from '../../../../models/collections.ts';
import { beatMs, endInstances, type Instance, joinInstances } from '../../../../models/delivery/alive/instances.ts';
import { deliveryQueueOf } from '../../../../models/delivery/delivery-queue.ts';
import { transaction } from '../../../../models/transaction.ts';
import { people, tuesdayMorning } from '../../../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../../../stored-sample-domain.ts';

let sample: StoredSample;
/** Another bot, with a connection of its own, which falls silent whenever a test does not have it beat. */
let other: Pick<Database, 'connection' | 'stored'> & { instance: Instance };
let own: Instance;
let elapsed: number;

beforeEach(async () => {
  sample = await openStoredSample();
  elapsed = 0;
  const { connection: here, stored } = sample.database;
  const there = `mongodb://${here.host}:${here.port}/${here.name}?replicaSet=secantus&directConnection=true`;
  const connection = await connectTo(there);
  const theirs = collections(connection);
  other = { connection, stored: theirs, instance: await joinInstances(connection, theirs, () => elapsed) };
  own = await joinInstances(here, stored);
  await other.instance.beat();
});
afterEach(async () => {
  await other.connection.close();
  await sample.close();
});

const looks = async (times: number) => {
  for (let time = 0; time < times; time++) await own.beat();
};

/** Sets the leader's language in a transaction that is not committed until it is told to be. */
function openTransaction() {
  const { promise: hasWritten, resolve: write } = Promise.withResolvers<void>();
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  let times = 0;
  const done = transaction(other.connection, async () => {
    times += 1;
    await other.stored.people.updateOne({ email: people.leader }, { language: 'en' });
    write();
    await mayEnd;
  });
  return { hasWritten, end, done, times: () => times };
}

const claims = async (instance: Instance): Promise<Claimed[]> => {
  const { organisation, now } = sample.world;
  const locks = { now: async () => tuesdayMorning };
  const queue = deliveryQueueOf(other.stored, { organisation: organisation.id, now, locks, holder: instance });
  return queue.claim((await queue.look()).rows);
};
const held = async () =>
  (await sample.database.stored.outbox.find().lean()).filter(({ claimedUntil }) => claimedUntil > tuesdayMorning)
    .length;

/** Writes what the transaction has written; throws at once when it still holds it. */
async function write(): Promise<void> {
  const { connection, stored } = sample.database;
  const session = await connection.startSession();
  try {
    session.startTransaction();
    await stored.people.updateOne({ email: people.leader }, { promptsStopped: true }, { session });
    await session.commitTransaction();
  } finally {
    await session.endSession();
  }
}

test('a transaction of a dead bot holds what it has written until another has seen it silent twice', async () => {
  const left = openTransaction();
  await left.hasWritten;
  await looks(2);
  await expect(write()).rejects.toThrow();
  await looks(1);
  await write();
  left.end();
  await left.done;
});

test('a bot that was taken for dead begins its transaction again', async () => {
  const left = openTransaction();
  await left.hasWritten;
  await looks(3);
  left.end();
  await left.done;
  expect(left.times()).toBe(2);
  expect(await sample.database.stored.people.findOne({ email: people.leader })).toMatchObject({ language: 'en' });
});

test('nothing of a bot is ended as long as it says that it lives', async () => {
  await sample.request();
  const count = (await claims(other.instance)).length;
  const open = openTransaction();
  await open.hasWritten;
  for (let time = 0; time < 20; time++) {
    await own.beat();
    await other.instance.beat();
  }
  open.end();
  await open.done;
  expect([open.times(), await held()]).toEqual([1, count]);
});

test('the claims of a dead bot are ended after six looks, and those of the living are not', async () => {
  await sample.request();
  const { length } = await claims(other.instance);
  expect(length).toBeGreaterThan(0);
  await looks(6);
  expect(await held()).toBe(length);
  await looks(1);
  expect(await held()).toBe(0);
  await sample.request();
  const mine = await claims(own);
  await looks(9);
  expect(await held()).toBe(mine.length);
});

test('a bot begins no call that might last until it is taken for dead', async () => {
  await sample.request();
  const [row] = await claims(other.instance);
  expect(row?.mayStillSend()).toBe(true);
  elapsed += 2 * beatMs;
  expect(row?.mayStillSend()).toBe(true);
  elapsed += beatMs;
  expect(row?.mayStillSend()).toBe(false);
});

test('a bot that was silent for too long sends nothing that it claimed before, and what it claims afterwards', async () => {
  await sample.request();
  const [row] = await claims(other.instance);
  elapsed += 3 * beatMs;
  await other.instance.beat();
  expect(row?.mayStillSend()).toBe(false);
  await sample.request();
  const [later] = await claims(other.instance);
  expect(later?.mayStillSend()).toBe(true);
});

test('a bot that was forgotten and lives after all is known with its transactions again', async () => {
  const open = openTransaction();
  await open.hasWritten;
  await looks(9);
  await other.instance.beat();
  const [row] = await sample.database.stored.instances.find().lean();
  expect(row?.sessions[other.instance.id]).toHaveLength(1);
  open.end();
  await open.done;
});

test('the one bot of an embedded database ends at its start what all earlier ones have left', async () => {
  await sample.request();
  await claims(other.instance);
  const left = openTransaction();
  await left.hasWritten;
  await endInstances(sample.database.connection, sample.database.stored);
  await write();
  expect(await held()).toBe(0);
  left.end();
  await left.done;
});

test('a bot that stops leaves nothing behind', async () => {
  await own.beat();
  await Promise.all([own.leave(), other.instance.leave()]);
  expect(await sample.database.stored.instances.find().lean()).toEqual([{ _id: 'all', beats: {}, sessions: {} }]);
});
