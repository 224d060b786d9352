import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { readPlace as readSlackPlace } from '../../../bot/slack/place.ts';
import { readPlace as readTeamsPlace } from '../../../bot/teams/place.ts';
import { migrations } from '../../../models/migrations/index.ts';
import type { StoredOrganisation } from '../../../models/people/stored-organisation.ts';
import { newTestDatabase } from '../../database.ts';
import {
  type Found,
  openVersion as openPrevious,
  type PreviousVersion,
} from '../../fixtures/previous-version/previous-version.cjs';
import { people, tuesdayMorning } from '../../sample-domain.ts';
import { loadPreviousData } from './previous-data.ts';
import { openVersion as openThis, type ThisVersion } from './this-version.ts';

const root = join(import.meta.dirname, '../../..');
const expected = JSON.parse(
  readFileSync(join(root, 'tests/fixtures/previous-version/expected.json'), 'utf8'),
) as Found & { numbers: Record<string, string> };
const { numbers, ...lastSeen } = expected;
const sampleList = readFileSync(join(root, 'simulator/sample/organisation.csv'), 'utf8');

const now = () => tuesdayMorning;
let uri: string;
let previous: PreviousVersion;
/** Instances of this version that start at the same time while the version before runs. */
let instances: ThisVersion[];
let current: ThisVersion;
let close: () => Promise<void>;

/**
 * Each test empties and fills the whole database, and the embedded server may stand still for half a minute while it puts
 * its files in order on a busy machine (SecantusDB 0.7.0b3).
 */
jest.setTimeout(120_000);

beforeAll(async () => {
  const testDatabase = newTestDatabase();
  uri = testDatabase.uri;
  await loadPreviousData(uri);
  previous = await openPrevious(uri, now);
  instances = await Promise.all([openThis(uri, now), openThis(uri, now)]);
  [current] = instances as [ThisVersion];
  close = async () => {
    await Promise.all([previous, ...instances].map((version) => version.close()));
  };
});
afterAll(() => close());

async function expectSame(): Promise<Found> {
  const [before, after] = [await previous.found(), await current.found()];
  expect(after).toEqual(before);
  return after;
}

const answer = {
  decision: 'planned',
  measure: 'Vi opretter samme dag',
  expectedImprovement: 'Løn til tiden',
  horizon: '1. halvår 2027',
};
const idOf = (number: string | undefined) => expected.requests.find((one) => one.number === number)?.id ?? '';

describe('the data of the version before', () => {
  test('are migrated once, by one of two instances that started at the same time', () => {
    const done = instances.flatMap(({ migrated }) => migrated).map(({ migration, step }) => `${migration} ${step}`);
    expect(done.sort()).toEqual(migrations.map(({ name }) => `${name} expand`).sort());
  });

  test('are all found by this version', async () => {
    expect(await current.found()).toEqual(lastSeen);
  });

  test('are all still found by the version before', async () => {
    expect(await previous.found()).toEqual(lastSeen);
  });

  test('include files that both versions open', async () => {
    const connection = await mongoose.createConnection(uri).asPromise();
    const stored = await connection.collection('attachments').find({ state: 'stored' }).toArray();
    await connection.close();
    expect(stored).toHaveLength(2);
    for (const { _id, size } of stored) {
      const [before, after] = await Promise.all([previous, current].map((one) => one.fileContent(String(_id))));
      expect([before?.length, after?.length]).toEqual([size, size]);
    }
  });

  test('include places that their platforms read', async () => {
    const { people: everyone, rooms, joins } = current.stored;
    const places = [
      ...(await everyone.find().lean()).map((one) => one.places),
      ...[...(await rooms.find().lean()), ...(await joins.find().lean())].map((one) => ({ [one.platform]: one.place })),
    ];
    const read = places.flatMap(({ teams, slack }) => [
      ...(teams ? [readTeamsPlace(teams).kind] : []),
      ...(slack ? [readSlackPlace(slack).kind] : []),
    ]);
    expect(new Set(read)).toEqual(new Set(['personal', 'channel', 'groupChat', 'direct']));
  });

  test('show nothing of where an anonymous request comes from, since the list of then is not kept', async () => {
    const anonymous = lastSeen.requests.find((one) => one.anonymous);
    if (!anonymous) throw new Error('no request of the version before is anonymous');
    const everyone = await current.stored.people.find().lean();
    const leader = everyone.find(({ email }) => email === anonymous.leader);
    const manager = everyone.find(({ email }) => email === leader?.managerEmail)?.email ?? '';
    const owner = everyone.find(({ roles, unit }) => roles.includes('processOwner') && unit === anonymous.unit);
    const show = (email: string) => current.does(email, 'show-request', { request: anonymous.number });
    const hidden = { name: null, institution: null, administration: null };
    expect(await show(owner?.email ?? '')).toMatchObject({ ok: true, value: { source: hidden } });
    expect(await show(manager)).toMatchObject({ ok: false, refusal: 'not-found' });
    expect(await show(anonymous.leader)).toMatchObject({ ok: true, value: { relation: 'leader' } });
  });

  test('let the version before start anew beside this one', async () => {
    const again = await openPrevious(uri, now);
    expect(await again.found()).toEqual(lastSeen);
    await again.close();
  });

  test('stay unchanged when this version starts anew', async () => {
    const again = await openThis(uri, now);
    expect(again.migrated).toEqual([]);
    expect(await again.found()).toEqual(lastSeen);
    await again.close();
  });
});

describe('while both versions run', () => {
  beforeEach(async () => {
    await loadPreviousData(uri);
    await current.migrates();
  });

  test.each([
    ['the version before', () => previous],
    ['this version', () => current],
  ])('both find what people do with %s', async (_which, version) => {
    const it = version();
    const submitted = await it.does(people.leader, 'submit-request', {
      text: 'Vagtplanen tastes to gange',
      area: 'it',
    });
    expect(submitted).toMatchObject({ ok: true });
    const requestId = idOf(numbers.routed);
    expect(await it.does(people.hr, 'acknowledge-request', { requestId, version: '1' })).toMatchObject({ ok: true });
    expect(await it.does(people.hr, 'comment-on-request', { requestId, text: 'Vi er i gang' })).toMatchObject({
      ok: true,
    });
    expect(await it.does(people.hr, 'answer-request', { requestId, version: '2', ...answer })).toMatchObject({
      ok: true,
    });
    const other = idOf(numbers.handedOver);
    const handOver = { requestId: other, version: '2', unit: 'Koncern HR', reason: 'Det er alligevel jeres' };
    expect(await it.does(people.it, 'hand-over-request', handOver)).toMatchObject({ ok: true });
    const drafted = await it.does(people.leader, 'draft-request', { text: 'Skemaet til ferie er for langt' });
    expect(drafted).toMatchObject({ ok: true });

    const { requests, units, drafts, outbox } = await expectSame();
    expect(requests).toHaveLength(lastSeen.requests.length + 1);
    expect(requests.find(({ number }) => number === numbers.routed)).toMatchObject({
      state: 'answered',
      decision: 'planned',
      comments: expect.arrayContaining(['Vi er i gang']),
    });
    expect(units['Koncern HR']?.inbox).toContain(numbers.handedOver);
    expect(drafts).toHaveLength(lastSeen.drafts.length + 1);
    expect(outbox.length).toBeGreaterThan(lastSeen.outbox.length);
  });

  test.each([
    ['the version before', () => previous],
    ['this version', () => current],
  ])('both find a list that %s imports', async (_which, version) => {
    const rows = sampleList.split('\n').filter((row) => !row.startsWith('kurt.oelholm@'));
    const newcomer = 'ny.leder@fjordby.example,Ny Leder,leader,Socialforvaltningen,Bostedet Solsikken,,,da';
    expect(await version().importList([...rows.filter(Boolean), newcomer].join('\n'))).toHaveProperty('imported');
    const found = await expectSame();
    const isActive = (email: string) => found.people.find((one) => one.email === email)?.active;
    expect(['kurt.oelholm@fjordby.example', 'ny.leder@fjordby.example', people.otherLeader].map(isActive)).toEqual([
      false,
      true,
      true,
    ]);
    // An administrator let the person in, and then the list names them.
    expect(isActive('lone.munk-joergensen@fjordby.example')).toBe(true);
  });

  test('both take a person who takes over an address for another, who sees nothing of the former holder', async () => {
    const formerId = expected.people.find(({ email }) => email === people.leader)?.id ?? '';
    const [header, ...rows] = sampleList.trim().split('\n');
    const other = (row: string) => (row.startsWith(people.leader) ? '7a1c0c9e-0000-4000-8000-0000000000c3' : '');
    const list = [`${header},entraObjectId`, ...rows.map((row) => `${row},${other(row)}`)].join('\n');
    expect(await current.importList(list)).toHaveProperty('imported');
    const { people: everyone, requests } = await expectSame();
    const [former, newcomer] = [
      everyone.find(({ id }) => id === formerId),
      everyone.find(({ email }) => email === people.leader),
    ];
    expect([former?.active, newcomer?.active]).toEqual([false, true]);
    expect(newcomer?.id).not.toBe(formerId);
    expect(requests.find(({ number }) => number === numbers.routed)?.leader).toBe(former?.email);
    for (const version of [previous, current]) {
      const own = await version.does(people.leader, 'show-request', { requestId: idOf(numbers.routed) });
      expect(own).toMatchObject({ ok: false });
    }
    // The version before goes by address, and its next list keeps the two apart.
    expect(await previous.importList(list)).toHaveProperty('imported');
    expect((await expectSame()).people.find(({ id }) => id === formerId)?.active).toBe(false);
  });

  test('an action of the one version that arrives again at the other is done once', async () => {
    const input = { text: 'Vagtplanen tastes to gange', area: 'it' };
    const first = await previous.does(people.leader, 'submit-request', input, 'the same button');
    const again = await current.does(people.leader, 'submit-request', input, 'the same button');
    expect(again).toEqual(first);
    const other = { text: 'Ferie tastes to gange', area: 'it' };
    const newer = await current.does(people.leader, 'submit-request', other, 'another button');
    expect(await previous.does(people.leader, 'submit-request', other, 'another button')).toEqual(newer);
    expect((await expectSame()).requests).toHaveLength(lastSeen.requests.length + 2);
  });

  test('the one version does not lose a change by the other that came after its reading', async () => {
    const requestId = idOf(numbers.routed);
    const acknowledge = { requestId, version: '1' };
    const outcomes = await Promise.all(
      [previous, current].map((version) => version.does(people.hr, 'acknowledge-request', acknowledge)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { requests } = await expectSame();
    expect(requests.find(({ number }) => number === numbers.routed)?.history).toEqual(['submitted', 'acknowledged']);
  });

  test('each waiting message is claimed by one of the versions alone', async () => {
    const claimed: Array<string | null> = [];
    for (let turn = 0; turn < 20; turn++) claimed.push(await (turn % 2 === 0 ? previous : current).nextMessage());
    const waiting = lastSeen.outbox.filter(({ state }) => state === 'waiting');
    const chats = new Set(waiting.map(({ to }) => to));
    // One at a time in each chat: the next waits until it is sent.
    expect(claimed.filter((kind) => kind !== null)).toHaveLength(chats.size);
  });

  test('this version sends the messages that the version before has put in the outbox', async () => {
    await current.delivers();
    const { outbox } = await expectSame();
    expect(outbox).toEqual(lastSeen.outbox.filter(({ state }) => state === 'parked'));
  });

  test('settings that the version before replaces as a whole lose nothing', async () => {
    const settings = readFileSync(join(root, 'simulator/sample/organisation.json'), 'utf8');
    // The version before refuses a file with a key that it does not know.
    const { contact: _later, ...known } = JSON.parse(settings) as { contact: string };
    await previous.putOrganisation(known);
    expect(await current.found()).toEqual(lastSeen);
    const submitted = await current.does(people.leader, 'submit-request', { text: 'Ny vikar', area: 'personale' });
    expect(submitted).toMatchObject({ ok: true });
    await expectSame();
  });

  test('a unit that this version renames keeps its requests, owners and channels in both versions', async () => {
    const connection = await mongoose.createConnection(uri).asPromise();
    const organisations = connection.collection<StoredOrganisation>('organisations');
    const found = await organisations.findOne({ _id: 'fjordby' });
    if (!found) throw new Error('the sample municipality is not there');
    const units = found.units.map((unit) =>
      unit.id === undefined && unit.name === 'Koncern HR' ? { ...unit, title: 'HR og Løn' } : unit,
    );
    await organisations.updateOne({ _id: 'fjordby' }, { $set: { units } });
    await connection.close();
    expect((await previous.found()).units['Koncern HR']).toEqual(lastSeen.units['Koncern HR']);
    expect((await current.found()).units['HR og Løn']).toEqual(lastSeen.units['Koncern HR']);
    for (const version of [previous, current]) {
      const input = { text: `Ny vikar ${version === previous}`, area: 'personale' };
      expect(await version.does(people.leader, 'submit-request', input)).toMatchObject({ ok: true });
    }
    const inbox = (await current.found()).units['HR og Løn']?.inbox;
    expect(inbox).toHaveLength((lastSeen.units['Koncern HR']?.inbox.length ?? 0) + 2);
    expect((await previous.found()).units['Koncern HR']?.inbox).toEqual(inbox);
  });
});
