import { notify } from '../delivery/notify.ts';
import type { RequestId } from '../ids.ts';
import { unitOfArea } from '../people/organisation.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../ports.ts';
import { type Result, refuse } from '../refusal.ts';
import type { SaidNumbers } from '../text/cpr/said-numbers.ts';
import { localDate } from '../time/local-time.ts';
import { addWorkingDays } from '../time/working-days.ts';
import type { Area, Kind } from '../vocabulary.ts';
import { requestArrived } from './messages/request-arrived.ts';
import { originOf } from './origin.ts';
import { type Burden, type Request, requestNumber } from './record/request.ts';
import { showChange, showInRooms } from './request-changed.ts';

export interface NewRequest {
  text: string;
  numbers?: SaidNumbers;
  area: Area;
  kind: Kind | null;
  burden: Burden;
  anonymous: boolean;
}

/**
 * Stores a request with its number, routes it by the area's rule and tells the unit's present owners. A draft that is
 * sent gives the request its id, so that its files and messages stay with it.
 */
export async function createRequest(
  world: World,
  leader: Person,
  wish: NewRequest,
  draftId?: RequestId,
): Promise<Result<{ requestId: RequestId }>> {
  const unit = unitOfArea(world.organisation, wish.area);
  if (!unit) return refuse('no-owner-for-area', { area: 'not-a-choice' });
  const id = draftId ?? world.newId<RequestId>();
  const at = world.now();
  const today = localDate(at);
  const year = Number(today.slice(0, 4));
  const request: Request = {
    ...wish,
    id,
    number: requestNumber(world.organisation.numberPrefix, year, await world.requests.nextSerial(year)),
    leaderId: leader.id,
    administration: leader.administrationId,
    origin: wish.anonymous ? originOf(leader, await world.people.all()) : null,
    unit: unit.id,
    state: 'routed',
    submittedAt: at,
    dueOn: addWorkingDays(today, unit.answerWithinWorkingDays),
    answer: null,
    deliveredAt: null,
    version: 1,
  };
  await world.requests.add(request);
  await world.requests.addEvent({
    id: world.newId(),
    requestId: request.id,
    step: request.version,
    at,
    by: leader.id,
    type: 'submitted',
    unit: unit.id,
    dueOn: request.dueOn,
  });
  await notify(world, requestArrived, { requestId: request.id });
  // No card can stand of a request that was no draft before.
  await (draftId === undefined ? showInRooms(world, request) : showChange(world, request));
  return { ok: true, value: { requestId: request.id } };
}
