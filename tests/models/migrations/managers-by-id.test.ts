import { managersById } from '../../../models/migrations/managers-by-id.ts';
import { people } from '../../sample-domain.ts';
import { openStoredTown, type StoredTown } from '../../stored-sample-domain.ts';

let town: StoredTown;
beforeAll(async () => {
  town = await openStoredTown();
});
afterAll(() => town?.close());

test('people whom an earlier version stored get the ids of their managers, once', async () => {
  const { stored } = town.database;
  const expected = await stored.people.find({ managerId: { $ne: null } }).lean();
  expect(expected.length).toBeGreaterThan(100);
  await stored.people.collection.updateMany({}, { $unset: { managerId: '', upn: '', employeeNumber: '' } });
  const expand = () => managersById.expand({ stored, proceed: async () => undefined });
  expect([await expand(), await expand()]).toEqual([expected.length, 0]);
  const { id } = await town.person(people.director);
  expect((await town.person(people.schoolManager)).managerId).toBe(id);
});
