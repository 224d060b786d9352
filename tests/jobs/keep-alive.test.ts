import type { JobContext } from '../../jobs/job.ts';
import { keepAlive } from '../../jobs/overview/keep-alive.ts';
import { heartbeatOf } from '../../models/delivery/alive/heartbeats.ts';
import { jobsOf } from '../memory-channel.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';

let sample: StoredSample;
/** The clock of the machine, which goes on when nobody moves domain time. */
let machine: number;
beforeEach(async () => {
  sample = await openStoredSample();
  machine = 0;
});
afterEach(() => sample?.close());

const instance = (): JobContext => ({
  ...jobsOf(sample, {}),
  heartbeat: heartbeatOf(sample.database.stored, sample.organisation.id, () => machine),
});
const told = async () => {
  const rows = await sample.database.stored.outbox.find({ 'message.kind': 'back-again' }).sort({ order: 1 }).lean();
  return rows.map(({ to, message: { from, to: until } }) => ({ to, from, until }));
};
const isAt = (moment: string) => {
  sample.clock.now = new Date(`2026-11-${moment}:00+01:00`);
};
const passes = (minutes: number) => {
  sample.clock.now = new Date(sample.clock.now.getTime() + minutes * 60_000);
  machine += minutes * 60_000;
};
const admins = 2;

test('tells each administrator once when all instances were away in office hours, however many come back at once', async () => {
  isAt('24T09:00');
  await keepAlive.run(instance());
  isAt('24T09:16');
  await Promise.all([instance(), instance(), instance()].map((one) => keepAlive.run(one)));
  await keepAlive.run(instance());
  const absence = { from: '2026-11-24T08:00:00.000Z', until: '2026-11-24T08:16:00.000Z' };
  expect(await told()).toMatchObject(Array(admins).fill(absence));
  expect(new Set((await told()).map(({ to }) => to)).size).toBe(admins);
});

test.each([
  ['a short restart', '24T09:00', '24T09:15'],
  ['a night', '24T15:50', '25T08:05'],
  ['a weekend', '27T16:00', '30T08:00'],
])('says nothing of %s', async (_what, left, back) => {
  isAt(left);
  await keepAlive.run(instance());
  isAt(back);
  await keepAlive.run(instance());
  expect(await told()).toEqual([]);
});

test('counts the office hours of a night and a weekend together', async () => {
  isAt('27T15:50');
  await keepAlive.run(instance());
  isAt('30T08:06');
  await keepAlive.run(instance());
  expect(await told()).toHaveLength(admins);
});

test('says nothing when it starts for the first time, nor while another instance is there', async () => {
  const [first, second] = [instance(), instance()];
  await keepAlive.run(first);
  await keepAlive.run(second);
  for (let minute = 0; minute < 30; minute++) {
    passes(1);
    await keepAlive.run(first);
  }
  await keepAlive.run(second);
  expect(await told()).toEqual([]);
});

test('tells of a database that was away while the bot ran, and not of a clock that somebody moved', async () => {
  const running = instance();
  await keepAlive.run(running);
  sample.clock.now = new Date(sample.clock.now.getTime() + 3_600_000);
  await keepAlive.run(running);
  expect(await told()).toEqual([]);
  passes(20);
  await keepAlive.run(running);
  expect(await told()).toHaveLength(admins);
});

test('does not take the time back when an instance is late with its sign of life', async () => {
  const { heartbeat } = instance();
  await heartbeat.beat(new Date('2026-11-24T09:00:00Z'));
  await heartbeat.beat(new Date('2026-11-24T08:00:00Z'));
  expect(await heartbeat.last()).toEqual(new Date('2026-11-24T09:00:00Z'));
});

test('tells again of the next absence, and once of one whose sign of life was lost', async () => {
  isAt('24T09:00');
  await keepAlive.run(instance());
  isAt('24T10:00');
  // Killed before its own sign of life.
  const killed = {
    ...instance(),
    heartbeat: { ...instance().heartbeat, beat: () => Promise.reject(new Error('killed')) },
  };
  await expect(keepAlive.run(killed)).rejects.toThrow('killed');
  await keepAlive.run(instance());
  expect(await told()).toHaveLength(admins);
  isAt('24T11:00');
  await keepAlive.run(instance());
  expect(await told()).toHaveLength(2 * admins);
});
