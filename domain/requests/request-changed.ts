import { z } from 'zod';
import { defineTask, enqueue } from '../delivery/background-task.ts';
import { requestId, roomId, unitId } from '../input.ts';
import type { World } from '../ports.ts';
import type { Request } from './record/request.ts';

/**
 * Updates the cards of a request. With a `room` it is the card in that channel, in the channel's own queue, because two
 * instances must not write there at once. Without, it is the other channels and the Home tabs.
 */
export const requestChanged = defineTask({
  kind: 'request-changed',
  payload: z.object({
    requestId,
    // The unit that the request left by its closing; its channels no longer say which unit they showed.
    closedUnit: unitId.optional(),
    room: roomId.optional(),
    /** The channels that have a row of their own. */
    told: z.array(roomId).optional(),
  }),
  lane: ({ requestId, room }) => room ?? `request:${requestId}`,
  whenFailed: 'park',
});

/** Updates the cards of a request in people's own chats. They are done again as a whole, and those that are done stay. */
export const cardsChanged = defineTask({
  kind: 'cards-changed',
  payload: z.object({ requestId }),
  lane: ({ requestId }) => `cards:${requestId}`,
  // Nobody misses it: the card says how things stand when it is pressed.
  whenFailed: 'forget',
});

/**
 * Has all cards of a stored request brought up to date, within the running transaction.
 * @param closedUnit the unit that the request leaves by its closing, whose channels show no inbox afterwards
 */
export async function showChange(
  world: World,
  request: Pick<Request, 'id' | 'unit'>,
  closedUnit?: Request['unit'],
): Promise<void> {
  await showInRooms(world, request, closedUnit);
  await enqueue(world, cardsChanged, { requestId: request.id });
}

/** The same for channels and Home tabs alone. */
export async function showInRooms(
  world: World,
  { id: requestId, unit }: Pick<Request, 'id' | 'unit'>,
  closedUnit?: Request['unit'],
): Promise<void> {
  const change = { requestId, ...(closedUnit === undefined ? {} : { closedUnit }) };
  const told = (await world.rooms.ofUnit(unit)).map(({ id }) => id);
  await enqueue(world, requestChanged, told.length === 0 ? change : { ...change, told });
  for (const room of told) await enqueue(world, requestChanged, { ...change, room });
}
