import { DateTime } from 'luxon';
import { z } from 'zod';
import { allowedFrom } from '../delivery/classes.ts';
import { defineMessage, only } from '../delivery/message.ts';
import { notify } from '../delivery/notify.ts';
import { defineSchedule } from '../delivery/schedule.ts';
import type { Person } from '../people/person.ts';
import { isManager } from '../people/roles.ts';
import { mondayOf, zone } from '../time/local-time.ts';
import { digestFor, isQuietWeek } from './digest.ts';

/** The status-overblik of a manager's own area. A week without events and delays is left out. */
export const weeklyDigest = defineMessage({
  kind: 'weekly-digest',
  /** `week`: the ISO date of the Monday on which it is due; it covers the seven days before. */
  payload: z.object({ week: z.iso.date() }),
  class: 'news',
  recipients: async (world) => only((await world.people.all()).filter(isManager)),
  async content(world, reader: Person, { week }) {
    const digest = await digestFor(world, reader, week);
    return isQuietWeek(digest) ? null : digest;
  },
});

/** Runs on the first working morning of the week; an occurrence is the ISO date of the week's Monday. */
export const weeklyDigests = defineSchedule({
  name: 'weekly-digest',
  occurrences(now) {
    const week = mondayOf(now);
    return now < allowedFrom('news', DateTime.fromISO(week, { zone }).toJSDate()) ? [] : [week];
  },
  run: (world, week) => notify(world, weeklyDigest, { week }),
});
