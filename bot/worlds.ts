import type { Connection } from 'mongoose';
import type { PersonId } from '../domain/ids.ts';
import type { Organisation } from '../domain/people/organisation.ts';
import type { World } from '../domain/ports.ts';
import { forArrival, forDeliveries } from '../domain/requests/record/known-records.ts';
import { SharedRecords } from '../domain/requests/record/shared-records.ts';
import type { Embedder } from '../domain/text/embedder.ts';
import { RoomsMemory } from '../models/channels/rooms-memory.ts';
import type { Collections } from '../models/collections.ts';
import { PeopleMemory } from '../models/people/people-memory.ts';
import { RoutedMemory } from '../models/requests/routed-memory.ts';
import { afterCommit } from '../models/transaction.ts';
import { type Memory, worldOf } from '../models/world.ts';

/** The worlds of one instance, by what they are for. */
export interface Worlds {
  /** Knows nothing but what is stored. */
  plain(organisation: Organisation): World;
  /** For one arrival, and no longer. */
  arrival(organisation: Organisation): World;
  /** Tells whether the world of an arrival has put anything into the outbox that is to be delivered. */
  hasFilledOutbox(arrival: World): boolean;
  delivery(organisation: Organisation): World;
  /** The people of an organisation, as this instance keeps them in memory. */
  peopleOf(organisation: string): PeopleMemory;
  /** Ends what runs by itself. */
  close(): void;
}

/**
 * Makes the worlds of this instance: arrivals and deliveries read people from memory, and deliveries know what an
 * arrival has read and written a moment before.
 * @param clock milliseconds that never go back
 * @param embedder the service that gives vectors; null: there is none
 */
export function worldsOf(
  connection: Connection,
  stored: Collections,
  now: () => Date,
  clock: () => number = () => performance.now(),
  embedder: Embedder | null = null,
): Worlds {
  const filled = new WeakSet<World>();
  const memories = new Map<string, Memory & { records: SharedRecords }>();
  const memoryOf = (organisation: string) => {
    const known = memories.get(organisation);
    if (known) return known;
    const people = new PeopleMemory(stored, organisation, clock);
    const rooms = new RoomsMemory(stored, organisation, people);
    const routed = new RoutedMemory(stored, organisation, clock);
    const made = { records: new SharedRecords(clock), people, rooms, routed };
    memories.set(organisation, made);
    return made;
  };
  const remembering = (organisation: Organisation) =>
    worldOf(connection, stored, organisation, now, memoryOf(organisation.id), embedder);
  return {
    plain: (organisation) => worldOf(connection, stored, organisation, now),
    arrival(organisation) {
      const world = forArrival(remembering(organisation), memoryOf(organisation.id).records);
      const add: World['outbox']['add'] = async (messages) => {
        await world.outbox.add(messages);
        if (messages.length > 0) await afterCommit('outbox filled', async () => void filled.add(own));
      };
      const own: World = { ...world, outbox: { ...world.outbox, add } };
      return own;
    },
    hasFilledOutbox: (world) => filled.has(world),
    delivery(organisation) {
      const { records, people } = memoryOf(organisation.id);
      const world = forDeliveries(remembering(organisation), records);
      const byId = async (id: PersonId) => {
        const person = await world.people.byId(id);
        if (!person || Object.keys(person.places).length > 0) return person;
        // The person may have written a moment ago to another instance; a message is not parked for want of that.
        return (await people.now()).byId.get(id) ?? null;
      };
      return { ...world, people: { ...world.people, byId } };
    },
    peopleOf: (organisation) => memoryOf(organisation).people,
    close() {
      for (const { people } of memories.values()) people.close();
    },
  };
}
