import type { Room } from '../../channels/room.ts';
import type { PersonId, RoomId } from '../../ids.ts';
import { unitName } from '../../people/organisation.ts';
import type { Person } from '../../people/person.ts';
import type { World } from '../../ports.ts';

/** The recipient of a row of the outbox: a person, a channel with the name of its unit, or nobody, as it is the bot's own work. */
export type Recipient =
  | { is: 'person'; person: Person }
  | { is: 'room'; room: Room; unit: string | null }
  | { is: 'task' };

/**
 * The number of messages that did not reach one recipient, for one reason. It does not say which messages they are,
 * nor of what day: that would point at a leader who is anonymous.
 */
export interface Undelivered {
  to: string;
  recipient: Recipient;
  /** As in `ParkedRow`. */
  problem: string;
  count: number;
}

/** Gives all that is parked now, by reason and recipient, the oldest first. */
export async function parkedNow(world: World): Promise<Undelivered[]> {
  const groups = Map.groupBy(await world.parked.list(), ({ problem, to }) => JSON.stringify([problem, to]));
  return Promise.all(
    [...groups.values()].map(async (rows) => {
      const [{ to, problem }] = rows as [(typeof rows)[number]];
      return { to, problem, recipient: await recipientOf(world, to), count: rows.length };
    }),
  );
}

/** Finds the recipient of a row. */
export async function recipientOf({ organisation, people, rooms }: World, to: string): Promise<Recipient> {
  const person = await people.byId(to as PersonId);
  if (person) return { is: 'person', person };
  const room = await rooms.byId(to as RoomId);
  return room ? { is: 'room', room, unit: room.unit && unitName(organisation, room.unit) } : { is: 'task' };
}
