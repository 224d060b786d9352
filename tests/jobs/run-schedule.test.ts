import { defineSchedule } from '../../domain/delivery/schedule.ts';
import { weeklyDigests } from '../../domain/overview/weekly-digest.ts';
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
