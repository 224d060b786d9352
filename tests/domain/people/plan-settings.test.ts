import type { UnitId } from '../../../domain/ids.ts';
import { defaultSettings, type Organisation } from '../../../domain/people/organisation.ts';
import { planSettings } from '../../../domain/people/settings/plan-settings.ts';
import type { OrganisationSettings, UnitSettings } from '../../../domain/people/settings/read-settings.ts';
import { newUnitId } from '../../../domain/people/unit.ts';

const unitId = (id: string) => id as UnitId;
const hr: UnitSettings = { name: 'Koncern HR', areas: ['personale'], answerWithinWorkingDays: 20 };
const it: UnitSettings = { name: 'Koncern IT', areas: ['it'], answerWithinWorkingDays: 20 };

const file = (...units: UnitSettings[]): OrganisationSettings => ({
  id: 'by',
  name: 'By Kommune',
  language: 'da',
  numberPrefix: 'BY',
  ...defaultSettings,
  units,
});

const plan = (settings: OrganisationSettings, before: Organisation | null, busy: readonly string[] = []) =>
  planSettings(settings, before, new Map(busy.map((id) => [unitId(id), { openRequests: 3, owners: 1, channels: 0 }])));

const today = plan(file(hr, it), null).organisation;

test('gives each unit an id from its name, once', () => {
  expect(today.units.map(({ id }) => id)).toEqual(['koncern-hr', 'koncern-it']);
  expect(plan(file(hr, it), today)).toEqual({ organisation: today, changes: [], obstacles: [] });
  const taken = new Set(['hr-og-loen']);
  expect([newUnitId('HR og Løn', new Set()), newUnitId('HR & Løn', new Set()), newUnitId('HR og Løn', taken)]).toEqual([
    'hr-og-loen',
    'hr-loen',
    'hr-og-loen-2',
  ]);
  expect(newUnitId('≈', new Set())).toBe('enhed');
});

test('renames a unit that the file names by its id', () => {
  const { organisation, changes, obstacles } = plan(
    file({ ...hr, id: unitId('koncern-hr'), name: 'HR og Løn' }, it),
    today,
    ['koncern-hr'],
  );
  expect(changes).toEqual([{ change: 'unit-renamed', from: 'Koncern HR', to: 'HR og Løn', id: 'koncern-hr' }]);
  expect(obstacles).toEqual([]);
  expect(organisation.units[0]).toMatchObject({ id: 'koncern-hr', formerNames: ['Koncern HR'] });
  const back = plan(file(hr, it), organisation);
  expect(back.changes).toEqual([{ change: 'unit-renamed', from: 'HR og Løn', to: 'Koncern HR', id: 'koncern-hr' }]);
});

test('asks whether a new name with the same areas is the one that is gone', () => {
  const { obstacles } = plan(file({ ...hr, name: 'HR og Løn' }, it), today);
  expect(obstacles).toEqual([{ obstacle: 'renamed-or-new', from: 'Koncern HR', id: 'koncern-hr', to: 'HR og Løn' }]);
  const another = plan(file({ ...hr, id: unitId('loen'), name: 'HR og Løn' }, it), today);
  expect(another.obstacles).toEqual([]);
  expect(another.changes).toContainEqual({ change: 'unit-added', unit: 'HR og Løn', id: 'loen' });
});

test('keeps a unit that still has work', () => {
  const all: UnitSettings = { ...it, areas: ['it', 'personale'] };
  expect(plan(file(all), today, ['koncern-hr']).obstacles).toEqual([
    { obstacle: 'unit-in-use', unit: 'Koncern HR', openRequests: 3, owners: 1, channels: 0 },
  ]);
  const free = plan(file(all), today);
  expect(free).toMatchObject({
    obstacles: [],
    organisation: { closedUnits: [{ id: 'koncern-hr', name: 'Koncern HR' }] },
  });
  expect(free.changes).toEqual([
    { change: 'unit-left-out', unit: 'Koncern HR' },
    { change: 'area-moved', area: 'personale', from: 'Koncern HR', to: 'Koncern IT' },
  ]);
});

test('names a new order of the units that stay, and none where a unit only comes between', () => {
  expect(plan(file(it, hr), today).changes).toEqual([
    { change: 'units-reordered', units: ['Koncern IT', 'Koncern HR'] },
  ]);
  const legal: UnitSettings = { name: 'Jura', areas: ['jura-dokumentation'], answerWithinWorkingDays: 20 };
  expect(plan(file(hr, legal, it), today).changes.map(({ change }) => change)).toEqual(['unit-added', 'area-moved']);
});

test('refuses a second id for a unit', () => {
  expect(plan(file({ ...hr, id: unitId('hr') }, it), today, ['koncern-hr']).obstacles).toEqual([
    { obstacle: 'id-of-another', unit: 'Koncern HR', has: 'koncern-hr', given: 'hr' },
  ]);
});

test('lets two units exchange their names, by their ids', () => {
  const swapped = plan(
    file({ ...hr, id: unitId('koncern-it') }, { ...it, id: unitId('koncern-hr') }),
    today,
  ).organisation;
  expect(swapped.units.map(({ id, name }) => [id, name])).toEqual([
    ['koncern-it', 'Koncern HR'],
    ['koncern-hr', 'Koncern IT'],
  ]);
});

test('gives no id of a closed unit again', () => {
  const withoutHr = plan(file({ ...it, areas: ['it', 'personale'] }), today).organisation;
  const again = plan(file(it, hr), withoutHr).organisation;
  expect(again.units.map(({ id }) => id)).toEqual(['koncern-it', 'koncern-hr-2']);
  const reopened = plan(file(it, { ...hr, id: unitId('koncern-hr') }), withoutHr).organisation;
  expect(reopened.closedUnits).toEqual([]);
});

test('lists the other changes', () => {
  const other = { ...file({ ...hr, answerWithinWorkingDays: 15 }, it), name: 'Ny By', numberPrefix: 'NB' };
  expect(plan({ ...other, language: 'en' }, today).changes).toEqual([
    { change: 'organisation-renamed', from: 'By Kommune', to: 'Ny By' },
    { change: 'language-changed', from: 'da', to: 'en' },
    { change: 'prefix-changed', from: 'BY', to: 'NB' },
    { change: 'deadline-changed', unit: 'Koncern HR', from: 20, to: 15 },
  ]);
});

test('says what becomes of drafts, and whom people can turn to', () => {
  const changed = { ...file(hr, it), contact: 'Else Holm', mentionDraftAfterWorkingDays: 0, deleteDraftAfterMonths: 1 };
  const { organisation, changes } = plan(changed, today);
  expect(organisation).toMatchObject({ contact: 'Else Holm', mentionDraftAfterWorkingDays: 0 });
  expect(changes).toEqual([
    { change: 'contact-changed', to: 'Else Holm' },
    { change: 'draft-mention-changed', from: 2, to: 0 },
    { change: 'draft-deletion-changed', from: 6, to: 1 },
  ]);
});

test('names each system that comes, goes or belongs to another area, however it is written', () => {
  const first = plan(
    {
      ...file(hr, it),
      systems: [
        { name: 'OPUS', area: 'personale' },
        { name: 'AULA', area: 'it' },
      ],
    },
    today,
  );
  expect(first.changes).toEqual([
    { change: 'system-added', system: 'OPUS', area: 'personale' },
    { change: 'system-added', system: 'AULA', area: 'it' },
  ]);
  expect(plan({ ...file(hr, it), systems: [{ name: 'Opus', area: 'it' }] }, first.organisation).changes).toEqual([
    { change: 'system-moved', system: 'Opus', from: 'personale', to: 'it' },
    { change: 'system-left-out', system: 'AULA' },
  ]);
});
