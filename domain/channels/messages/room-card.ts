import { z } from 'zod';
import { defineRoomMessage, only } from '../../delivery/message.ts';
import { requestId, unitId } from '../../input.ts';
import { viewForUnit } from '../../requests/view-request.ts';
import type { Room } from '../room.ts';
import { cardIn, decideCard, roomsConcernedBy } from '../room-rules.ts';

/** The card of a request in a unit's channel: posted once, then updated in place. */
export const roomCard = defineRoomMessage({
  kind: 'room-card',
  payload: z.object({ requestId, closedUnit: unitId.optional() }),
  // A new card makes a sound and waits for office hours; an update in place is silent.
  class: async (world, roomId, { requestId }) =>
    cardIn({ id: roomId }, await world.postings.of(requestId)) ? 'update' : 'request',
  async recipients(world, { requestId }) {
    const request = await world.requests.byId(requestId);
    return only(request ? await roomsConcernedBy(world, request) : []);
  },
  async content(world, room: Room, { requestId, closedUnit }) {
    const request = await world.requests.byId(requestId);
    if (!request) return null;
    const view = await viewForUnit(world, request);
    const decision = decideCard(room, view, await world.postings.of(requestId), closedUnit);
    return decision.do === 'nothing' ? null : { view, decision, owners: await world.people.ownersOf(request.unit) };
  },
});
