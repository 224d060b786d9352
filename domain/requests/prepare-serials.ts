import { defineSchedule } from '../delivery/schedule.ts';
import { localDate } from '../time/local-time.ts';

/** Prepares the numbers of the coming year before its first request; an occurrence is a year. */
export const prepareSerials = defineSchedule({
  name: 'prepare-serials',
  occurrences: (now) => [localDate(now).slice(0, 4)],
  run: (world, year) => world.requests.prepareSerials(Number(year)),
});
