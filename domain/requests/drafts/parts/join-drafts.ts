import { z } from 'zod';
import type { Context } from '../../../context.ts';
import { nameOfMessage } from '../../../delivery/posting.ts';
import type { DraftId } from '../../../ids.ts';
import { draftId, textLimits } from '../../../input.ts';
import { maySubmit } from '../../../people/roles.ts';
import type { World } from '../../../ports.ts';
import { done, type Result, refuse } from '../../../refusal.ts';
import { bothSaid, cprProblem, type SaidNumbers } from '../../../text/cpr/said-numbers.ts';
import { localDate } from '../../../time/local-time.ts';
import { useCase } from '../../../use-case.ts';
import type { Draft, DraftPart } from '../draft.ts';
import { ownDraft } from '../shown-draft.ts';
import { continues, isSameMatter } from './matter.ts';
import { cardParts, draftAsShown, partsOf, partsWithMessages, splitOff, textOf } from './parts.ts';

/** Messages of one person that follow each other so soon may be one. */
const soonMs = 2 * 60_000;

/**
 * Tells whether a draft may take in one more message: the last one came a moment ago, and its writer has done nothing
 * with the draft since.
 */
export function mayGrow(draft: Draft | undefined | null, now: Date): draft is Draft {
  if (!draft || draft.reply || draft.rest || draft.shownAt || draft.text === '') return false;
  const last = partsOf(draft).at(-1)?.at ?? draft.createdAt;
  return now.getTime() - last.getTime() < soonMs;
}

/** The words of a message that may go on with a draft. */
interface Further {
  text: string;
  editedAt: Date | undefined;
  numbers: SaidNumbers | undefined;
}

/**
 * Adds a message to the person's newest draft when it goes on with that, in the same chat, within the running
 * transaction. Null when it is a draft of its own; refuses a CPR number that only both together hold.
 */
export async function growDraft(
  world: World,
  newest: Draft | undefined,
  { text, editedAt, numbers }: Further,
  { room, message }: Context,
): Promise<Result<DraftId> | null> {
  if (room || !message || !mayGrow(newest, world.now()) || !continues(newest.text, text)) return null;
  const postings = await world.postings.of(newest.id);
  if (!postings.some(({ conversation }) => conversation === message.at.conversation)) return null;
  const further: DraftPart = {
    text,
    at: world.now(),
    messages: [nameOfMessage(message.at)],
    ...(editedAt && { editedAt }),
  };
  return put(world, newest, [...(await partsWithMessages(world, newest)), further], numbers);
}

async function put(
  world: World,
  draft: Draft,
  parts: readonly DraftPart[],
  numbers: SaidNumbers | undefined,
): Promise<Result<DraftId> | null> {
  const text = textOf(parts);
  if (text.length > textLimits.draft) return null;
  const said = bothSaid(draft.numbers, numbers);
  const problem = cprProblem(text, said);
  if (problem) return refuse(problem);
  await world.drafts.setParts(draft.id, { text, parts, ...(said && { numbers: said }) }, draft.text);
  return done(draft.id);
}

/** Nobody goes on with what lies further back, and reading a text takes time. */
const mostCompared = 3;

/** Gives the newest draft of the same day that new words may belong to; undefined when there is none. */
export function nearDraft(drafts: readonly Draft[], text: string, now: Date): DraftId | undefined {
  const today = localDate(now);
  return drafts
    .filter((draft) => mayBeJoined(draft) && localDate(draft.createdAt) === today)
    .slice(0, mostCompared)
    .find((draft) => draft.text.length + text.length < textLimits.request && isSameMatter(draft.text, text))?.id;
}

const mayBeJoined = ({ reply, rest, text }: Draft): boolean => !reply && !rest && text !== '';

/** "Saml dem": makes one draft of two. The words, messages and files of the later one go into the earlier one. */
export const joinDrafts = useCase({
  name: 'join-drafts',
  does: 'change',
  input: z.object({ draftId, into: draftId, parts: cardParts }),
  allows: maySubmit,
  async run(world, actor, { draftId, into, parts }) {
    const later = await draftAsShown(world, actor, draftId, parts);
    if (!later.ok) return later;
    const earlier = await ownDraft(world, actor, into);
    if (!earlier.ok) return earlier;
    if (draftId === into || ![later.value, earlier.value].every(mayBeJoined)) return refuse('nothing-there');
    const all = [...(await partsWithMessages(world, earlier.value)), ...(await partsWithMessages(world, later.value))];
    const joined = await put(world, earlier.value, all, later.value.numbers);
    if (!joined) return refuse('too-long');
    if (!joined.ok) return joined;
    for (const { id } of await world.attachments.of(draftId)) await world.attachments.change(id, { about: into });
    for (const posting of await world.postings.of(draftId))
      await world.postings.put({ ...posting, about: into }, false);
    await world.drafts.remove(draftId);
    return done({ draftId: into });
  },
});

/** "Det er to ønsker": makes a draft of its own of the last message of a draft. */
export const partDraft = useCase({
  name: 'part-draft',
  does: 'change',
  input: z.object({ draftId, parts: cardParts }),
  allows: maySubmit,
  async run(world, actor, { draftId, parts }) {
    const found = await draftAsShown(world, actor, draftId, parts);
    if (!found.ok) return found;
    const { length } = partsOf(found.value);
    if (length < 2) return refuse('stale-card');
    const other = await splitOff(world, found.value, length - 1);
    // Their writer has told them apart, so nothing joins them by itself any more.
    for (const id of [draftId, other]) await world.drafts.note(id, { shownAt: world.now() });
    return done({ draftIds: [draftId, other] });
  },
});
