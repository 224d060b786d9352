import type { Schedule } from '../domain/delivery/schedule.ts';
import type { Job } from './job.ts';

/** Makes the job of a schedule: it does each due occurrence once, on the instance that comes to it first. */
export function jobOf(schedule: Schedule): Job {
  return {
    name: schedule.name,
    async run({ world, claimOccurrence, log }) {
      for (const occurrence of schedule.occurrences(world.now())) {
        const ours = await claimOccurrence(schedule.name, occurrence, () => schedule.run(world, occurrence));
        if (ours) log.info({ schedule: schedule.name, occurrence }, 'schedule ran');
      }
    },
  };
}
