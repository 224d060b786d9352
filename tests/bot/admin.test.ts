import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Database, openDatabase } from '../../bot/database.ts';
import { prepareSample } from '../../bot/sample-municipality.ts';
import { openTestDatabase } from '../database.ts';
import { tuesdayMorning } from '../town.ts';
import { run } from './programs.ts';

const badList = resolve(import.meta.dirname, '../fixtures/shared/organisation-bad.csv');
const goodList = resolve(import.meta.dirname, '../../simulator/sample/organisation.csv');
const folder = mkdtempSync(join(tmpdir(), 'admin-'));

let testDatabase: Awaited<ReturnType<typeof openTestDatabase>>;
let database: Database;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  database = await openDatabase(testDatabase.uri);
  await prepareSample(database, () => tuesdayMorning);
});
afterAll(async () => {
  await database.close();
  await testDatabase.close();
  rmSync(folder, { recursive: true });
});

async function admin(...args: string[]) {
  const program = run('bot/admin.ts', args, { MONGODB_URI: testDatabase.uri });
  return { code: await program.exit, output: program.output() };
}

const everybody = () => database.stored.people.find().sort({ _id: 1 }).lean();

test('a list with mistakes is refused with every mistake and its line at once, and nobody is changed', async () => {
  const before = await everybody();
  const { code, output } = await admin('import', 'fjordby', badList);
  expect(code).toBe(1);
  const lines = [...output.matchAll(/^Linje (\d+):/gm)].map(([, number]) => Number(number));
  expect(lines).toEqual([6, 11, 12, 14, 15, 16, 17, 21, 22, 23, 24, 25, 26, 27, 28, 29]);
  expect(output).toContain('Kolonnen ”language” mangler i linje 1.');
  for (const line of [18, 19, 20]) expect(output).toMatch(new RegExp(`i ring: .*\\(linje ${line}\\)`));
  expect(output).toContain('18 problem(s): nothing was imported.');
  expect(output).not.toMatch(/\bat .*\.ts:\d+/);
  expect(await everybody()).toEqual(before);
});

test('a list without mistakes takes the place of the old one', async () => {
  const { code, output } = await admin('import', 'fjordby', goodList);
  expect(output).toContain(`${(await everybody()).length} people imported.`);
  expect(code).toBe(0);
});

test('an organisation that is not there, a command that is none and a missing word are told what to do', async () => {
  expect(await admin('import', 'ingen', goodList)).toEqual({
    code: 1,
    output: 'There is no organisation ingen. Add it with: npm run admin -- organisation FILE.json\n',
  });
  for (const [first, ...args] of [
    ['npm run admin -- organisation FILE.json            adds an organisation or changes its settings'],
    ['There is no command constructor.', 'constructor'],
    ['import takes ORGANISATION FILE.csv; given: fjordby.', 'import', 'fjordby'],
    ['connect takes teams|slack TENANT ORGANISATION; given: sms T1 fjordby.', 'connect', 'sms', 'T1', 'fjordby'],
    ['reencrypt takes nothing more; given: fjordby.', 'reencrypt', 'fjordby'],
  ]) {
    const { code, output } = await admin(...args);
    expect([code, output.split('\n')[0]]).toEqual([1, first]);
    expect(output).toContain('npm run admin -- organisation FILE.json');
  }
});

test('a file that is not there is told by name', async () => {
  const { code, output } = await admin('import', 'fjordby', join(folder, 'none.csv'));
  expect([code, output.includes('none.csv')]).toEqual([1, true]);
  expect(output).not.toMatch(/\bat .*\.ts:\d+/);
});

test('settings that are wrong are told all at once, without a stack', async () => {
  const file = join(folder, 'organisation.json');
  writeFileSync(file, JSON.stringify({ id: 'Ny By', name: '', language: 'sv', numberPrefix: 'x', units: [] }));
  const { code, output } = await admin('organisation', file);
  expect(code).toBe(1);
  for (const field of ['id', 'name', 'language', 'numberPrefix', 'units']) expect(output).toContain(`at ${field}\n`);
  expect(output).not.toMatch(/\bat .*\.ts:\d+/);
  writeFileSync(file, '{"id":');
  expect((await admin('organisation', file)).output).toMatch(/^The organisation's settings are not JSON/);
});

test('a tenant belongs to one organisation only, in whichever case it is written', async () => {
  const file = join(folder, 'by.json');
  const units = [{ name: 'HR', areas: ['personale'], answerWithinWorkingDays: 20 }];
  writeFileSync(file, JSON.stringify({ id: 'by', name: 'By Kommune', language: 'da', numberPrefix: 'BY', units }));
  const tenant = '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a';
  expect((await admin('organisation', file)).output).toBe('By Kommune (by) has 1 units.\n');
  expect((await admin('connect', 'teams', tenant, 'by')).output).toBe(`teams ${tenant} belongs to By Kommune.\n`);
  const { code, output } = await admin('connect', 'teams', tenant.toUpperCase(), 'fjordby');
  expect([code, output.includes('belongs to By Kommune (by) already')]).toEqual([1, true]);
  expect(output).not.toMatch(/\bat .*\.ts:\d+/);
});
