import { z } from 'zod';
import type { DraftId } from '../../ids.ts';
import { draftId } from '../../input.ts';
import { anyone } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done, type Result } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
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

/** Takes the words of a message that was deleted out of their draft, which is deleted when they were all of it. */
export const takeWordsBack = useCase({
  name: 'take-words-back',
  does: 'change',
  pressable: false,
  input: z.object({ draftId }),
  allows: anyone,
  async run(world, actor, { draftId }, { message }): Promise<Result<{ left: DraftId | null }>> {
    const found = await ownDraft(world, actor, draftId);
    if (!found.ok) return found;
    const parts = partsOf(found.value);
    const left = message ? parts.filter((part) => !isMadeOf(message.at)(part)) : [];
    if (message && parts.length > 1 && left.length > 0) {
      if (left.length === parts.length) left.shift();
      await world.drafts.setParts(draftId, { text: textOf(left), parts: left }, found.value.text);
      // It may come back, and is new then.
      await world.postings.remove(message.at);
      return done({ left: draftId });
    }
    await forgetDraft(world, draftId);
    return done({ left: null });
  },
});

/** Deletes a draft with its files, within the running transaction. */
export async function forgetDraft(world: World, draftId: DraftId): Promise<void> {
  await world.drafts.remove(draftId);
  await world.attachments.removeOf(draftId);
}
