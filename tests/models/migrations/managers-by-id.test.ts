import { managersById } from '../../../models/migrations/managers-by-id.ts';
import { people } from '../../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../../stored-sample-domain.ts';

let sample: StoredSample;
beforeAll(async () => {
  sample = await openStoredSample();
});
afterAll(() => sample?.close());

test('gives people whom an earlier version stored the ids of their managers, once', async () => {
  const { stored } = sample.database;
  const expected = await stored.people.find({ managerId: { $ne: null } }).lean();
  expect(expected.length).toBeGreaterThan(100);
  await stored.people.collection.updateMany({}, { $unset: { managerId: '', upn: '', employeeNumber: '' } });
  const expand = () => managersById.expand({ stored, proceed: async () => undefined });
  expect([await expand(), await expand()]).toEqual([expected.length, 0]);
  const { id } = await sample.person(people.director);
  expect((await sample.person(people.schoolManager)).managerId).toBe(id);
});
