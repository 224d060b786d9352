import { deliverOutbox } from './delivery/deliver-outbox.ts';
import type { Job } from './job.ts';
import { weeklyDigest } from './overview/weekly-digest.ts';
import { prepareCounters } from './requests/prepare-counters.ts';

/** Everything that happens without a person asking. */
export const jobs: readonly Job[] = [prepareCounters, weeklyDigest, deliverOutbox];
