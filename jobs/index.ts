import { schedules } from '../domain/index.ts';
import { deliverOutbox } from './delivery/deliver-outbox.ts';
import { jobOf } from './delivery/run-schedule.ts';
import type { Job } from './job.ts';

/** Everything that happens without a person asking. */
export const jobs: readonly Job[] = [...schedules.map(jobOf), deliverOutbox];
