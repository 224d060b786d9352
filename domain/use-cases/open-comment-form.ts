import { z } from 'zod';
import { id } from '../input.ts';
import { done, refuse } from '../refusal.ts';
import { anyone, useCase } from '../use-case.ts';
import { viewRequest } from '../view-request.ts';

/** The form for a message to the other side of a request. */
export const openCommentForm = useCase({
  name: 'open-comment-form',
  does: 'look-up',
  input: z.object({ requestId: id }),
  allows: anyone,
  async run(world, actor, { requestId }) {
    const request = await world.requests.byId(requestId);
    const view = request && (await viewRequest(world, actor, request));
    if (!view) return refuse('not-found');
    return view.may.comment ? done({ view }) : refuse('not-allowed');
  },
});
