import { type Database, openDatabase } from '../../bot/database/database.ts';
import { prepareCounters } from '../../models/requests/requests.ts';
import { worldOf } from '../../models/world.ts';
import { newTestDatabase, type TestDatabase } from '../database.ts';
import { worldContract } from './world/contract.ts';
import { noon } from './world/stage.ts';

let testDatabase: TestDatabase | undefined;
let database: Database | undefined;
beforeAll(async () => {
  testDatabase = newTestDatabase();
  database = await openDatabase(testDatabase.uri);
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
