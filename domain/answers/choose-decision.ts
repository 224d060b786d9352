import { z } from 'zod';
import { cardVersion, choice, id } from '../input.ts';
import { done } from '../refusal.ts';
import { ownsAUnit } from '../requests/flows/list-inbox.ts';
import { moveOf } from '../requests/transitions.ts';
import { visibleToMove } from '../requests/visible-request.ts';
import { suggestHorizons } from '../time/horizon/suggest.ts';
import { localDate } from '../time/local-time.ts';
import { useCase } from '../use-case.ts';
import { decisions } from '../vocabulary.ts';

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
