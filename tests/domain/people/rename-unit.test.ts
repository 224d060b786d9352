import { withoutChat } from '../../../domain/context.ts';
import type { UnitId } from '../../../domain/ids.ts';
import { operator } from '../../../domain/people/actor.ts';
import { defaultSettings, unitNamed } from '../../../domain/people/organisation.ts';
import { changeSettings, previewSettings } from '../../../domain/people/settings/change-settings.ts';
import { type OrganisationSettings, readSettings } from '../../../domain/people/settings/read-settings.ts';
import { perform } from '../../../domain/perform.ts';
import type { RequestView } from '../../../domain/requests/view-request.ts';
import { settingsChangeText } from '../../../locales/people/settings-changes.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

const hr = 'koncern-hr' as UnitId;

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

/** The settings file of the sample, with changes. */
function file(change: (unit: OrganisationSettings['units'][number]) => object): OrganisationSettings {
  const { id, name, language, numberPrefix, units } = sample.organisation;
  return {
    id,
    name,
    language,
    numberPrefix,
    ...defaultSettings,
    contact: sample.organisation.contact,
    units: units.map((unit) => {
      const settings = {
        name: unit.name,
        areas: [...unit.areas],
        answerWithinWorkingDays: unit.answerWithinWorkingDays,
      };
      return { ...settings, ...change(settings) };
    }),
  };
}

const attempt = () => ({ world: sample.world, actor: operator, context: withoutChat, idempotencyKey: null });

async function takeOver(settings: OrganisationSettings) {
  const result = await perform({ ...attempt(), useCase: changeSettings, input: { settings } });
  const organisation = await sample.world.settings.read();
  // The organisation as every instance sees it half a minute later.
  if (organisation) Object.assign(sample.world, { organisation });
  return result;
}

async function shown(request: string): Promise<RequestView> {
  const seen = await sample.does(people.leader, 'show-request', { request });
  if (!seen.ok) throw new Error(seen.refusal);
  return seen.value;
}

const renamed = () => file(({ name }) => (name === 'Koncern HR' ? { id: hr, name: 'HR og Løn' } : {}));

test('keeps open requests, the owners’ inbox and the channel of a renamed unit', async () => {
  const { id } = await sample.request();
  const { world } = sample;
  const room = await world.rooms.meet('slack', 'C1', { channel: 'C1' });
  await world.rooms.follow(room.id, hr, (await sample.person(people.hr)).id);
  expect(await takeOver(renamed())).toMatchObject({ ok: true });
  expect(await sample.does(people.hr, 'list-inbox')).toMatchObject({
    value: { units: ['HR og Løn'], requests: [{ request: { id } }] },
  });
  expect(await world.rooms.ofUnit(hr)).toMatchObject([{ id: room.id }]);
  expect((await sample.request()).unit).toBe(hr);
  expect(await sample.does(people.hr, 'acknowledge-request', { requestId: id })).toMatchObject({ ok: true });
});

test('shows the present name of a unit in old timelines as well', async () => {
  const { id } = await sample.request();
  await takeOver(renamed());
  const view = await shown(id);
  expect([view.unitName, ...view.history.map(({ unit }) => unit)]).toEqual(['HR og Løn', 'HR og Løn']);
});

test('refuses a file that leaves out a unit with requests, owners or a channel, and names the unit', async () => {
  await sample.request();
  const without = { ...file(() => ({})) };
  const settings = { ...without, units: without.units.filter(({ name }) => name !== 'Koncern HR') };
  const preview = await perform({ ...attempt(), useCase: previewSettings, input: { settings } });
  const owners = await sample.world.people.ownersOf(hr);
  expect(preview).toMatchObject({
    value: {
      obstacles: [{ obstacle: 'unit-in-use', unit: 'Koncern HR', openRequests: 1, owners: owners.length, channels: 0 }],
    },
  });
  expect(await takeOver(settings)).toMatchObject({ ok: false, refusal: 'wrong-state' });
  expect(await sample.world.settings.read()).toEqual(sample.organisation);
});

test('keeps the changes of a settings file in the history, and nothing when there were none', async () => {
  await takeOver(file(() => ({})));
  expect(await sample.world.settings.history()).toEqual([]);
  await takeOver(renamed());
  expect(await sample.world.settings.history()).toMatchObject([
    { type: 'settings-changed', by: 'operator', changes: [{ change: 'unit-renamed', to: 'HR og Løn' }] },
  ]);
});

test('knows a unit by its name with other blanks', async () => {
  const settings = file((unit) => (unit.name === 'Koncern HR' ? { name: 'Koncern\u00A0 HR' } : {}));
  const { settings: read } = readSettings(JSON.stringify(settings)) as { settings: OrganisationSettings };
  expect(read.units[0]?.name).toBe('Koncern HR');
  const { organisation } = sample;
  const units = organisation.units.map((unit) => (unit.id === hr ? { ...unit, name: 'Koncern  HR' } : unit));
  expect(unitNamed({ ...organisation, units }, 'Koncern HR')?.id).toBe(hr);
});

test('shows the name of a unit that no longer exists', async () => {
  const { id } = await sample.request();
  await sample.does(people.leader, 'withdraw-request', { requestId: id });
  sample.stored.people.changeWhere(({ unit }) => unit === hr, { unit: null });
  const without = file(() => ({}));
  await takeOver({ ...without, units: without.units.filter(({ name }) => name !== 'Koncern HR') });
  expect(await shown(id)).toMatchObject({ unitName: 'Koncern HR' });
});

test('refuses settings of another organisation, and changes neither', async () => {
  const settings = { ...renamed(), id: 'andeby' };
  const refused = { ok: false, refusal: 'not-found' };
  expect(await perform({ ...attempt(), useCase: previewSettings, input: { settings } })).toMatchObject(refused);
  expect(await takeOver(settings)).toMatchObject(refused);
  expect(await sample.world.settings.read()).toEqual(sample.organisation);
});

test('refuses settings in which two units own an area, whoever has read them', async () => {
  const settings = file(() => ({ areas: ['it'] }));
  expect(await takeOver(settings)).toMatchObject({ ok: false });
  expect(await sample.world.settings.read()).toEqual(sample.organisation);
});

test('stores a new order of the units, and names it in the dry run', async () => {
  const settings = file(() => ({}));
  settings.units.reverse();
  const units = settings.units.map(({ name }) => name);
  const change = { change: 'units-reordered', units };
  const preview = await perform({ ...attempt(), useCase: previewSettings, input: { settings } });
  expect(preview).toMatchObject({ ok: true, value: { changes: [change], obstacles: [] } });
  expect(await takeOver(settings)).toMatchObject({ ok: true, value: { changes: [change] } });
  expect((await sample.world.settings.read())?.units.map(({ name }) => name)).toEqual(units);
  expect(settingsChangeText({ change: 'units-reordered', units: ['B', 'A'] }, 'en')).toBe(
    'The units are in a new order: B, A.',
  );
});
