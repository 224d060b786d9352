import { DateTime } from 'luxon';
import { z } from 'zod';
import { allowedFrom } from '../delivery/classes.ts';
import { defineMessage, only } from '../delivery/message.ts';
import { notify } from '../delivery/notify.ts';
import { defineSchedule } from '../delivery/schedule.ts';
import type { Person } from '../people/person.ts';
import { isManager } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { mondayOf, zone } from '../time/local-time.ts';
import { digestFor, isQuietWeek } from './digest.ts';

/** The status-overblik of a manager's own area. A week without events and delays is left out. */
export const weeklyDigest = defineMessage({
  kind: 'weekly-digest',
  /** `week`: the ISO date of the Monday on which it is due; it covers the seven days before. */
  payload: z.object({ week: z.iso.date() }),
  class: 'news',
  recipients: async (world) => only(await managersOf(world)),
  async content(world, reader: Person, { week }) {
    // One that is late by a week makes way for the next, which has all that is still open.
    if (week < mondayOf(world.now()) || !isManager(reader)) return null;
    const digest = await digestFor(world, reader, week);
    return isQuietWeek(digest) ? null : digest;
  },
});

const managersOf = async (world: World): Promise<Person[]> => (await world.people.all()).filter(isManager);

/**
 * Runs from the first working morning of the week on; an occurrence is the ISO date of the week's Monday. A person who
 * becomes a manager in the week has its digest, too. The digest of a week that has passed is not made up for.
 */
export const weeklyDigests = defineSchedule({
  name: 'weekly-digest',
  occurrences(now) {
    const week = mondayOf(now);
    return now < allowedFrom('news', DateTime.fromISO(week, { zone }).toJSDate()) ? [] : [week];
  },
  people: async (world) => (await managersOf(world)).map(({ id }) => id),
  run: (world, week, people) => notify(world, weeklyDigest, { week }, (manager) => people.has(manager)),
});
