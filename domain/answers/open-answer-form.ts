import { z } from 'zod';
import { cardVersion, id } from '../input.ts';
import { done } from '../refusal.ts';
import { ownsAUnit } from '../requests/flows/list-inbox.ts';
import { visibleToMove } from '../requests/visible-request.ts';
import { useCase } from '../use-case.ts';

/** The first step of a tilbagemelding: what the answer is. What else is asked for depends on it. */
export const openAnswerForm = useCase({
  name: 'open-answer-form',
  does: 'look-up',
  input: z.object({ requestId: id, version: cardVersion }),
  allows: ownsAUnit,
  async run(world, actor, asked) {
    const view = await visibleToMove(world, actor, asked, 'answer');
    return view.ok ? done({ view: view.value }) : view;
  },
});
