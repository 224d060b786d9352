import { z } from 'zod';
import { draftId, requestId } from '../../input.ts';
import { anyone } from '../../people/roles.ts';
import { done, type Result } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { type ShownDraft, shownDraft } from '../drafts/shown-draft.ts';
import type { RequestView } from '../view-request.ts';
import { visibleRequest } from '../visible-request.ts';

/**
 * "Annullér": gives back the card that the form was opened from, and keeps nothing of what was typed, because the
 * person did not send it.
 */
export const closeForm = useCase({
  name: 'close-form',
  does: 'look-up',
  input: z.object({ requestId: requestId.optional(), draftId: draftId.optional() }),
  allows: anyone,
  async run(
    world,
    actor,
    { requestId, draftId },
  ): Promise<Result<{ view: RequestView } | ShownDraft | { nothing: true }>> {
    if (draftId !== undefined) return shownDraft(world, actor, draftId);
    if (requestId === undefined) return done({ nothing: true });
    const seen = await visibleRequest(world, actor, requestId);
    return seen.ok ? done({ view: seen.value }) : seen;
  },
});
