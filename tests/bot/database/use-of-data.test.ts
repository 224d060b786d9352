import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../../bot/database/database.ts';
import { claimUse, sampleOrganisation } from '../../../bot/database/use-of-data.ts';
import { newTestDatabase, type TestDatabase } from '../../database.ts';
import { tuesdayMorning } from '../../sample-domain.ts';

let testDatabase: TestDatabase;
let database: Database;
beforeEach(async () => {
  testDatabase = newTestDatabase();
  database = await openDatabase(testDatabase.uri);
});
afterEach(async () => {
  await database?.close();
});

const claim = (use: 'production' | 'sample', keepsSample = false) =>
  claimUse(database.stored, use, { keepsSample, now: tuesdayMorning });
const adds = (id: string) =>
  database.stored.organisations.create([{ _id: id, name: id, language: 'da', numberPrefix: 'X', units: [] }]);

test('data that a bot with real tenants has used is none of the playground’s', async () => {
  await claim('production');
  await expect(claim('sample')).rejects.toThrow(/^This data is of a bot with real tenants[\s\S]*settings are lost/);
  await claim('production');
});

test('data of version 0.1 with a municipality’s organisation is none of the playground’s', async () => {
  await adds('odense');
  await expect(claim('sample')).rejects.toThrow('real tenants');
  await claim('production');
});

test('the playground’s data starts in production only when the operator says so', async () => {
  await claim('sample');
  await claim('sample');
  await expect(claim('production')).rejects.toThrow(/the playground's[\s\S]*--keep-sample/);
  await claim('production', true);
  await claim('production');
  await expect(claim('sample')).rejects.toThrow('real tenants');
});

test('a sample of version 0.1 is the playground’s', async () => {
  await adds(sampleOrganisation);
  await expect(claim('production')).rejects.toThrow("the playground's");
  await claim('sample');
});

test('the sample municipality has the id by which its data is known', () => {
  const file = join(import.meta.dirname, '../../../simulator/sample/organisation.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ id: sampleOrganisation });
});
