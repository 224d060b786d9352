import { z } from 'zod';
import { defineMessage, only } from '../delivery/message.ts';
import { notify } from '../delivery/notify.ts';
import type { Occurrences } from '../delivery/schedule.ts';
import type { Person } from '../people/person.ts';
import { administratorsOf, isAdmin } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { localDate } from '../time/local-time.ts';
import { type Platform, platforms } from '../vocabulary.ts';

/** The instant since which a platform does not take the bot's token. */
export interface Pause {
  platform: Platform;
  since: Date;
}

/** A platform does not take the bot's token any more, so that everything for it waits. */
export const platformPaused = defineMessage({
  kind: 'platform-paused',
  payload: z.object({ platform: z.enum(platforms), since: z.iso.datetime() }),
  class: 'request',
  // An administrator who is there alone has it from the log.
  whenFailed: 'forget',
  recipients: async (world) => only(await administratorsOf(world)),
  content: async (_world, reader: Person, { platform, since }): Promise<Pause | null> =>
    isAdmin(reader) ? { platform, since: new Date(since) } : null,
});

/**
 * Tells the administrators that a workspace or tenant pauses: once a day for all instances, since each finds out by
 * itself and again after a restart.
 */
export async function tellOfPause(
  { world, claimOccurrence }: { world: World } & Pick<Occurrences, 'claimOccurrence'>,
  platform: Platform,
  tenant: string,
): Promise<void> {
  const now = world.now();
  const pause = { platform, since: now.toISOString() };
  await claimOccurrence(platformPaused.kind, `${platform} ${tenant} ${localDate(now)}`, () =>
    notify(world, platformPaused, pause),
  );
}
