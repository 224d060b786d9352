import type { AdministrationId, PersonId } from '../../../domain/ids.ts';
import { administrationsOf } from '../../../domain/people/administrations.ts';

const member = (id: string, administration: string, administrationId = administration.toLowerCase()) => ({
  id: id as PersonId,
  administration,
  administrationId: administrationId as AdministrationId,
});
const listed = (id: string | null, administration: string) => ({ id: id as PersonId | null, administration });

const known = [member('1', 'Skole'), member('2', 'Skole'), member('3', 'Sundhed'), member('4', 'Sundhed')];

test('finds an administration by its name', () => {
  const { ids, ...changes } = administrationsOf(known, [listed('1', 'Skole'), listed('3', 'Sundhed')]);
  expect([...ids]).toEqual([
    ['Skole', 'skole'],
    ['Sundhed', 'sundhed'],
  ]);
  expect(changes).toEqual({ renamed: [] });
});

test('takes a new name with the same people for the same administration', () => {
  const people = [listed('1', 'Børn og Unge'), listed(null, 'Børn og Unge'), listed('3', 'Sundhed')];
  const { ids, ...changes } = administrationsOf(known, people);
  expect(ids.get('Børn og Unge')).toBe('skole');
  expect(changes).toEqual({ renamed: [{ id: 'skole', from: 'Skole', to: 'Børn og Unge' }] });
});

test('does not guess when an administration was split, merged or filled with other people', () => {
  const split = [listed('1', 'Skole Øst'), listed('2', 'Skole Vest'), listed('3', 'Sundhed')];
  expectNew(split, ['Skole Øst', 'Skole Vest']);
  const together = [listed('1', 'Velfærd'), listed('2', 'Velfærd'), listed('3', 'Velfærd'), listed('4', 'Velfærd')];
  expectNew(together, ['Velfærd']);
  expectNew([listed('1', 'Kultur'), listed('2', 'Skole'), listed('3', 'Sundhed')], ['Kultur']);
  expectNew([listed(null, 'Kultur'), listed('3', 'Sundhed')], ['Kultur']);
});

function expectNew(people: ReadonlyArray<ReturnType<typeof listed>>, names: readonly string[]): void {
  const { ids, renamed } = administrationsOf(known, people);
  const before = new Set<string | undefined>(known.map(({ administrationId }) => administrationId));
  expect(renamed).toEqual([]);
  expect([...ids].filter(([, id]) => !before.has(id)).map(([name]) => name)).toEqual(names);
}

test('gives each new administration an id of its own', () => {
  const taken = [member('1', 'Kultur', 'kultur-og-fritid'), member('2', 'Kultur', 'kultur-og-fritid')];
  const { ids } = administrationsOf(taken, [listed('1', 'Kultur'), listed(null, 'Kultur og Fritid')]);
  expect(ids.get('Kultur og Fritid')).toBe('kultur-og-fritid-2');
});
