import { dispatcherOf } from './dispatch.ts';
import type { Job } from './job.ts';

/** Delivers everything that is due, and ends. A running bot keeps one dispatcher for each organisation instead. */
export const deliverOutbox: Job = {
  name: 'deliver-outbox',
  run: (context) => dispatcherOf(() => context).run(true),
};
