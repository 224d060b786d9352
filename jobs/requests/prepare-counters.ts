import { localDate } from '../../domain/time/local-time.ts';
import type { Job } from '../job.ts';

/** Numbers of the coming year are ready before its first request. */
export const prepareCounters: Job = {
  name: 'prepare-counters',
  everySeconds: 6 * 3600,
  run: ({ world, prepareCounters }) => prepareCounters(Number(localDate(world.now()).slice(0, 4))),
};
