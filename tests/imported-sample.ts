import mongoose from 'mongoose';
import type { Database } from '../bot/database/database.ts';
import { prepareSample } from '../bot/local/sample-municipality.ts';
import type { Organisation, Person } from '../domain/people/organisation.ts';
import { localDate } from '../domain/time/local-time.ts';
import { worldOf } from '../models/world.ts';
import { keepForRun, madeInRun } from './run-log/kept.ts';

const { EJSON } = mongoose.mongo.BSON;

/** What the import leaves. */
const collections = ['organisations', 'connections', 'counters', 'people'] as const;

/**
 * The sample municipality in an empty database: imported by the first test file of a run, and put in as it stood then by
 * all others, which takes a tenth of the time.
 */
export async function importSample(
  database: Database,
  now: () => Date,
): Promise<{ organisation: Organisation; people: Person[] }> {
  const name = `sample-${localDate(now()).slice(0, 4)}.json`;
  const made = madeInRun(name);
  if (made === null) {
    const prepared = await prepareSample(database, now);
    const rows = await Promise.all(
      collections.map(async (one) => [one, await database.stored[one].collection.find().toArray()] as const),
    );
    keepForRun(name, EJSON.stringify({ organisation: prepared.organisation, rows: Object.fromEntries(rows) }));
    return prepared;
  }
  const { organisation, rows } = EJSON.parse(made) as { organisation: Organisation; rows: Record<string, object[]> };
  await Promise.all(collections.map((one) => database.stored[one].collection.insertMany(rows[one] ?? [])));
  return { organisation, people: await worldOf(database.connection, database.stored, organisation, now).people.all() };
}
