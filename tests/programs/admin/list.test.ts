import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile, undoLast } from '../../../bot/admin/list.ts';
import { memoryWorld } from '../../memory-world/memory-world.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

const csv = readFileSync(join(import.meta.dirname, '../../../simulator/sample/organisation.csv'), 'utf8').trim();
const [header = '', ...rows] = csv.split('\n');

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

/** The sample's list with a column of object ids, and some changed rows. */
function list(change: (row: string) => string | null = (row) => row, ids: Record<string, string> = {}): Buffer {
  const kept = rows.map((row) => {
    const changed = change(row);
    return changed === null ? [] : [`${changed},${ids[row.split(',')[0] ?? ''] ?? ''}`];
  });
  return Buffer.from([`${header},entraObjectId`, ...kept.flat()].join('\n'));
}
const without = (email: string) => (row: string) => (row.startsWith(email) ? null : row);
const imports = (file: Buffer, removals: number | null = null, apply = true) =>
  importFile(sample.world, file, removals, apply);
const [guid, otherGuid] = ['0b64b1c5-52d1-4a0e-9d3c-6f1f7a1c2d3e', '1b64b1c5-52d1-4a0e-9d3c-6f1f7a1c2d3e'];
const everybody = () => sample.stored.people.all();

test('previews an import without changing anything, and makes the changes with --apply', async () => {
  const file = list((row) =>
    row.startsWith(people.otherLeader) ? null : row.replace('Pernille Østergaard', 'Pernille Dam'),
  );
  const before = everybody();
  const said = await imports(file, null, false);
  expect(everybody()).toEqual(before);
  expect(said).toContain(`Ændres: Pernille Dam (${people.leader}): navn\n`);
  expect(said).toMatch(/^Lukkes ude: Sarah Jane Whitfield/m);
  expect(said).toMatch(/0 nye, 0 tilbage, 1 ændret, 0 flyttet, 1 lukket ude, 118 som før\.\nIntet er ændret endnu\./);
  const done = await imports(file);
  expect(done.split('\n').slice(0, -1)).toEqual(said.split('\n').slice(0, -1));
  expect((await sample.person(people.leader)).name).toBe('Pernille Dam');
  expect(await sample.world.people.byAddress(people.otherLeader)).toBeNull();
});

test('changes nothing for the same list once more, and can import an earlier one again', async () => {
  const [one, other] = [list(), list(without(people.otherLeader))];
  await imports(one);
  expect(await imports(one)).toContain('0 nye, 0 tilbage, 0 ændret, 0 flyttet, 0 lukket ude, 120 som før.');
  await imports(other);
  expect(await imports(one)).toMatch(/^Tilbage igen, med sine egne ønsker: Sarah Jane Whitfield/m);
  expect(await sample.world.people.byAddress(people.otherLeader)).not.toBeNull();
  await undoLast(sample.world, true);
  await imports(one);
  expect(await sample.world.people.byAddress(people.otherLeader)).not.toBeNull();
});

test('removes more than a tenth only when the number is named exactly', async () => {
  const few = Buffer.from([header, ...rows.slice(0, 100)].join('\n').replace(/,[^,\n]*@[^,\n]*,(da|en)$/gm, ',,$1'));
  await expect(imports(few)).rejects.toThrow('20 af 120 ville blive lukket ude: det er mere end hver tiende.');
  await expect(imports(few, 19)).rejects.toThrow('--remove 19 passer ikke: 20 ville blive lukket ude.');
  await expect(imports(few, 20, false)).resolves.toContain('20 lukket ude');
  expect(await sample.world.people.all()).toHaveLength(120);
  await imports(few, 20);
  expect(await sample.world.people.all()).toHaveLength(100);
});

test('undoes imports one after the other, and keeps both in the history without a name', async () => {
  const before = await sample.world.people.all();
  await imports(list(without(people.otherLeader)));
  sample.clock.now = new Date(sample.clock.now.getTime() + 60_000);
  await imports(list((row) => (row.startsWith(people.otherLeader) ? null : row.replace('Direktionen', 'Ledelsen'))));
  const said = await undoLast(sample.world, false);
  expect(said).toContain('institution Ledelsen → Direktionen');
  expect((await undoLast(sample.world, true)).split('\n').slice(0, -1)).toEqual(said.split('\n').slice(0, -1));
  await undoLast(sample.world, true);
  expect(await sample.world.people.all()).toEqual(before);
  const entries = (await sample.world.settings.history()).map((event) => ({
    by: event.by,
    type: event.type,
    removed: 'counts' in event ? event.counts.removed : null,
  }));
  expect(entries.slice(-4)).toEqual([
    { by: 'operator', type: 'list-imported', removed: 1 },
    { by: 'operator', type: 'list-imported', removed: 0 },
    { by: 'operator', type: 'import-undone', removed: 0 },
    { by: 'operator', type: 'import-undone', removed: 0 },
  ]);
  expect(JSON.stringify(await sample.world.settings.history())).not.toMatch(/@|Pernille/);
});

test('tells a renamed administration in one line, and the name that one person alone has as a new one', async () => {
  const strays = (row: string) => (row.startsWith(people.leader) ? row.replace('Ungdoms', 'ungdoms') : row);
  const file = list((row) => strays(row.replace('Økonomiforvaltningen', 'Koncernforvaltningen')));
  const said = await imports(file);
  expect(said.split('\n').filter((line) => /orvaltning/.test(line))).toEqual([
    expect.stringMatching(/^Flyttes: Pernille Østergaard .*: forvaltning Børne- og Ung\S+ → Børne- og ung\S+$/),
    'Forvaltningen Økonomiforvaltningen hedder nu Koncernforvaltningen. Den beholder sine ønsker.',
    'Ny forvaltning: Børne- og ungdomsforvaltningen',
  ]);
  expect(said).toContain('0 nye, 0 tilbage, 0 ændret, 1 flyttet, 0 lukket ude, 119 som før.');
  expect(await undoLast(sample.world, false)).toMatch(
    /^Forvaltningen Koncernforvaltningen hedder nu Økonomiforvaltningen\..*\nForvaltning uden personer: Børne- og ungdoms/m,
  );
});

test('undoes nothing where nothing was imported', async () => {
  sample.stored.imports.clear();
  await expect(undoLast(sample.world, true)).rejects.toThrow('Der er ingen indlæsning at fortryde.');
});

test('warns of a unit with open requests that loses its last owner', async () => {
  await sample.request();
  const file = list((row) => (row.includes(',processOwner,') && row.includes(',Koncern HR,') ? null : row));
  expect(await imports(file, null, false)).toMatch(
    /^Advarsel: Koncern HR mister sin sidste procesejer og har et åbent ønske\. Ønskerne går til administratorerne\.$/m,
  );
});

test('shows the new holder of an address nothing of the earlier person’s', async () => {
  const request = await sample.request({ anonymous: 'true' });
  await imports(list(undefined, { [people.leader]: guid }));
  const taken = list((row) => row.replace('Pernille Østergaard', 'Nynne Lund'), { [people.leader]: otherGuid });
  expect(await imports(taken)).toMatch(
    /^Se efter: linje \d+: Nynne Lund \(pernille.* har samme adresse som Pernille Østergaard .*er her ikke mere og beholder/m,
  );
  const nynne = await sample.person(people.leader);
  expect([nynne.name, nynne.id === request.leaderId]).toEqual(['Nynne Lund', false]);
  expect(await sample.does(people.leader, 'show-request', { request: request.number })).toMatchObject({ ok: false });
  expect(await sample.world.people.byId(request.leaderId)).toMatchObject({
    active: false,
    name: 'Pernille Østergaard',
  });
});

test('keeps what a person with a new address has, and lets their people still name the old one', async () => {
  await imports(list(undefined, { [people.director]: guid }));
  const { id } = await sample.person(people.director);
  const renamed = list((row) => row.replace(new RegExp(`^${people.director}`), 'b.lykke@fjordby.example'), {
    'b.lykke@fjordby.example': guid,
  });
  const file = Buffer.from(renamed.toString().replace(/^(b\.lykke.*,)$/m, `$1${guid}`));
  expect(await imports(file)).toMatch(/^Ændres: Birgitte .*: e-mail$/m);
  expect(await sample.person('b.lykke@fjordby.example')).toMatchObject({ id });
  const below = await sample.person(people.schoolManager);
  expect(below).toMatchObject({ managerId: id, managerEmail: 'b.lykke@fjordby.example' });
});

test('refuses a list with an undecided person', async () => {
  const [one, other] = [await sample.person(people.leader), await sample.person(people.otherLeader)];
  await sample.world.people.changeAll([one, other].map(({ id }) => ({ id, changes: { upn: 'ab12@fjordby.example' } })));
  const file = list((row) =>
    row.startsWith(people.leader)
      ? row.replace(people.leader, 'ab12@fjordby.example')
      : row.startsWith(people.otherLeader)
        ? null
        : row,
  );
  await expect(imports(file)).rejects.toThrow(/Uklart: linje \d+ kan være .*Listen kan ikke indlæses/s);
});

test('reports on a list in the organisation’s language', async () => {
  const english = { ...sample.world.organisation, language: 'en' as const };
  const world = memoryWorld(sample.stored, english, () => sample.clock.now);
  const said = await importFile(world, list(without(people.otherLeader)), null, false);
  expect(said).toMatch(/^Shut out: Sarah Jane Whitfield/m);
  expect(said).toMatch(/0 new, 0 back, 0 changed, 0 moved, 1 shut out, 119 as before\.\nNothing was changed yet\./);
  expect(said).not.toMatch(/Lukkes|Intet|Advarsel/);
});
