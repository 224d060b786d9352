import { z } from 'zod';
import { cardVersion, id } from '../input.ts';
import { requestFor } from '../move-request.ts';
import { done, refuse } from '../refusal.ts';
import { useCase } from '../use-case.ts';
import { viewRequest } from '../view-request.ts';
import { ownsAUnit } from './list-inbox.ts';

/** The first step of a tilbagemelding: what the answer is. What else is asked for depends on it. */
export const openAnswerForm = useCase({
  name: 'open-answer-form',
  does: 'look-up',
  input: z.object({ requestId: id, version: cardVersion }),
  allows: ownsAUnit,
  async run(world, actor, { requestId, version }) {
    const found = await requestFor(world, actor, requestId, 'owner', 'answer', version);
    if (!found.ok) return found;
    const view = await viewRequest(world, actor, found.value);
    return view ? done({ view }) : refuse('not-found');
  },
});
