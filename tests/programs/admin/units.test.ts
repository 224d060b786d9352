import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../../bot/database/database.ts';
import { directoryOf } from '../../../models/people/directory.ts';
import { units } from '../../ids.ts';
import { openSample, runAdmin, runAdminProgram } from './run-admin.ts';

const folder = mkdtempSync(join(tmpdir(), 'units-'));
const file = join(folder, 'fjordby.json');

let uri: string;
let database: Database;

beforeAll(async () => {
  ({ uri, database } = await openSample());
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const admin = (...args: string[]) => runAdmin(args, { MONGODB_URI: uri });
const program = (...args: string[]) => runAdminProgram(args, { MONGODB_URI: uri });

const organisation = async () => {
  const found = await directoryOf(database.stored).organisation('fjordby');
  if (!found) throw new Error('the sample municipality is gone');
  return found;
};

/** The settings file of the sample with one unit changed. */
async function writeFile(change: (name: string) => object): Promise<void> {
  const { id, name, language, numberPrefix, contact, units } = await organisation();
  const settings = units.map(({ name, areas, answerWithinWorkingDays }) => ({
    ...{ name, areas, answerWithinWorkingDays },
    ...change(name),
  }));
  writeFileSync(file, JSON.stringify({ id, name, language, numberPrefix, contact, units: settings }));
}

test('names the id by which a unit is renamed, and renames it with --apply', async () => {
  await writeFile((name) => (name === 'Koncern HR' ? { name: 'HR og Løn' } : {}));
  const asked = await admin('organisation', file);
  expect([asked.code, asked.output]).toEqual([1, expect.stringContaining('Er HR og Løn det nye navn for Koncern HR?')]);
  expect(asked.output).toContain('"id": "koncern-hr"');
  await writeFile((name) => (name === 'Koncern HR' ? { id: 'koncern-hr', name: 'HR og Løn' } : {}));
  const said =
    'Koncern HR skifter navn til HR og Løn (id: koncern-hr) og beholder sine ønsker, procesejere og kanaler.\n';
  expect(await admin('organisation', file)).toEqual({
    code: 0,
    output: `${said}Intet er ændret endnu. Skriv --apply til sidst for at gøre det.\n`,
  });
  expect((await organisation()).units[0]?.name).toBe('Koncern HR');
  expect((await admin('organisation', file, '--apply')).output).toBe(`${said}Det er gjort.\n`);
  expect((await organisation()).units[0]).toMatchObject({ id: units.hr, name: 'HR og Løn' });
  expect((await admin('organisation', file, '--apply')).output).toBe('Der er ingenting at ændre.\n');
});

test('refuses a file without a unit that has owners, and merges the unit as the refusal says', async () => {
  const { units: all, ...rest } = await organisation();
  const others = all.filter(({ id }) => id !== units.legal);
  const settings = others.map(({ name, areas, answerWithinWorkingDays }) => ({ name, areas, answerWithinWorkingDays }));
  const { id, name, language, numberPrefix, contact } = rest;
  writeFileSync(file, JSON.stringify({ id, name, language, numberPrefix, contact, units: settings }));
  const refused = await admin('organisation', file, '--apply');
  expect(refused.code).toBe(1);
  expect(refused.output).toMatch(
    /Koncernjura står ikke i filen, men har .*procesejer.*\. Flyt det først med merge-units/,
  );
  const merging = await admin('merge-units', 'fjordby', 'Koncernjura', 'koncern-it');
  expect(merging.output).toMatch(
    /^Koncernjura \(id: koncernjura\) lægges ind under Koncern IT \(id: koncern-it\)\.\nOmrådet Jura og dokumentation går til Koncern IT\.\n[\s\S]*--apply til sidst/,
  );
  expect((await organisation()).units).toHaveLength(all.length);
  const merged = await program('merge-units', 'fjordby', 'Koncernjura', 'koncern-it', '--apply');
  expect([merged.code, merged.output]).toEqual([0, expect.stringContaining('Det er gjort.')]);
  expect((await organisation()).units).toHaveLength(all.length - 1);
  expect(await database.stored.people.countDocuments({ unit: units.legal })).toBe(0);
});

test('closes a unit and gives its areas to the named units', async () => {
  const unknown = await admin('close-unit', 'fjordby', 'koncern-it', 'it=Koncern Tryllestøv');
  expect([unknown.code, unknown.output]).toEqual([
    1,
    expect.stringContaining('Der er ingen enhed Koncern Tryllestøv.'),
  ]);
  const half = await admin('close-unit', 'fjordby', 'koncern-it', 'it=koncern-hr');
  expect(half.output).toMatch(/^Hvem skal have området Jura og dokumentation/);
  const shares = 'it=koncern-hr,jura-dokumentation=Koncernkommunikation';
  const closed = await program('close-unit', 'fjordby', 'koncern-it', shares, '--apply');
  expect([closed.code, closed.output]).toEqual([0, expect.stringContaining('Det er gjort.')]);
  expect((await organisation()).closedUnits.map(({ name }) => name)).toEqual(['Koncernjura', 'Koncern IT']);
});

test('names the unit that it closes by name and id, because another unit may have that id as its name', async () => {
  await writeFile((name) => (name === 'Koncerndata' ? { id: 'koncerndata', name: 'koncern-hr' } : {}));
  expect((await admin('organisation', file, '--apply')).code).toBe(0);
  const [merging, closing] = [
    await admin('merge-units', 'fjordby', 'koncern-hr', 'koncerndata'),
    await admin('close-unit', 'fjordby', 'koncern-hr', 'koncerndata'),
  ];
  expect(merging.output).toMatch(/^HR og Løn \(id: koncern-hr\) lægges ind under koncern-hr \(id: koncerndata\)\.\n/);
  expect(closing.output).toMatch(/^HR og Løn \(id: koncern-hr\) nedlægges\.\n/);
});
