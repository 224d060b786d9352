import { schedules as definitions } from '../domain/index.ts';
import type { Job } from './job.ts';
import { keepAlive } from './overview/keep-alive.ts';
import { jobOf } from './run-schedule.ts';

/** All work that is asked for about once a minute; the calendar decides what is due. */
export const schedules: readonly Job[] = [keepAlive, ...definitions.map(jobOf)];
