import { z } from 'zod';
import { notify } from '../../delivery/notify.ts';
import { cardVersion, requestId, textLimits, unitId, words } from '../../input.ts';
import { unitById } from '../../people/organisation.ts';
import { mayAnswer } from '../../people/roles.ts';
import { done, refuse } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { requestArrived } from '../messages/request-arrived.ts';
import { moveRequest, requestFor } from '../move-request.ts';
import { visibleToMove } from '../visible-request.ts';

/** Gives the form for handing a request over, with the other units. */
export const openHandOverForm = useCase({
  name: 'open-hand-over-form',
  does: 'look-up',
  input: z.object({ requestId, version: cardVersion }),
  allows: mayAnswer,
  async run(world, actor, asked) {
    const view = await visibleToMove(world, actor, asked, 'handOver');
    if (!view.ok) return view;
    const { unit } = view.value.request;
    const units = world.organisation.units.filter(({ id }) => id !== unit);
    return done({ view: view.value, units });
  },
});

/** Gives a request to the unit that it belongs to. The deadline stays: handing over buys no time. */
export const handOverRequest = useCase({
  name: 'hand-over-request',
  does: 'change',
  input: z.object({
    requestId,
    version: cardVersion,
    unit: unitId,
    reason: words(textLimits.reason),
  }),
  allows: mayAnswer,
  async run(world, actor, { requestId, version, unit: to, reason }) {
    const found = await requestFor(world, actor, requestId, 'owner', 'handOver', version);
    if (!found.ok) return found;
    const from = found.value.unit;
    const unit = unitById(world.organisation, to);
    if (!unit) return refuse('invalid-input', { unit: 'not-a-choice' });
    if (to === from) return refuse('invalid-input', { unit: 'same-unit' });
    await moveRequest(world, actor, found.value, 'handOver', { unit: to }, { type: 'handedOver', from, to, reason });
    await notify(world, requestArrived, { requestId });
    return done({ requestId, number: found.value.number, unit: unit.name });
  },
});
