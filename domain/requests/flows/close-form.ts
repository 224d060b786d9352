import { z } from 'zod';
import { id } from '../../input.ts';
import { done, type Result } from '../../refusal.ts';
import { anyone, useCase } from '../../use-case.ts';
import { type ShownDraft, showDraft } from '../drafts/show-draft.ts';
import type { RequestView } from '../view-request.ts';
import { visibleRequest } from '../visible-request.ts';

/** "Annullér": back to what the form was opened from. Nothing that was typed is kept, for nothing was said yet. */
export const closeForm = useCase({
  name: 'close-form',
  does: 'look-up',
  input: z.object({ requestId: id.optional(), draftId: id.optional() }),
  allows: anyone,
  async run(
    world,
    actor,
    { requestId, draftId },
  ): Promise<Result<{ view: RequestView } | ShownDraft | { nothing: true }>> {
    if (draftId !== undefined) return showDraft.run(world, actor, { draftId });
    if (requestId === undefined) return done({ nothing: true });
    const seen = await visibleRequest(world, actor, requestId);
    return seen.ok ? done({ view: seen.value }) : seen;
  },
});
