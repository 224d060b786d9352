import { schedules } from '../domain/index.ts';
import { deliverOutbox } from './deliver-outbox.ts';
import type { Job } from './job.ts';
import { jobOf } from './run-schedule.ts';

/** All work that runs without a person asking. */
export const jobs: readonly Job[] = [...schedules.map(jobOf), deliverOutbox];
