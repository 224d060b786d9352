import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { DraftId, RequestId } from '../../ids.ts';
import { draftId } from '../../input.ts';
import { anyone, maySubmit } from '../../people/roles.ts';
import type { World } from '../../ports.ts';
import { done, type Result } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { type Draft, isOpen } from './draft.ts';
import { partsOf } from './parts/parts.ts';
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
    await world.drafts.note(draftId, { shownAt: world.now(), deniedAt: null });
    return done({ draftId, requestId: null });
  },
});

/** "Nej" after "Er det rigtigt forstået?": the draft is shown again, and the next yes does not send it unseen. */
export const denyDraft = useCase({
  name: 'deny-draft',
  does: 'change',
  pressable: false,
  input: z.object({ draftId }),
  allows: anyone,
  async run(world, actor, { draftId }) {
    const found = await ownDraft(world, actor, draftId);
    if (!found.ok) return found;
    await world.drafts.note(draftId, { deniedAt: world.now() });
    return done({ draftId });
  },
});

async function isBeforeThem(world: World, draft: Draft, { message }: Context): Promise<boolean> {
  const { createdAt, shownAt, deniedAt } = draft;
  const said = latest(createdAt, ...partsOf(draft).flatMap(({ at, editedAt }) => [at, editedAt]));
  // It was not right, and is as it was.
  if (deniedAt && deniedAt.getTime() >= said) return false;
  const last = Math.max(said, latest(shownAt));
  if (message === null || world.now().getTime() - last >= freshMs) return false;
  const postings = await world.postings.of(draft.id);
  return postings.some(({ kind, conversation }) => kind === 'card' && conversation === message.at.conversation);
}

const latest = (...times: ReadonlyArray<Date | undefined>): number =>
  Math.max(0, ...times.map((at) => at?.getTime() ?? 0));
