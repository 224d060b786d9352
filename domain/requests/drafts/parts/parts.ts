import { z } from 'zod';
import { type MessagePlace, nameOfMessage } from '../../../delivery/posting.ts';
import type { DraftId } from '../../../ids.ts';
import type { Person } from '../../../people/person.ts';
import type { World } from '../../../ports.ts';
import { done, type Result, refuse } from '../../../refusal.ts';
import { cleanText } from '../../../text/clean-text.ts';
import type { Attachment } from '../../record/attachment.ts';
import type { Draft, DraftPart } from '../draft.ts';
import { ownDraft } from '../shown-draft.ts';

/**
 * Gives the messages that a draft was made of, the first one first. A text that somebody changed as a whole is one part,
 * also where an earlier version changed it.
 */
export function partsOf(draft: Draft): readonly [DraftPart, ...DraftPart[]] {
  const { text, createdAt, editedAt, parts = [] } = draft;
  const [first, ...more] = parts;
  if (first && textOf(parts) === text) return [first, ...more];
  return [{ text, at: createdAt, messages: first?.messages ?? [], ...(editedAt && { editedAt }) }];
}

/** Gives the text of messages that are one draft. */
export const textOf = (parts: readonly DraftPart[]): string =>
  cleanText(
    parts
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n\n'),
  );

/** Gives the index of the part that a message became; the first one has the messages that no other names. */
export function partAt(parts: readonly DraftPart[], at: MessagePlace): number {
  return Math.max(0, parts.findIndex(isMadeOf(at)));
}

/** Gives the test whether a part was made of this message. */
export const isMadeOf =
  (at: MessagePlace) =>
  ({ messages }: DraftPart): boolean =>
    messages.includes(nameOfMessage(at));

/** The number of messages that a draft on a card is made of; absent: one. It is stale when another one has joined. */
export const cardParts = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .optional();

/**
 * Gives the actor's own draft as `ownDraft` does; refuses with `wrong-state` when it has other messages than the card
 * that was pressed, whose reader has not seen them on it.
 */
export async function draftAsShown(
  world: World,
  actor: Person,
  draftId: DraftId,
  parts: number | undefined,
): Promise<Result<Draft>> {
  const found = await ownDraft(world, actor, draftId);
  if (!found.ok) return found;
  return partsOf(found.value).length === (parts ?? 1) ? done(found.value) : refuse('wrong-state');
}

/** Gives the parts of a draft with the messages that each was made of, as the postings tell them. */
export async function partsWithMessages(world: World, draft: Draft): Promise<readonly DraftPart[]> {
  const [first, ...more] = partsOf(draft);
  if (more.length > 0) return [first, ...more];
  const postings = await world.postings.of(draft.id);
  return [{ ...first, messages: postings.filter(({ kind }) => kind === 'words').map(nameOfMessage) }];
}

/**
 * Makes a draft of its own of the parts from an index on, within the running transaction, and gives its id. Their
 * messages and the files that came with them or later go along.
 */
export async function splitOff(world: World, draft: Draft, from: number): Promise<DraftId> {
  const parts = partsOf(draft);
  const [kept, gone] = [parts.slice(0, from), parts.slice(from)];
  const [first] = gone;
  if (!first || kept.length === 0) throw new Error('a draft keeps a part, and gives one away');
  const { numbers, personId } = draft;
  const id = world.newId<DraftId>();
  await world.drafts.setParts(draft.id, { text: textOf(kept), parts: kept }, draft.text);
  await world.drafts.add({
    id,
    personId,
    text: textOf(gone),
    createdAt: first.at,
    parts: gone,
    ...(first.editedAt && { editedAt: first.editedAt }),
    ...(numbers && { numbers }),
  });
  const files = (await world.attachments.of(draft.id)).filter((file) => goesAlong(file, first, kept, gone));
  for (const { id: fileId } of files) await world.attachments.change(fileId, { about: id });
  for (const posting of await world.postings.of(draft.id)) {
    const withFiles = posting.kind === 'files' && files.some(({ message }) => message === nameOfMessage(posting));
    if (withFiles || (posting.kind === 'words' && gone.some(isMadeOf(posting))))
      await world.postings.put({ ...posting, about: id }, false);
  }
  return id;
}

/** Whether a file belongs to the parts that go: by its message, or, where that had no words, by the time it came. */
function goesAlong(
  { at, message = '' }: Attachment,
  first: DraftPart,
  kept: readonly DraftPart[],
  gone: readonly DraftPart[],
): boolean {
  const isOf = ({ messages }: DraftPart) => messages.includes(message);
  return gone.some(isOf) || (at >= first.at && !kept.some(isOf));
}
