import { z } from 'zod';
import { type MessagePlace, nameOfMessage } from '../../delivery/posting.ts';
import type { DraftId } from '../../ids.ts';
import { draftId } from '../../input.ts';
import { anyone } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done, type Result } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import type { Draft } from './draft.ts';
import { cardParts, draftAsShown, isMadeOf, partsOf, textOf } from './parts/parts.ts';
import { ownDraft } from './shown-draft.ts';

/** Deletes a person's own draft with its files. */
export const discardDraft = useCase({
  name: 'discard-draft',
  does: 'change',
  input: z.object({ draftId, parts: cardParts }),
  allows: anyone,
  async run(world, actor, { draftId, parts }) {
    const found = await draftAsShown(world, actor, draftId, parts);
    if (!found.ok) return found;
    await forgetDraft(world, draftId);
    return done({});
  },
});

/** Takes the words and files of a message that was deleted out of their draft, which is deleted when they were all of it. */
export const takeWordsBack = useCase({
  name: 'take-words-back',
  does: 'change',
  pressable: false,
  input: z.object({ draftId }),
  allows: anyone,
  async run(world, actor, { draftId }, { message }): Promise<Result<{ left: DraftId | null }>> {
    const found = await ownDraft(world, actor, draftId);
    if (!found.ok) return found;
    const isLeft = message !== null && (await leavesSomething(world, found.value, message.at));
    if (!isLeft) await forgetDraft(world, draftId);
    // It may come back, and is new then.
    else await world.postings.remove(message.at);
    return done({ left: isLeft ? draftId : null });
  },
});

/** Takes a message's words and files out of a draft, within the running transaction; false when they are all of it. */
async function leavesSomething(world: World, draft: Draft, at: MessagePlace): Promise<boolean> {
  const hasWords = (await world.postings.at(at))?.kind !== 'files';
  const files = await world.attachments.of(draft.id);
  const gone = files.filter(({ message }) => message === nameOfMessage(at));
  if (hasWords) {
    const parts = partsOf(draft);
    const left = parts.filter((part) => !isMadeOf(at)(part));
    if (left.length === parts.length) left.shift();
    if (left.length === 0) return false;
    await world.drafts.setParts(draft.id, { text: textOf(left), parts: left }, draft.text);
  } else if (draft.text === '' && gone.length === files.length) return false;
  for (const { id } of gone) await world.attachments.remove(id);
  return true;
}

/** Deletes a draft with its files, within the running transaction. */
export async function forgetDraft(world: World, draftId: DraftId): Promise<void> {
  await world.drafts.remove(draftId);
  await world.attachments.removeOf(draftId);
}
