import { type Database, openDatabase } from '../../bot/database/database.ts';
import { prepareCounters } from '../../models/requests/requests.ts';
import { worldOf } from '../../models/world.ts';
import { newTestDatabase, type TestDatabase } from '../database.ts';
import { Queries } from '../queries.ts';
import { worldContract } from './world/contract.ts';
import { noon } from './world/stage.ts';

let testDatabase: TestDatabase | undefined;
let database: Database | undefined;
let queries: Queries | undefined;
beforeAll(async () => {
  testDatabase = newTestDatabase();
  database = await openDatabase(testDatabase.uri);
  queries = new Queries(database.connection);
});
afterAll(async () => {
  await database?.close();
});

worldContract(async (organisations) => {
  if (!database) throw new Error('the database was not opened');
  const { connection, stored } = database;
  // Emptied and not dropped: building the indexes anew takes longer than a test.
  for (const collection of (await connection.db?.collections()) ?? []) await collection.deleteMany({});
  const worlds = organisations.map((organisation) => worldOf(connection, stored, organisation, () => noon));
  for (const { id } of organisations) await prepareCounters(stored, id, noon.getFullYear());
  const [world, other] = worlds;
  if (!world || !other) throw new Error('there are two organisations');
  const parks = async (to: string, problem: string) => {
    await stored.outbox.updateMany({ organisation: world.organisation.id, to }, { state: 'parked', problem });
  };
  return { world, other, parks, close: async () => undefined };
});

test('has an index for every query of a world', async () => {
  const found = await queries?.explained();
  expect(found?.withoutIndex).toEqual([]);
  expect(found?.all.length).toBeGreaterThan(40);
});
