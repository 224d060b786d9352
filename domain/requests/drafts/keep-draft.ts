import type { Context } from '../../context.ts';
import { notify } from '../../delivery/notify.ts';
import type { DraftId } from '../../ids.ts';
import { textLimits } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { maySubmit } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done, type Result, refuse } from '../../refusal.ts';
import { cprProblem, type SaidNumbers, saidOf } from '../../text/cpr/said-numbers.ts';
import { draftKept } from '../messages/draft-kept.ts';
import { type Draft, type DraftReply, isOpen } from './draft.ts';

/**
 * Keeps the words of a message as a draft of the person's, within the running transaction. A text with a CPR number is
 * never kept; it stays in the person's own chat for correction.
 * @param reply whom they may answer; null: they are a wish
 */
export async function keepDraft(
  world: World,
  actor: Person,
  text: string,
  { room, message }: Context,
  reply: DraftReply | null,
): Promise<Result<{ draftId: DraftId }>> {
  if (text.length > textLimits.draft) return refuse(cprProblem(text) ?? 'too-long');
  const editedAt = message?.editedAt ?? undefined;
  const drafts = (await world.drafts.ofPerson(actor.id)).filter(isOpen);
  const [newest] = drafts;
  const same = drafts.find((draft) => draft.text === text);
  const numbers = same?.numbers ?? (newest?.text === '' ? saidOf(text, newest.numbers) : undefined);
  const problem = cprProblem(text, numbers);
  if (problem) return refuse(problem);
  const draftId = same?.id ?? (await fillOrAdd(world, actor, newest, { text, editedAt, numbers, reply }));
  if (message) await world.postings.put({ ...message.at, about: draftId, kind: 'words', to: actor.id });
  // In a channel everybody reads the reply.
  if (room) await notify(world, draftKept, { draftId, personId: actor.id });
  return done({ draftId });
}

/** What is stored of the words of a message. */
interface Said {
  text: string;
  /** The instant of the edit that the text comes from. */
  editedAt: Date | undefined;
  numbers?: SaidNumbers | undefined;
  reply: DraftReply | null;
}

/**
 * Puts words into the person's newest draft where that waits for them, because a file, or what the number in them is,
 * came first; otherwise they are a draft of their own.
 */
export async function fillOrAdd(
  world: World,
  actor: Person,
  newest: Draft | undefined,
  { text, editedAt, numbers, reply }: Said,
): Promise<DraftId> {
  if (newest?.text === '') {
    await world.drafts.setText(newest.id, text, editedAt, numbers);
    if (reply) await world.drafts.setReply(newest.id, reply);
    return newest.id;
  }
  const draft: Draft = { id: world.newId(), personId: actor.id, text, createdAt: world.now() };
  await world.drafts.add({ ...draft, ...(editedAt && { editedAt }), ...(reply && { reply }) });
  return draft.id;
}

/**
 * Gives whom the words of a draft may answer once they do not go out by themselves; null: they are a wish. Somebody who
 * sends no wishes can only send them as what they were.
 */
export function heldBack(writer: Person, reply: DraftReply | undefined): DraftReply | null {
  if (maySubmit(writer) || !reply) return null;
  return reply.is === 'going' ? { is: 'unclear', among: [reply.to] } : reply;
}
