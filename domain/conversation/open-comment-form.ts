import { z } from 'zod';
import { id } from '../input.ts';
import { done, refuse } from '../refusal.ts';
import { visibleRequest } from '../requests/visible-request.ts';
import { anyone, useCase } from '../use-case.ts';

/** The form for a message to the other side of a request. */
export const openCommentForm = useCase({
  name: 'open-comment-form',
  does: 'look-up',
  input: z.object({ requestId: id }),
  allows: anyone,
  async run(world, actor, { requestId }) {
    const seen = await visibleRequest(world, actor, requestId);
    if (!seen.ok) return seen;
    return seen.value.may.comment ? done({ view: seen.value }) : refuse('not-allowed');
  },
});
