import type { RequestId, UnitId } from '../ids.ts';
import type { Operator } from '../people/actor.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../ports.ts';
import { type Result, refuse } from '../refusal.ts';
import type { Step } from './record/history.ts';
import type { Request } from './record/request.ts';
import { showChange } from './request-changed.ts';
import { type Move, stateAfter } from './transitions.ts';
import { type Relation, relationsTo } from './visibility.ts';

/**
 * Gives the request if the actor has the right (`relation`) and the table of moves allows `move` from its state. A
 * person without any right gets the refusal `not-found`. `version` is that of the card that was acted on; when the
 * request has changed since, the refusal `wrong-state` shows the person its present state first.
 */
export async function requestFor(
  world: World,
  actor: Person,
  requestId: RequestId,
  relation: Relation,
  move: Move,
  version?: number,
): Promise<Result<Request>> {
  const request = await world.requests.byId(requestId);
  const relations = request ? await relationsTo(world, actor, request) : [];
  if (!request || relations.length === 0) return refuse('not-found');
  if (!relations.includes(relation)) return refuse('not-allowed');
  if (stateAfter(request.state, move) === null) return refuse('wrong-state');
  if (version !== undefined && version !== request.version) return refuse('wrong-state');
  return { ok: true, value: request };
}

/** Makes a move: stores the changed request and its step in the history, within the running transaction. */
export async function moveRequest(
  world: World,
  actor: Person,
  request: Request,
  move: Move,
  changes: Partial<Omit<Request, 'state'>>,
  step: Step,
): Promise<Request> {
  const state = stateAfter(request.state, move);
  if (state === null) throw new Error(`${request.number} cannot ${move} from ${request.state}`);
  return changeRequest(world, actor, request, { ...changes, state }, step);
}

/**
 * Stores a changed request and its step in the history, within the running transaction, and has every place updated
 * where the request is shown. A step always changes its request, since the request's new version orders the history.
 * @param closedUnit the unit that the request leaves by its closing, whose channels show no inbox afterwards
 */
export async function changeRequest(
  world: World,
  actor: Person | Operator,
  request: Request,
  changes: Partial<Request>,
  step: Step,
  closedUnit?: UnitId,
): Promise<Request> {
  const changed = await world.requests.change(request, changes);
  await world.requests.addEvent({
    ...step,
    id: world.newId(),
    requestId: request.id,
    step: changed.version,
    at: world.now(),
    by: actor.id,
  });
  await showChange(world, changed, closedUnit);
  return changed;
}
