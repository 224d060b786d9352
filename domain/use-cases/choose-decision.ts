import { z } from 'zod';
import { suggestHorizons } from '../horizon/suggest.ts';
import { cardVersion, choice, id } from '../input.ts';
import { localDate } from '../local-time.ts';
import { done } from '../refusal.ts';
import { moveOf } from '../transitions.ts';
import { useCase } from '../use-case.ts';
import { visibleToMove } from '../visible-request.ts';
import { decisions } from '../vocabulary.ts';
import { ownsAUnit } from './list-inbox.ts';

/** The second step of a tilbagemelding: what the decision asks for, with the periods an owner can pick. */
export const chooseDecision = useCase({
  name: 'choose-decision',
  does: 'look-up',
  input: z.object({ requestId: id, version: cardVersion, decision: choice(decisions) }),
  allows: ownsAUnit,
  async run(world, actor, { decision, ...asked }) {
    const view = await visibleToMove(world, actor, asked, moveOf(decision));
    if (!view.ok) return view;
    return done({ view: view.value, decision, horizons: suggestHorizons(localDate(world.now())) });
  },
});
