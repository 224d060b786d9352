import { z } from 'zod';
import { notify } from '../../delivery/notify.ts';
import { cardVersion, requestId, textLimits, words } from '../../input.ts';
import { unitByName } from '../../people/organisation.ts';
import { mayAnswer } from '../../people/roles.ts';
import { done, refuse } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { requestArrived } from '../messages/request-arrived.ts';
import { moveRequest, requestFor } from '../move-request.ts';
import { visibleToMove } from '../visible-request.ts';

/** The form for handing a request over, with the other units. */
export const openHandOverForm = useCase({
  name: 'open-hand-over-form',
  does: 'look-up',
  input: z.object({ requestId, version: cardVersion }),
  allows: mayAnswer,
  async run(world, actor, asked) {
    const view = await visibleToMove(world, actor, asked, 'handOver');
    if (!view.ok) return view;
    const { unit } = view.value.request;
    const units = world.organisation.units.map(({ name }) => name).filter((name) => name !== unit);
    return done({ view: view.value, units });
  },
});

/** Gives a request to the unit it belongs to. The leader's date stands: handing over buys no time. */
export const handOverRequest = useCase({
  name: 'hand-over-request',
  does: 'change',
  input: z.object({
    requestId,
    version: cardVersion,
    unit: z.string('required').min(1, 'required').max(200, 'not-a-choice'),
    reason: words(textLimits.reason),
  }),
  allows: mayAnswer,
  async run(world, actor, { requestId, version, unit, reason }) {
    const found = await requestFor(world, actor, requestId, 'owner', 'handOver', version);
    if (!found.ok) return found;
    const from = found.value.unit;
    if (!unitByName(world.organisation, unit)) return refuse('invalid-input', { unit: 'not-a-choice' });
    if (unit === from) return refuse('invalid-input', { unit: 'same-unit' });
    await moveRequest(world, actor, found.value, 'handOver', { unit }, { type: 'handedOver', from, to: unit, reason });
    await notify(world, requestArrived, { requestId });
    return done({ requestId, number: found.value.number, unit });
  },
});
