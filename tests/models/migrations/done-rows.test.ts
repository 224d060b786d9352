import { deliveryQueueOf } from '../../../models/delivery/delivery-queue.ts';
import { doneRows } from '../../../models/migrations/done-rows.ts';
import { newTestDatabase } from '../../database.ts';
import { loadPreviousData } from './previous-data.ts';
import { openVersion, type ThisVersion } from './this-version.ts';

// The days of the fixture, which are younger than the ledger keeps its lines.
const now = () => new Date('2026-11-24T12:00:00Z');
let version: ThisVersion;
let close: () => Promise<void>;
beforeEach(async () => {
  const testDatabase = newTestDatabase();
  await loadPreviousData(testDatabase.uri);
  version = await openVersion(testDatabase.uri, now);
  close = async () => {
    await version.close();
  };
});
afterEach(() => close());

const contract = () => doneRows.contract.run({ stored: version.stored, proceed: async () => undefined });
const doneOf = async () => version.stored.outbox.find({ state: { $in: ['sent', 'settled'] } }).lean();

test('leaves what the version before has sent in the outbox while that version may run', async () => {
  const before = await doneOf();
  expect(before.length).toBeGreaterThan(50);
  expect(await doneRows.expand({ stored: version.stored, proceed: async () => undefined })).toBe(0);
  expect(await doneOf()).toEqual(before);
});

test('moves what the version before has sent and settled to the ledger, and nothing else', async () => {
  const [before, found] = [await doneOf(), await version.found()];
  expect(await contract()).toBe(before.length);
  expect(await doneOf()).toEqual([]);
  const lines = await version.stored.deliveries.find().lean();
  const of = ({ _id, to, state, at }: (typeof before)[number]) => [_id, to, state, at];
  expect(lines.map(({ _id, to, result, at }) => [_id, to, result, at]).sort()).toEqual(before.map(of).sort());
  expect(await version.found()).toEqual(found);
  expect(await contract()).toBe(0);
});

test('still knows afterwards whom a message was sent to, and who has had one that day', async () => {
  const queue = deliveryQueueOf(version.stored, { organisation: 'fjordby', now, locks: { now: async () => now() } });
  const sent = (await doneOf()).filter(({ state }) => state === 'sent');
  const asked = () =>
    Promise.all(
      sent.map(({ to, message, sentAt }) => queue.sentSince(to, [message.kind], new Date(Number(sentAt ?? 0) - 1))),
    );
  const before = await asked();
  expect(before).toContain(true);
  await contract();
  expect(await asked()).toEqual(before);
});

test('goes on after a kill between the ledger and the outbox, without a second line', async () => {
  const before = await doneOf();
  await contract();
  const [first] = before;
  if (!first) throw new Error('nothing was done');
  await version.stored.outbox.collection.insertOne({ ...first } as never);
  expect(await contract()).toBe(1);
  expect(await doneOf()).toEqual([]);
  expect(await version.stored.deliveries.countDocuments()).toBe(before.length);
});
