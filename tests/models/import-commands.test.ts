import { importFile } from '../../bot/admin/list.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';

let sample: StoredSample;
beforeAll(async () => {
  sample = await openStoredSample();
});
afterAll(() => sample.close());

/** A list of this many leaders at one school. */
function listOf(count: number, institution: string): Buffer {
  const header = 'email,name,role,administration,institution,unit,managerEmail,language';
  const rows = Array.from({ length: count }, (_, at) => `l${at}@by.example,Leder ${at},leader,A,${institution},,,da`);
  return Buffer.from([header, ...rows].join('\n'));
}

/** The number of commands that the database gets for an import. */
async function commandsFor(list: Buffer, removals: number | null): Promise<number> {
  let commands = 0;
  const { connection } = sample.database;
  connection.set('debug', () => {
    commands += 1;
  });
  await importFile(sample.world, list, removals, true);
  connection.set('debug', false);
  return commands;
}

test('imports 500 people with as many commands as 5', async () => {
  const few = await commandsFor(listOf(5, 'Skolen'), (await sample.world.people.all()).length);
  expect(few).toBeGreaterThan(3);
  expect(few).toBeLessThan(30);
  expect(await commandsFor(listOf(500, 'Skolen'), null)).toBeLessThanOrEqual(few);
  expect(await commandsFor(listOf(500, 'Den nye skole'), null)).toBeLessThanOrEqual(few);
});
