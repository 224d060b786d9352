import { notify } from '../delivery/notify.ts';
import type { RequestId } from '../ids.ts';
import { textLimits } from '../input.ts';
import { unitOfArea } from '../people/organisation.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../ports.ts';
import { done, type Result, refuse } from '../refusal.ts';
import { bothSaid, type SaidNumbers } from '../text/cpr/said-numbers.ts';
import { localDate } from '../time/local-time.ts';
import { addWorkingDays } from '../time/working-days.ts';
import type { NewRequest } from './create-request.ts';
import { requestArrived } from './messages/request-arrived.ts';
import { requestAdded, requestRevised } from './messages/request-revised.ts';
import { tellUnlessWaiting } from './messages/tell-unless-waiting.ts';
import { changeRequest } from './move-request.ts';
import { originOf } from './origin.ts';
import type { Request } from './record/request.ts';
import { awaitsAnswer } from './transitions.ts';

/**
 * Gives a request other words, as its leader filled in the same form again. Once anybody has acted on it, it stays as it
 * was sent: the refusal is `sent-already`.
 */
export async function reviseRequest(
  world: World,
  leader: Person,
  requestId: RequestId,
  wish: NewRequest,
): Promise<Result<{ requestId: RequestId }>> {
  const request = await world.requests.byId(requestId);
  if (request?.leaderId !== leader.id || (await wasActedOn(world, request))) return refuse('sent-already');
  const unit = unitOfArea(world.organisation, wish.area);
  if (!unit) return refuse('no-owner-for-area', { area: 'not-a-choice' });
  const hasMoved = unit.id !== request.unit;
  const dueOn = addWorkingDays(localDate(request.submittedAt), unit.answerWithinWorkingDays);
  const origin = wish.anonymous ? (request.origin ?? originOf(leader, await world.people.all())) : null;
  const changes = { ...wish, origin, unit: unit.id, dueOn };
  await changeRequest(world, leader, request, changes, { type: 'revised', unit: unit.id, dueOn });
  if (hasMoved) await notify(world, requestArrived, { requestId });
  // A card that has not gone out yet shows the corrected words by itself.
  else await tellUnlessWaiting(world, requestRevised, requestId, [requestArrived.kind]);
  return done({ requestId });
}

/** Gives a request other words, on behalf of its leader, and has its owners told; the same words change nothing. */
export async function correctWords(world: World, leader: Person, request: Request, text: string): Promise<void> {
  if (text === request.text) return;
  const { id, unit, dueOn } = request;
  await changeRequest(world, leader, request, { text }, { type: 'revised', unit, dueOn });
  await tellUnlessWaiting(world, requestRevised, id, [requestArrived.kind]);
}

/**
 * Adds to the words of a request that awaits its answer, and has its owners told. False when it does not, or when it has
 * no room for more.
 */
export async function addWords(
  world: World,
  leader: Person,
  request: Request,
  added: string,
  numbers?: SaidNumbers,
): Promise<boolean> {
  const text = `${request.text}\n\n${added}`;
  if (!awaitsAnswer(request.state) || text.length > textLimits.request) return false;
  const said = bothSaid(request.numbers, numbers);
  await changeRequest(world, leader, request, { text, ...(said && { numbers: said }) }, { type: 'added', added });
  await tellUnlessWaiting(world, requestAdded, request.id, [requestArrived.kind, requestRevised.kind]);
  return true;
}

async function wasActedOn(world: World, { id, state }: Request): Promise<boolean> {
  if (state !== 'routed') return true;
  const steps = await world.requests.history(id);
  const isLeadersAlone = steps.every(({ type }) => type === 'submitted' || type === 'revised');
  return !isLeadersAlone || (await world.comments.ofRequest(id)).length > 0;
}
