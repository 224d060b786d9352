import { defineSchedule } from '../../domain/delivery/schedule.ts';
import { weeklyDigest, weeklyDigests } from '../../domain/overview/weekly-digest.ts';
import { prepareSerials } from '../../domain/requests/prepare-serials.ts';
import { jobOf } from '../../jobs/run-schedule.ts';
import { jobsOf } from '../memory-channel.ts';
import { people } from '../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';

let sample: StoredSample;
beforeEach(async () => {
  sample = await openStoredSample();
});
afterEach(() => sample?.close());

const context = () => jobsOf(sample, {});

test('puts out the weekly digest once a week, on its first working morning, whichever instance asks', async () => {
  await sample.request();
  const run = () => jobOf(weeklyDigests).run(context());
  const digests = async () => (await sample.outbox()).filter(({ kind }) => kind === 'weekly-digest').length;
  sample.clock.now = new Date('2027-03-29T09:00:00+02:00');
  await run();
  expect(await digests()).toBe(0);
  sample.clock.now = new Date('2027-03-30T08:00:00+02:00');
  await Promise.all([run(), run()]);
  await run();
  const managers = (await sample.world.people.all()).filter(({ roles }) => roles.includes('manager')).length;
  expect(await digests()).toBe(managers);
});

describe('the digest of a week', () => {
  const asked = new Date('2026-11-30T08:00:00+01:00');
  const run = () => jobOf(weeklyDigests).run(context());
  const readers = async () =>
    (await sample.outbox()).filter(({ kind }) => kind === 'weekly-digest').map(({ to }) => to);
  const managers = async () =>
    (await sample.world.people.all()).filter(({ roles }) => roles.includes('manager')).map(({ id }) => id);
  const appoint = async (email: string) => {
    const person = await sample.person(email);
    await sample.world.people.changeAll([{ id: person.id, changes: { roles: [...person.roles, 'manager'] } }]);
    return person.id;
  };

  beforeEach(() => {
    sample.clock.now = asked;
  });

  test('comes once to everybody, and once to whoever becomes a manager later in the week', async () => {
    await Promise.all([run(), run()]);
    const before = await managers();
    expect((await readers()).sort()).toEqual([...before].sort());
    const late = await appoint(people.leader);
    sample.clock.now = new Date('2026-12-04T10:00:00+01:00');
    // A bot that has started since then remembers nothing.
    await Promise.all([run(), jobOf(weeklyDigests).run(context())]);
    expect((await readers()).sort()).toEqual([...before, late].sort());
  });

  test('comes to those who lack it when two instances have not the same people in mind', async () => {
    const [first, second] = [context(), context()];
    const all = await managers();
    const some = all.slice(3);
    await Promise.all([
      jobOf({ ...weeklyDigests, people: async () => some }).run(first),
      jobOf(weeklyDigests).run(second),
    ]);
    await jobOf(weeklyDigests).run(first);
    expect((await readers()).sort()).toEqual([...all].sort());
  });

  test('does not come again to those who have it from the version before, whoever has come since', async () => {
    const row = { organisation: sample.organisation.id, job: weeklyDigests.name, occurrence: '2026-11-30' };
    await sample.database.connection.collection('occurrences').insertOne({ ...row, at: asked });
    await appoint(people.leader);
    await run();
    expect(await readers()).toEqual([]);
  });

  test('is not made up for when the week has passed, and one that waits makes way for the next', async () => {
    await run();
    const [reader] = await managers();
    const manager = (await sample.world.people.all()).find(({ id }) => id === reader);
    if (!manager) throw new Error('there is no manager');
    await sample.request();
    const content = () => weeklyDigest.content(sample.world, manager, { week: '2026-11-30' });
    sample.clock.now = new Date('2026-12-07T07:59:00+01:00');
    expect(await content()).toBeNull();
    sample.clock.now = new Date('2026-12-14T09:00:00+01:00');
    await run();
    const weeks = (await sample.database.stored.outbox.find().lean()).flatMap(({ message }) =>
      message.kind === 'weekly-digest' ? [message.week] : [],
    );
    expect([...new Set(weeks)]).toEqual(['2026-11-30', '2026-12-14']);
  });
});

test('keeps nothing of an occurrence that fails, and runs it again', async () => {
  const leader = await sample.person(people.leader);
  let fails = true;
  const schedule = defineSchedule({
    name: 'sometimes',
    occurrences: () => ['once'],
    async run(world) {
      await world.people.setLanguage(leader.id, 'en');
      if (fails) throw new Error('the database is busy');
    },
  });
  const language = async () => (await sample.person(people.leader)).language;
  await expect(jobOf(schedule).run(context())).rejects.toThrow('the database is busy');
  expect(await language()).toBe(leader.language);
  fails = false;
  await jobOf(schedule).run(context());
  expect(await language()).toBe('en');
});

test('prepares the numbers of a new year before its first request, and goes on with those of this year', async () => {
  const first = await sample.request();
  sample.clock.now = new Date('2027-12-30T09:00:00+01:00');
  await Promise.all([jobOf(prepareSerials).run(context()), jobOf(prepareSerials).run(context())]);
  const second = await sample.request();
  sample.clock.now = new Date('2028-01-03T09:00:00+01:00');
  const third = await sample.request();
  expect([first, second, third].map(({ number }) => number)).toEqual(['FØ-2026-0001', 'FØ-2027-0001', 'FØ-2028-0001']);
});
