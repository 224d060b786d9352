import type { Connection } from 'mongoose';
import type { PersonId } from '../domain/ids.ts';
import type { Organisation } from '../domain/people/organisation.ts';
import type { World } from '../domain/ports.ts';
import { forArrival, forDeliveries, SharedRecords } from '../domain/requests/record/known-records.ts';
import type { Collections } from '../models/collections.ts';
import { PeopleMemory } from '../models/people/people-memory.ts';
import { worldOf } from '../models/world.ts';

/** The worlds of one instance, by what they are for. */
export interface Worlds {
  /** Knows nothing but what is stored. */
  plain(organisation: Organisation): World;
  /** For one arrival, and no longer. */
  arrival(organisation: Organisation): World;
  delivery(organisation: Organisation): World;
  /** The people of an organisation, as this instance keeps them in memory. */
  peopleOf(organisation: string): PeopleMemory;
  /** Ends what runs by itself. */
  close(): void;
}

/** What an instance keeps in memory of one organisation. */
interface Memory {
  records: SharedRecords;
  people: PeopleMemory;
}

/**
 * Makes the worlds of this instance: arrivals and deliveries read people from memory, and deliveries know what an
 * arrival has read and written a moment before.
 */
export function worldsOf(connection: Connection, stored: Collections, now: () => Date): Worlds {
  const clock = () => performance.now();
  const memories = new Map<string, Memory>();
  const memoryOf = (organisation: string): Memory => {
    const known = memories.get(organisation);
    if (known) return known;
    const made = { records: new SharedRecords(clock), people: new PeopleMemory(stored, organisation, clock) };
    memories.set(organisation, made);
    return made;
  };
  const remembering = (organisation: Organisation) =>
    worldOf(connection, stored, organisation, now, memoryOf(organisation.id).people);
  return {
    plain: (organisation) => worldOf(connection, stored, organisation, now),
    arrival: (organisation) => forArrival(remembering(organisation), memoryOf(organisation.id).records),
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
