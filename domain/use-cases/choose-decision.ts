import { z } from 'zod';
import { suggestHorizons } from '../horizon/suggest.ts';
import { cardVersion, choice, id } from '../input.ts';
import { localDate } from '../local-time.ts';
import { requestFor } from '../move-request.ts';
import { done, refuse } from '../refusal.ts';
import { moveOf } from '../transitions.ts';
import { useCase } from '../use-case.ts';
import { viewRequest } from '../view-request.ts';
import { decisions } from '../vocabulary.ts';
import { ownsAUnit } from './list-inbox.ts';

/** The second step of a tilbagemelding: what the decision asks for, with the periods an owner can pick. */
export const chooseDecision = useCase({
  name: 'choose-decision',
  does: 'look-up',
  input: z.object({ requestId: id, version: cardVersion, decision: choice(decisions) }),
  allows: ownsAUnit,
  async run(world, actor, { requestId, version, decision }) {
    const found = await requestFor(world, actor, requestId, 'owner', moveOf(decision), version);
    if (!found.ok) return found;
    const view = await viewRequest(world, actor, found.value);
    return view ? done({ view, decision, horizons: suggestHorizons(localDate(world.now())) }) : refuse('not-found');
  },
});
