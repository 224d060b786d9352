import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { DraftId, RequestId } from '../../ids.ts';
import { draftId } from '../../input.ts';
import { anyone, maySubmit } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done, type Result } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { type Draft, isOpen } from './draft.ts';
import { ownDraft } from './shown-draft.ts';
import { submitDraft } from './submit-draft.ts';

/** A yes is for what was shown within this time. */
const freshMs = 60 * 60_000;

/**
 * "Ja" after "Er det rigtigt forstået?": sends the draft when it is the only one that is open, was shown a moment ago in
 * the same chat and lacks nothing. Otherwise it is to be shown, and the next yes is for it.
 */
export const confirmDraft = useCase({
  name: 'confirm-draft',
  does: 'change',
  input: z.object({ draftId }),
  allows: anyone,
  async run(world, actor, { draftId }, context): Promise<Result<{ draftId: DraftId; requestId: RequestId | null }>> {
    const found = await ownDraft(world, actor, draftId);
    if (!found.ok) return found;
    const draft = found.value;
    const others = (await world.drafts.ofPerson(actor.id)).filter((one) => isOpen(one) && one.id !== draftId);
    if (maySubmit(actor) && !draft.reply && others.length === 0 && (await isBeforeThem(world, draft, context))) {
      const sent = await submitDraft(world, actor, draft, null, false);
      if (sent.ok) return done({ draftId, requestId: sent.value.requestId });
    }
    await world.drafts.note(draftId, { shownAt: world.now() });
    return done({ draftId, requestId: null });
  },
});

async function isBeforeThem(world: World, draft: Draft, { message }: Context): Promise<boolean> {
  const last = Math.max(...[draft.createdAt, draft.editedAt, draft.shownAt].map((at) => at?.getTime() ?? 0));
  if (message === null || world.now().getTime() - last >= freshMs) return false;
  const postings = await world.postings.of(draft.id);
  return postings.some(({ kind, conversation }) => kind === 'card' && conversation === message.at.conversation);
}
