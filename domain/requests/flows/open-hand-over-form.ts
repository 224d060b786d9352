import { z } from 'zod';
import { cardVersion, id } from '../../input.ts';
import { done } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { visibleToMove } from '../visible-request.ts';
import { ownsAUnit } from './list-inbox.ts';

/** The form for handing a request over, with the other units. */
export const openHandOverForm = useCase({
  name: 'open-hand-over-form',
  does: 'look-up',
  input: z.object({ requestId: id, version: cardVersion }),
  allows: ownsAUnit,
  async run(world, actor, asked) {
    const view = await visibleToMove(world, actor, asked, 'handOver');
    if (!view.ok) return view;
    const { unit } = view.value.request;
    const units = world.organisation.units.map(({ name }) => name).filter((name) => name !== unit);
    return done({ view: view.value, units });
  },
});
