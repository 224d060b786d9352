import type { Connection } from 'mongoose';
import type { Organisation } from '../domain/people/organisation.ts';
import type { World } from '../domain/ports.ts';
import { forArrival, forDeliveries, SharedRecords } from '../domain/requests/record/known-records.ts';
import type { Collections } from '../models/collections.ts';
import { worldOf } from '../models/world.ts';

/** The worlds of one instance, by what they are for. */
export interface Worlds {
  /** Knows nothing but what is stored. */
  plain(organisation: Organisation): World;
  /** For one arrival, and no longer. */
  arrival(organisation: Organisation): World;
  delivery(organisation: Organisation): World;
}

/** Makes the worlds of this instance, in which deliveries know what an arrival has read and written a moment before. */
export function worldsOf(connection: Connection, stored: Collections, now: () => Date): Worlds {
  const records = new Map<string, SharedRecords>();
  const recordsOf = ({ id }: Organisation): SharedRecords => {
    const known = records.get(id) ?? new SharedRecords(() => performance.now());
    records.set(id, known);
    return known;
  };
  const plain = (organisation: Organisation) => worldOf(connection, stored, organisation, now);
  return {
    plain,
    arrival: (organisation) => forArrival(plain(organisation), recordsOf(organisation)),
    delivery: (organisation) => forDeliveries(plain(organisation), recordsOf(organisation)),
  };
}
