import { z } from 'zod';
import { allowedFrom } from '../../delivery/classes.ts';
import { defineMessage, only } from '../../delivery/message.ts';
import { notify } from '../../delivery/notify.ts';
import { defineSchedule } from '../../delivery/schedule.ts';
import type { Person } from '../../people/person.ts';
import { administratorsOf, isAdmin } from '../../people/roles.ts';
import { localDate } from '../../time/local-time.ts';
import { parkedNow } from './parked-now.ts';

/** Messages could not be delivered since the administrators were last told. It lists all that is parked. */
export const messagesParked = defineMessage({
  kind: 'messages-parked',
  payload: z.object({ day: z.iso.date() }),
  class: 'request',
  // Or each morning's would be parked for an administrator who is away, and be told of on the next.
  whenFailed: 'forget',
  recipients: async (world) => only(await administratorsOf(world)),
  async content(world, reader: Person, { day }) {
    if (!isAdmin(reader)) return null;
    // One that is a day late makes way for the next.
    const parked = day === localDate(world.now()) ? await parkedNow(world) : [];
    return parked.length === 0 ? null : parked;
  },
});

/** Runs once on each working day, in office hours; an occurrence is its ISO date. */
export const tellOfParked = defineSchedule({
  name: 'tell-of-parked',
  occurrences: (now) => (allowedFrom('request', now) > now ? [] : [localDate(now)]),
  async run(world, day) {
    if ((await world.parked.tell()) > 0) await notify(world, messagesParked, { day });
  },
});
