import type { Context } from '../../context.ts';
import { notify } from '../../delivery/notify.ts';
import type { DraftId } from '../../ids.ts';
import { textLimits } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import type { World } from '../../ports.ts';
import { done, type Result, refuse } from '../../refusal.ts';
import { cprProblem, saidOf } from '../../text/cpr/said-numbers.ts';
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
  let draftId: DraftId;
  if (same) draftId = same.id;
  else if (newest?.text === '') {
    // A file, or what the number in them is, came first, and the draft waits for these words.
    draftId = newest.id;
    await world.drafts.setText(draftId, text, editedAt, numbers);
    if (reply) await world.drafts.setReply(draftId, reply);
  } else {
    draftId = world.newId();
    const draft: Draft = { id: draftId, personId: actor.id, text, createdAt: world.now() };
    await world.drafts.add({ ...draft, ...(editedAt && { editedAt }), ...(reply && { reply }) });
  }
  if (message) await world.postings.put({ ...message.at, about: draftId, kind: 'words', to: actor.id });
  // In a channel everybody reads the reply.
  if (room) await notify(world, draftKept, { draftId, personId: actor.id });
  return done({ draftId });
}
