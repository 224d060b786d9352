import { DateTime } from 'luxon';
import { z } from 'zod';
import { allowedFrom } from '../../delivery/classes.ts';
import { defineMessage, only } from '../../delivery/message.ts';
import { notify } from '../../delivery/notify.ts';
import { defineSchedule } from '../../delivery/schedule.ts';
import type { Person } from '../../people/person.ts';
import { maySubmit } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { localDate, zone } from '../../time/local-time.ts';
import { addWorkingDays } from '../../time/working-days.ts';
import { forgetDraft } from './discard-draft.ts';
import { type Draft, isOpen } from './draft.ts';
import { answersOf } from './shown-draft.ts';

/** One day's work; what is left over is done on the next day. */
const mostADay = 500;

/**
 * Drafts that their leader has not sent: each is mentioned once, those that are due on the same day together. Nobody is
 * told who wants no opfordringer.
 */
export const draftsWait = defineMessage({
  kind: 'drafts-wait',
  payload: z.object({ day: z.iso.date() }),
  class: 'nudge',
  // It is soon out of date, and the drafts stay on the leader's list.
  whenFailed: 'forget',
  recipients: async (world) => only((await world.people.all()).filter(mayBeTold)),
  notBefore: async (world, to) => (await world.people.byId(to))?.promptsSnoozedUntil ?? null,
  async content(world, reader: Person, { day }) {
    if (!mayBeTold(reader)) return null;
    const all = await world.drafts.ofPerson(reader.id);
    const due = all.filter((draft) => isOpen(draft) && draft.mentionedAt && localDate(draft.mentionedAt) === day);
    const hold = await Promise.all(due.map((draft) => holdsSomething(world, draft)));
    const drafts = due.filter((_, at) => hold[at]);
    if (drafts.length === 0) return null;
    const { organisation } = world;
    const [first] = drafts.map(({ createdAt }) => deletionOf(createdAt, organisation.deleteDraftAfterMonths)).sort();
    const [newest] = drafts;
    const answers = newest ? await answersOf(world, reader, newest) : [];
    return { drafts, answers, organisation, firstDeletedOn: first ?? day };
  },
});

const mayBeTold = (person: Person): boolean => maySubmit(person) && !person.promptsStopped;

/** A draft that only says what a number is, for words that never came, holds nothing. */
async function holdsSomething(world: World, { id, text }: Draft): Promise<boolean> {
  return text !== '' || (await world.attachments.of(id)).length > 0;
}

/** Gives the ISO date on which a draft is deleted. */
function deletionOf(createdAt: Date, months: number): string {
  return DateTime.fromJSDate(createdAt, { zone }).plus({ months, days: 1 }).toFormat('yyyy-MM-dd');
}

/** Mentions, once each working day in office hours, the drafts that are old enough; an occurrence is the ISO date. */
export const mentionDrafts = defineSchedule({
  name: 'mention-drafts',
  occurrences: (now) => (allowedFrom('nudge', now) > now ? [] : [localDate(now)]),
  async run(world, day) {
    const { mentionDraftAfterWorkingDays: days } = world.organisation;
    if (days === 0) return;
    const before = daysBefore(world.now(), days - 1);
    const waiting = await world.drafts.unmentioned(before, mostADay);
    const due = waiting.filter(({ createdAt }) => addWorkingDays(localDate(createdAt), days) <= day);
    if (due.length === 0) return;
    const ids = due.map(({ id }) => id);
    await world.drafts.setMentioned(ids, world.now());
    const people = new Set(due.map(({ personId }) => personId));
    await notify(world, draftsWait, { day }, (to) => people.has(to));
  },
});

/** Deletes, once a day, the drafts that nobody sent within the months that the settings say, with their files. */
export const deleteOldDrafts = defineSchedule({
  name: 'delete-old-drafts',
  occurrences: (now) => [localDate(now)],
  async run(world) {
    const { deleteDraftAfterMonths: months } = world.organisation;
    const before = DateTime.fromJSDate(world.now(), { zone }).minus({ months }).startOf('day').toJSDate();
    for (const { id } of await world.drafts.before(before, mostADay)) await forgetDraft(world, id);
  },
});

const daysBefore = (now: Date, days: number): Date =>
  DateTime.fromJSDate(now, { zone }).minus({ days }).startOf('day').toJSDate();
