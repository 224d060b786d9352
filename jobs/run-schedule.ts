import type { Schedule } from '../domain/delivery/schedule.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Job } from './job.ts';

/**
 * Makes the job of a schedule: it does each due occurrence once, or once for each person, on the instance that comes to it
 * first.
 */
export function jobOf(schedule: Schedule): Job {
  return {
    name: schedule.name,
    async run({ world, claimOccurrence, claimEach, log }) {
      const { name } = schedule;
      for (const occurrence of schedule.occurrences(world.now())) {
        const run = (people: readonly PersonId[]) => schedule.run(world, occurrence, new Set(people));
        const people = await schedule.people?.(world);
        const ours = people
          ? await claimEach(name, occurrence, people, run)
          : await claimOccurrence(name, occurrence, () => run([]));
        if (ours) log.info({ schedule: name, occurrence }, 'schedule ran');
      }
    },
  };
}
