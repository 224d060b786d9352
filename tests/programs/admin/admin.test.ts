import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Database } from '../../../bot/database/database.ts';
import type { PersonId, RoomId } from '../../../domain/ids.ts';
import { directoryOf } from '../../../models/people/directory.ts';
import { idOf, units } from '../../ids.ts';
import { people } from '../../sample-domain.ts';
import { openSample, runAdmin, runAdminProgram } from './run-admin.ts';

const badList = resolve(import.meta.dirname, '../../fixtures/shared/organisation-bad.csv');
const goodList = resolve(import.meta.dirname, '../../../simulator/sample/organisation.csv');
const folder = mkdtempSync(join(tmpdir(), 'admin-'));

let uri: string;
let database: Database;

beforeAll(async () => {
  ({ uri, database } = await openSample());
});
afterAll(async () => {
  await database?.close();
  rmSync(folder, { recursive: true });
});

const admin = (...args: string[]) => runAdmin(args, { MONGODB_URI: uri });
const program = (...args: string[]) => runAdminProgram(args, { MONGODB_URI: uri });

const everybody = () => database.stored.people.find().sort({ _id: 1 }).lean();

test('refuses a list with mistakes, names every mistake with its line at once, and changes nobody', async () => {
  const before = await everybody();
  const { code, output } = await program('import', 'fjordby', badList);
  expect(code).toBe(1);
  const lines = [...output.matchAll(/^Linje (\d+):/gm)].map(([, number]) => Number(number));
  expect(lines).toEqual([6, 11, 12, 14, 15, 16, 17, 21, 22, 23, 24, 25, 26, 27, 28, 29]);
  expect(output).toContain('Kolonnen ”language” mangler i linje 1.');
  for (const line of [18, 19, 20]) expect(output).toMatch(new RegExp(`for hinanden: .*\\(linje ${line}\\)`));
  expect(output).toContain('Intet er ændret.');
  expect(output).not.toMatch(/\bat .*\.ts:\d+/);
  expect(await everybody()).toEqual(before);
});

test('replaces the old list by one without mistakes', async () => {
  const { code, output } = await program('import', 'fjordby', goodList, '--apply');
  expect(output).toContain(`${(await everybody()).length} som før.\nDet er gjort.`);
  expect(code).toBe(0);
});

test('tells what to do about an unknown organisation, an unknown command and a missing word', async () => {
  expect(await admin('import', 'ingen', goodList)).toEqual({
    code: 1,
    output: 'Der er ingen organisation ingen. Tilføj den med: npm run admin -- organisation FILE.json\n',
  });
  for (const [first, ...args] of [
    [
      expect.stringMatching(
        /^npm run admin -- organisation FILE\.json \[--apply\] {2,}viser, hvad en indstillingsfil ændrer/,
      ),
    ],
    ['Der er ingen kommando constructor.', 'constructor'],
    ['import skal have ORGANISATION FILE.csv [--apply] [--remove REMOVE]; den fik: fjordby.', 'import', 'fjordby'],
    ['connect skal have teams|slack TENANT ORGANISATION; den fik: sms T1 fjordby.', 'connect', 'sms', 'T1', 'fjordby'],
    ['disconnect skal have teams|slack TENANT; den fik: slack .', 'disconnect', 'slack', ''],
    ['reencrypt skal ikke have mere; den fik: fjordby.', 'reencrypt', 'fjordby'],
  ]) {
    const { code, output } = await admin(...args);
    expect([code, output.split('\n')[0]]).toEqual([1, first]);
    expect(output).toContain('npm run admin -- organisation FILE.json');
  }
});

test('speaks the language of the terminal until the organisation is known', async () => {
  const english = { MONGODB_URI: uri, LANG: 'en_GB.UTF-8' };
  const { output } = await runAdmin(['import', 'ingen', goodList], english);
  expect(output).toMatch(/^There is no organisation ingen\. Add it with:/);
  expect((await runAdmin(['parked', 'fjordby'], english)).output).toBe('0 beskeder kunne ikke leveres.\n');
  expect((await runAdmin([], { ...english, LC_ALL: 'da_DK.UTF-8' })).output).toContain('sender dem igen');
});

test('names a file that does not exist', async () => {
  const { code, output } = await admin('import', 'fjordby', join(folder, 'none.csv'));
  expect([code, output.includes('none.csv')]).toEqual([1, true]);
  expect(output).not.toMatch(/\bat .*\.ts:\d+/);
});

test('names all mistakes in the settings at once, without a stack', async () => {
  const file = join(folder, 'organisation.json');
  writeFileSync(file, JSON.stringify({ id: 'Ny By', name: '', language: 'sv', numberPrefix: 'x', units: [] }));
  const { code, output } = await admin('organisation', file);
  expect(code).toBe(1);
  for (const field of ['id', 'name', 'language', 'numberPrefix', 'units']) {
    expect(output).toContain(`”${field}” skal være`);
  }
  expect(output).toContain('Intet er ændret.');
  expect(output).not.toMatch(/\bat .*\.ts:\d+/);
  writeFileSync(file, '{"id":');
  expect((await admin('organisation', file)).output).toMatch(/^Filen er ikke JSON/);
  const units = ['Koncern HR', 'Koncern IT'].map((name) => ({ name, areas: ['it'], answerWithinWorkingDays: 20 }));
  writeFileSync(file, JSON.stringify({ id: 'by', name: 'By', language: 'en', numberPrefix: 'BY', units }));
  expect((await admin('organisation', file)).output).toBe(
    'Koncern HR and Koncern IT both own the area IT and systems (it).\nNothing was changed.\n',
  );
});

test('lets a tenant belong to one organisation only, in whichever case it is written', async () => {
  const file = join(folder, 'by.json');
  const units = [{ name: 'HR', areas: ['personale'], answerWithinWorkingDays: 20 }];
  writeFileSync(file, JSON.stringify({ id: 'by', name: 'By Kommune', language: 'da', numberPrefix: 'BY', units }));
  const tenant = '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a';
  expect((await admin('organisation', file)).output).toBe(
    'By Kommune er ny og har 1 enhed.\nIntet er ændret endnu. Skriv --apply til sidst for at gøre det.\n',
  );
  expect(await directoryOf(database.stored).organisation('by')).toBeNull();
  expect((await program('organisation', file, '--apply')).output).toBe(
    'By Kommune er ny og har 1 enhed.\nDet er gjort.\n',
  );
  expect((await program('connect', 'teams', tenant, 'by')).output).toBe(`Teams ${tenant} hører til By Kommune.\n`);
  const { code, output } = await admin('connect', 'teams', tenant.toUpperCase(), 'fjordby');
  expect([code, output.includes('hører allerede til By Kommune (by)')]).toEqual([1, true]);
  expect(output).not.toMatch(/\bat .*\.ts:\d+/);
});

test('refuses an id that no platform gives before it stores it', async () => {
  expect((await admin('connect', 'slack', 't01abc', 'fjordby')).output).toMatch(
    /^t01abc er ikke et id på et workspace/,
  );
  expect((await admin('connect', 'teams', 'fjordby.example', 'fjordby')).output).toMatch(
    /^fjordby.example er ikke et tenant-id/,
  );
  expect(await database.stored.connections.countDocuments({ tenant: { $in: ['t01abc', 'fjordby.example'] } })).toBe(0);
});

test('disconnects a mistyped workspace as the refusal says, and connects the right one', async () => {
  const [own] = await directoryOf(database.stored).tenantsOf('fjordby', 'slack');
  const room = { organisation: 'fjordby', platform: 'slack', conversation: 'C1', place: { channel: 'C1' } } as const;
  await database.stored.rooms.create([
    { _id: idOf<RoomId>('r1'), ...room, unit: units.hr, followedBy: idOf<PersonId>('somebody') },
  ]);
  const places = { slack: { channel: 'D1' }, teams: { conversation: 'a:1' } };
  await database.stored.people.updateOne({ email: people.hr }, { places, chat: 'slack' });
  const refused = await admin('connect', 'slack', 'T0RIGHT', 'fjordby');
  const [, advice = ''] = /npm run admin -- (disconnect .*)/.exec(refused.output) ?? [];
  expect([refused.code, advice]).toEqual([1, `disconnect slack ${own}`]);
  expect(await program(...advice.split(' '))).toEqual({
    code: 0,
    output:
      `Slack ${own} hørte til Fjordby Kommune (fjordby) og er ikke forbundet mere.\n` +
      'Der sendes ikke mere til chats og kanaler hos Fjordby Kommune i Slack.\n',
  });
  expect(await database.stored.rooms.findOne({ platform: 'slack' }).lean()).toMatchObject({ unit: null });
  const person = await database.stored.people.findOne({ email: people.hr }).lean();
  expect([person?.chat, person?.places]).toEqual([null, { teams: { conversation: 'a:1' } }]);
  expect(await admin(...advice.split(' '))).toEqual({ code: 1, output: `Slack ${own} er ikke forbundet.\n` });
  expect((await admin('connect', 'slack', 'T0RIGHT', 'fjordby')).code).toBe(0);
});

test('shuts a person out for good, and tells who takes over from a unit’s only process owner', async () => {
  const owner = people.hr.toUpperCase();
  const others = { unit: units.hr, email: { $ne: people.hr } };
  await database.stored.people.updateMany(others, { active: false });
  const { code, output } = await program('remove', 'fjordby', owner);
  expect([code, output]).toEqual([
    0,
    `${people.hr} er lukket ude af Fjordby Kommune.\n` +
      'Advarsel: Koncern HR mister sin sidste procesejer. Ønskerne går til administratorerne.\n' +
      'Slet også personen i listen, ellers lukker næste indlæsning personen ind igen.\n',
  ]);
  expect((await database.stored.people.findOne({ email: people.hr }).lean())?.active).toBe(false);
  expect(await admin('remove', 'fjordby', owner)).toEqual({
    code: 1,
    output: `Ingen med adressen ${owner} er lukket ind i Fjordby Kommune.\n`,
  });
});

test('keeps a person shut out whom an administrator had let in, also after an import', async () => {
  const email = 'ny@fjordby.example';
  await database.stored.people.updateOne({ email: people.otherLeader }, { email, letIn: true });
  expect((await admin('remove', 'fjordby', email)).output).toBe(`${email} er lukket ude af Fjordby Kommune.\n`);
  await admin('import', 'fjordby', goodList, '--apply');
  expect((await database.stored.people.findOne({ email }).lean())?.active).toBe(false);
});

test('puts parked messages back as they came in, whatever they were parked for', async () => {
  const row = { organisation: 'fjordby', to: 'x', message: { kind: 'home' }, claim: null, sentAt: null };
  const late = new Date('2999-01-01');
  const parked = { state: 'parked', attempts: 32, claimedUntil: late, notBefore: late, problem: 'failed' };
  await database.stored.outbox.collection.insertOne({ ...row, ...parked, _id: 'parked' as never, at: late, order: 1 });
  expect((await program('parked', 'fjordby')).output).toMatch(
    /: opdatering af fanen Hjem til botten selv\. en fejl i botten: .* \(failed\)\n1 besked kunne ikke/,
  );
  expect((await program('retry', 'fjordby')).output).toBe('1 besked sendes igen.\n');
  const again = await database.stored.outbox.findById('parked').lean();
  expect(again).toMatchObject({ state: 'waiting', attempts: 0, problem: null });
  expect(Number(again?.notBefore)).toBeLessThanOrEqual(Date.now());
});

test('lists what is parked and what is stuck with names, addresses and what to do, in the organisation’s language', async () => {
  const leader = await database.stored.people.findOne({ active: true }).lean();
  if (!leader) throw new Error('the sample has nobody');
  const { outbox } = database.stored;
  const before = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const row = {
    organisation: 'fjordby',
    to: leader._id,
    claim: null,
    claimedUntil: new Date(0),
    sentAt: null,
    order: 1,
  };
  const answer = { kind: 'answer-given', requestId: 'r' };
  await outbox.collection.deleteMany({});
  await outbox.collection.insertMany([
    {
      ...row,
      _id: 'a' as never,
      message: answer,
      state: 'parked',
      problem: 'no-chat',
      at: before(90),
      notBefore: before(90),
      attempts: 1,
    },
    {
      ...row,
      _id: 'b' as never,
      message: answer,
      state: 'waiting',
      problem: null,
      at: before(40),
      notBefore: before(20),
      attempts: 3,
    },
    {
      ...row,
      _id: 'c' as never,
      message: answer,
      state: 'waiting',
      problem: null,
      at: before(40),
      notBefore: before(5),
      attempts: 0,
    },
  ]);
  const told = `tilbagemelding til ${leader.name} (${leader.email}).`;
  const parked = await admin('parked', 'fjordby');
  expect(parked.output).toContain(`${told} ingen chat med botten: installér appen`);
  expect(parked.output).toMatch(/ \(no-chat\)\n1 besked kunne ikke leveres\.\n$/);
  const stuck = await admin('stuck', 'fjordby');
  expect(stuck.output).toContain(`${told} Har ventet 20 min., prøvet 3 gange`);
  expect(stuck.output).toMatch(/\n1 besked har ventet i mere end 15 minutter\.\n$/);
  await outbox.collection.deleteMany({});
});
