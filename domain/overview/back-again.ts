import { z } from 'zod';
import { officeHours } from '../delivery/classes.ts';
import { defineMessage, only } from '../delivery/message.ts';
import type { Person } from '../people/person.ts';
import { administratorsOf, isAdmin } from '../people/roles.ts';
import { workingMinutesBetween } from '../time/working-days.ts';

/** The time for which nobody could reach the bot. */
export interface Absence {
  from: Date;
  to: Date;
}

/** A restart, an update or a change of machines takes less, and Slack and Teams repeat most of what came meanwhile. */
const noticedMinutes = 15;

/** Tells whether people may have missed the bot: it was away for long in office hours. */
export function wasMissed({ from, to }: Absence): boolean {
  return workingMinutesBetween(from, to, officeHours) > noticedMinutes;
}

/** The bot is back after it was away: the administrators tell the people who may have written to it meanwhile. */
export const backAgain = defineMessage({
  kind: 'back-again',
  payload: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }),
  class: 'request',
  whenFailed: 'forget',
  recipients: async (world) => only(await administratorsOf(world)),
  content: async (_world, reader: Person, { from, to }): Promise<Absence | null> =>
    isAdmin(reader) ? { from: new Date(from), to: new Date(to) } : null,
});
