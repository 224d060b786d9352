import { z } from 'zod';
import { notify } from '../../delivery/notify.ts';
import type { UnitId } from '../../ids.ts';
import { textLimits, unitId, words } from '../../input.ts';
import { isOperator, type Operator } from '../../people/actor.ts';
import type { Person } from '../../people/person.ts';
import type { World } from '../../ports.ts';
import { done, type Result, refuse } from '../../refusal.ts';
import { operatorUseCase } from '../../use-case.ts';
import { areas } from '../../vocabulary.ts';
import { unitClosed } from '../messages/unit-closed.ts';
import { changeRequest } from '../move-request.ts';
import type { Request } from '../record/request.ts';
import { showChange } from '../request-changed.ts';
import { stateAfter } from '../transitions.ts';
import { type ClosingObstacle, type ClosingPlan, planClosing } from './plan-closing.ts';

const receivers = z.union([
  z.strictObject({ all: unitId, withPeople: z.boolean() }),
  z.strictObject({ byArea: z.partialRecord(z.enum(areas), unitId) }),
]);

/** The effect of closing a unit, without the requests themselves, which would name their leaders. */
export type ClosingPreview = Pick<ClosingPlan, 'areas' | 'shares' | 'peopleTo' | 'owners' | 'channels'>;

/** The dry run of `close-unit`: gives what it would move, or all obstacles. */
export const previewClosing = operatorUseCase({
  name: 'preview-closing',
  does: 'look-up',
  input: z.object({ unit: unitId, receivers }),
  allows: (actor) => isOperator(actor),
  async run(world, _actor, { unit, receivers }): Promise<Result<ClosingPreview | { obstacles: ClosingObstacle[] }>> {
    const organisation = (await world.settings.read()) ?? world.organisation;
    const planned = await planClosing(world, organisation, unit, receivers);
    if ('obstacles' in planned) return done(planned);
    const { areas, shares, peopleTo, owners, channels } = planned.plan;
    return done({ areas, shares, peopleTo, owners, channels });
  },
});

/**
 * Closes a unit or merges it into another one. Open requests move with their deadline, and their timeline shows it. The
 * people who receive them are told, and so are the process owners of a closed unit; the leaders read it in the
 * timeline.
 */
export const closeUnit = operatorUseCase({
  name: 'close-unit',
  does: 'change',
  input: z.object({ unit: unitId, receivers, reason: words(textLimits.reason) }),
  allows: (actor) => isOperator(actor),
  async run(world, operator, { unit, receivers, reason }) {
    const organisation = (await world.settings.read()) ?? world.organisation;
    const planned = await planClosing(world, organisation, unit, receivers);
    if ('obstacles' in planned) return refuse('wrong-state');
    const { moves, shares, peopleTo, ...plan } = planned.plan;
    const hadBefore = peopleTo === null ? [] : await world.requests.openOfUnit(peopleTo);
    // They get the message while they are still the unit's owners.
    if (peopleTo === null) await notify(world, unitClosed, { unit, into: null, requests: moves.length });

    await world.settings.put(plan.organisation);
    for (const { request, to } of moves) await reassign(world, operator, request, to, { reason, restarts: !peopleTo });
    const people = (await world.people.known()).filter((person) => person.unit === unit);
    await world.people.changeAll(people.map(({ id }) => ({ id, changes: { unit: peopleTo } })));
    await world.rooms.moveUnit(unit, peopleTo);
    if (peopleTo !== null) {
      await world.requests.moveSettled(unit, peopleTo);
      // The channels that move with the people show the waiting requests of their new unit as well.
      for (const request of hadBefore) await showChange(world, request);
    }
    await world.settings.addEvent({
      id: world.newId(),
      at: world.now(),
      by: operator.id,
      type: 'unit-closed',
      unit,
      name: plan.unit.name,
      mergedInto: peopleTo,
      shares,
    });
    for (const { unit: into, requests } of shares) await notify(world, unitClosed, { unit, into, requests });
    return done({ shares });
  },
});

/**
 * Gives an open request to another unit. When its people do not move with it, the new unit starts on it anew; a promise
 * stays in force.
 */
async function reassign(
  world: World,
  operator: Person | Operator,
  request: Request,
  to: UnitId,
  { reason, restarts }: { reason: string; restarts: boolean },
): Promise<void> {
  const state = (restarts ? stateAfter(request.state, 'handOver') : null) ?? request.state;
  const from = request.unit;
  const step = { type: 'handedOver', from, to, reason } as const;
  await changeRequest(world, operator, request, { unit: to, state }, step, restarts ? from : undefined);
}
