import { notify } from '../../domain/delivery/notify.ts';
import { backAgain, wasMissed } from '../../domain/overview/back-again.ts';
import type { Job } from '../job.ts';

/**
 * Leaves a sign of life, and tells the administrators when the last one is too old: no instance was there, or none
 * reached the database. Once for each absence, on the instance that comes to it first.
 */
export const keepAlive: Job = {
  name: 'keep-alive',
  async run({ world, heartbeat, claimOccurrence, log }) {
    // Before the look: whatever holds this instance up from here on, others may have been there.
    const to = world.now();
    const silentMs = heartbeat.silentMs();
    const last = await heartbeat.last();
    if (last) {
      const from = new Date(Math.max(last.getTime(), to.getTime() - silentMs));
      if (wasMissed({ from, to })) {
        const absence = { from: from.toISOString(), to: to.toISOString() };
        const ours = await claimOccurrence(backAgain.kind, last.toISOString(), () => notify(world, backAgain, absence));
        if (ours) log.warn({ minutes: Math.round((to.getTime() - from.getTime()) / 60_000) }, 'was away');
      }
    }
    await heartbeat.beat(to);
  },
};
