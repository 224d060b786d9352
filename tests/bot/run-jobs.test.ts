import { runJobs } from '../../bot/run-jobs.ts';
import { jobsOf } from '../memory-channel.ts';
import { openStoredSample } from '../stored-sample-domain.ts';

test('a change in one municipality costs the others no look at their queues', async () => {
  const sample = await openStoredSample();
  // Before the office hours of a Monday, when no digest is due.
  sample.clock.now = new Date('2026-11-23T07:00:00+01:00');
  const context = jobsOf(sample, {});
  const looks: string[] = [];
  const contextOf = (id: string) => {
    const look = () => {
      looks.push(id);
      return context.queue.look();
    };
    const organisation = { ...sample.organisation, id };
    return { ...context, world: { ...context.world, organisation }, queue: { ...context.queue, look } };
  };
  const contexts = ['fjordby', 'sundby'].map(contextOf);
  const failures: unknown[] = [];
  const log = { ...context.log, error: (fields: unknown) => failures.push(fields) };
  const jobs = runJobs(
    async () => contexts,
    log,
    async () => undefined,
  );
  await jobs.now();
  expect(looks.toSorted()).toEqual(['fjordby', 'sundby']);
  looks.length = 0;
  jobs.soon('sundby');
  await jobs.stop();
  expect(looks).toEqual(['sundby']);
  expect(failures).toEqual([]);
  await sample.close();
});
