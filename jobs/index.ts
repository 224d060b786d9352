import { schedules as definitions } from '../domain/index.ts';
import type { Job } from './job.ts';
import { jobOf } from './run-schedule.ts';

/** All work that the calendar asks for. */
export const schedules: readonly Job[] = definitions.map(jobOf);
