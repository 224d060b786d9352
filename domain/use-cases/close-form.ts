import { z } from 'zod';
import { id } from '../input.ts';
import { done, type Result, refuse } from '../refusal.ts';
import { anyone, useCase } from '../use-case.ts';
import { type RequestView, viewRequest } from '../view-request.ts';
import { type ShownDraft, showDraft } from './show-draft.ts';

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
    const request = await world.requests.byId(requestId);
    const view = request && (await viewRequest(world, actor, request));
    return view ? done({ view }) : refuse('not-found');
  },
});
