import { DateTime } from 'luxon';
import { notify } from '../../delivery/notify.ts';
import { defineSchedule } from '../../delivery/schedule.ts';
import type { DraftId } from '../../ids.ts';
import type { World } from '../../ports.ts';
import { localDate, zone } from '../../time/local-time.ts';
import type { Person } from '../person.ts';
import type { JoinRequest } from './join-request.ts';
import { letIn } from './messages/let-in.ts';

/** The days for which words wait. */
export const waitingDays = 30;

/** Makes drafts of a person's waiting words once they are let in, and gives their ids, oldest first. */
export async function takeUpWords(
  world: World,
  person: Person,
  { platform, place }: Pick<JoinRequest, 'platform' | 'place'>,
): Promise<DraftId[]> {
  const waiting = await world.strangerWords.of(platform, place.user);
  if (waiting.length === 0) return [];
  await world.strangerWords.remove(waiting.map(({ id }) => id));
  const said = new Set((await world.drafts.ofPerson(person.id)).map(({ text }) => text));
  const drafts: DraftId[] = [];
  for (const { text, message } of waiting) {
    if (said.has(text)) continue;
    said.add(text);
    const id: DraftId = world.newId();
    await world.drafts.add({ id, personId: person.id, text, createdAt: world.now() });
    if (message) await world.postings.put({ ...message, platform, about: id, kind: 'words', to: person.id });
    drafts.push(id);
  }
  return drafts;
}

/**
 * Welcomes somebody whom the list has named since they wrote: their waiting words become drafts, and they hear of it.
 * Within the running transaction.
 * @param always whether they hear of it, too, when they wrote nothing, because they asked to be let in
 */
export async function welcome(
  world: World,
  person: Person,
  at: Pick<JoinRequest, 'platform' | 'place'>,
  always: boolean,
): Promise<void> {
  const draftIds = await takeUpWords(world, person, at);
  if (always || draftIds.length > 0) await notify(world, letIn, { personId: person.id, draftIds });
}

/** Deletes the waiting words of a person who is turned down, and tells whether there were any. */
export async function forgetWords(
  world: World,
  { platform, place }: Pick<JoinRequest, 'platform' | 'place'>,
): Promise<boolean> {
  const waiting = await world.strangerWords.of(platform, place.user);
  await world.strangerWords.remove(waiting.map(({ id }) => id));
  return waiting.length > 0;
}

/** Deletes, once a day, the words that have waited for 30 days; an occurrence is the ISO date of the day. */
export const forgetOldWords = defineSchedule({
  name: 'forget-old-words',
  occurrences: (now) => [localDate(now)],
  run: (world) =>
    world.strangerWords.removeBefore(
      DateTime.fromJSDate(world.now(), { zone }).minus({ days: waitingDays }).toJSDate(),
    ),
});
