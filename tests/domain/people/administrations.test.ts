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
  expect(changes).toEqual({ renamed: [], added: [], gone: [] });
});

test('takes a new name with the same people for the same administration', () => {
  const people = [listed('1', 'Børn og Unge'), listed(null, 'Børn og Unge'), listed('3', 'Sundhed')];
  const { ids, ...changes } = administrationsOf(known, people);
  expect(ids.get('Børn og Unge')).toBe('skole');
  expect(changes).toEqual({ renamed: [{ id: 'skole', from: 'Skole', to: 'Børn og Unge' }], added: [], gone: [] });
});

test('does not guess when an administration was split, merged or filled with other people', () => {
  const split = [listed('1', 'Skole Øst'), listed('2', 'Skole Vest'), listed('3', 'Sundhed')];
  expect(administrationsOf(known, split)).toMatchObject({
    renamed: [],
    added: ['Skole Øst', 'Skole Vest'],
    gone: ['Skole'],
  });
  const together = [listed('1', 'Velfærd'), listed('2', 'Velfærd'), listed('3', 'Velfærd'), listed('4', 'Velfærd')];
  expect(administrationsOf(known, together)).toMatchObject({
    renamed: [],
    added: ['Velfærd'],
    gone: ['Skole', 'Sundhed'],
  });
  const partly = [listed('1', 'Kultur'), listed('2', 'Skole'), listed('3', 'Sundhed')];
  expect(administrationsOf(known, partly)).toMatchObject({ renamed: [], added: ['Kultur'], gone: [] });
  const others = [listed(null, 'Kultur'), listed('3', 'Sundhed')];
  expect(administrationsOf(known, others)).toMatchObject({ renamed: [], added: ['Kultur'], gone: ['Skole'] });
});

test('gives each new administration an id of its own', () => {
  const taken = [member('1', 'Kultur', 'kultur-og-fritid'), member('2', 'Kultur', 'kultur-og-fritid')];
  const { ids } = administrationsOf(taken, [listed('1', 'Kultur'), listed(null, 'Kultur og Fritid')]);
  expect(ids.get('Kultur og Fritid')).toBe('kultur-og-fritid-2');
});
