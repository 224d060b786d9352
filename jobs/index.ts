import { deliverOutbox } from './deliver-outbox.ts';
import type { Job } from './job.ts';
import { prepareCounters } from './prepare-counters.ts';
import { weeklyDigest } from './weekly-digest.ts';

/** Everything that happens without a person asking. */
export const jobs: readonly Job[] = [prepareCounters, weeklyDigest, deliverOutbox];
