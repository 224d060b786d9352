import type { Context } from '../../context.ts';
import { notify } from '../../delivery/notify.ts';
import { type MessagePlace, nameOfMessage } from '../../delivery/posting.ts';
import type { DraftId } from '../../ids.ts';
import { textLimits } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { maySubmit } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done, type Result, refuse } from '../../refusal.ts';
import { cprProblem, type SaidNumbers, saidOf } from '../../text/cpr/said-numbers.ts';
import { draftKept } from '../messages/draft-kept.ts';
import { type Draft, type DraftReply, isOpen } from './draft.ts';
import { growDraft, nearDraft } from './parts/join-drafts.ts';
import { isMadeOf, partsOf } from './parts/parts.ts';

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
): Promise<Result<Kept>> {
  if (text.length > textLimits.draft) return refuse(cprProblem(text) ?? 'too-long');
  const editedAt = message?.editedAt ?? undefined;
  const all = await world.drafts.ofPerson(actor.id);
  const drafts = all.filter(isOpen);
  const [newest] = drafts;
  const same = drafts.find((draft) => partsOf(draft).some((part) => part.text === text));
  const numbers = same?.numbers ?? (newest?.text === '' ? saidOf(text, newest.numbers) : undefined);
  const problem = cprProblem(text, numbers);
  if (problem) return refuse(problem);
  const isWish = reply === null && maySubmit(actor);
  // After a reply that is on its way, words may go on with that.
  const grown = same || !isWish ? null : await growDraft(world, all[0], { text, editedAt, numbers }, { room, message });
  if (grown && !grown.ok) return grown;
  const near = isWish && !room ? nearDraft(drafts, text, world.now()) : undefined;
  const draftId =
    same?.id ?? grown?.value ?? (await fillOrAdd(world, actor, newest, { text, editedAt, numbers, reply, near }));
  if (message) await world.postings.put({ ...message.at, about: draftId, kind: 'words', to: actor.id });
  if (message && same) await alsoNamed(world, same, text, message.at);
  // In a channel everybody reads the reply.
  if (room) await notify(world, draftKept, { draftId, personId: actor.id });
  return done({ draftId, hasGrown: grown !== null });
}

/** The draft that the words of a message are kept in. */
export interface Kept {
  draftId: DraftId;
  /** They were added to what the draft held before, whose card shows both. */
  hasGrown: boolean;
}

/** A platform has sent one of several messages of a draft once more, under another id. */
async function alsoNamed(world: World, draft: Draft, text: string, at: MessagePlace): Promise<void> {
  const parts = partsOf(draft);
  if (parts.length < 2 || parts.some(isMadeOf(at))) return;
  const named = parts.map((part) =>
    part.text === text ? { ...part, messages: [...part.messages, nameOfMessage(at)] } : part,
  );
  await world.drafts.setParts(draft.id, { text: draft.text, parts: named }, draft.text);
}

/** What is stored of the words of a message. */
interface Said {
  text: string;
  /** The instant of the edit that the text comes from. */
  editedAt: Date | undefined;
  numbers?: SaidNumbers | undefined;
  reply: DraftReply | null;
  /** An earlier draft that may be on the same matter. */
  near?: DraftId | undefined;
}

/**
 * Puts words into the person's newest draft where that waits for them, because a file, or what the number in them is,
 * came first; otherwise they are a draft of their own.
 */
export async function fillOrAdd(
  world: World,
  actor: Person,
  newest: Draft | undefined,
  { text, editedAt, numbers, reply, near }: Said,
): Promise<DraftId> {
  if (newest?.text === '') {
    await world.drafts.setText(newest.id, text, editedAt, numbers);
    if (reply) await world.drafts.setReply(newest.id, reply);
    return newest.id;
  }
  const draft: Draft = { id: world.newId(), personId: actor.id, text, createdAt: world.now() };
  await world.drafts.add({ ...draft, ...(editedAt && { editedAt }), ...(reply && { reply }), ...(near && { near }) });
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
