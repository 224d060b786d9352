import { z } from 'zod';
import { cardVersion, id } from '../input.ts';
import { requestFor } from '../move-request.ts';
import { done, refuse } from '../refusal.ts';
import { useCase } from '../use-case.ts';
import { viewRequest } from '../view-request.ts';
import { ownsAUnit } from './list-inbox.ts';

/** The form for handing a request over, with the other units. */
export const openHandOverForm = useCase({
  name: 'open-hand-over-form',
  does: 'look-up',
  input: z.object({ requestId: id, version: cardVersion }),
  allows: ownsAUnit,
  async run(world, actor, { requestId, version }) {
    const found = await requestFor(world, actor, requestId, 'owner', 'handOver', version);
    if (!found.ok) return found;
    const view = await viewRequest(world, actor, found.value);
    const units = world.organisation.units.map(({ name }) => name).filter((name) => name !== found.value.unit);
    return view ? done({ view, units }) : refuse('not-found');
  },
});
