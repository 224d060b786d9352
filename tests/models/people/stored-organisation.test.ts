import type { UnitId } from '../../../domain/ids.ts';
import { defaultSettings, type Organisation } from '../../../domain/people/organisation.ts';
import { contractUnits, expandUnits } from '../../../models/migrations/unit-ids.ts';
import {
  fromStoredOrganisation,
  type StoredOrganisation,
  toStoredOrganisation,
} from '../../../models/people/stored-organisation.ts';

/** As version 0.1 writes it. */
const before: StoredOrganisation = {
  _id: 'by',
  name: 'By Kommune',
  language: 'da',
  numberPrefix: 'BY',
  ...defaultSettings,
  units: [{ name: 'Koncern HR', areas: ['personale'], answerWithinWorkingDays: 20 }],
  closedUnits: null,
};

const hr = 'Koncern HR' as UnitId;

/** The same with the unit under another name. */
function renamed(): Organisation {
  const organisation = fromStoredOrganisation(before);
  return { ...organisation, units: organisation.units.map((unit) => ({ ...unit, name: 'HR og Løn' })) };
}

test('takes the name that version 0.1 has stored for the id of a unit', () => {
  expect(fromStoredOrganisation(before).units).toEqual([
    { id: hr, name: 'Koncern HR', formerNames: [], areas: ['personale'], answerWithinWorkingDays: 20 },
  ]);
});

test('stores a renamed unit so that version 0.1 goes on finding what is its', () => {
  const stored = toStoredOrganisation(renamed());
  expect(stored.units).toMatchObject([{ name: 'Koncern HR', title: 'HR og Løn' }]);
  expect(fromStoredOrganisation(stored)).toEqual(renamed());
});

test('expands and contracts what is stored without a difference to who reads it', () => {
  for (const organisation of [before, toStoredOrganisation(renamed())]) {
    const expanded = { ...organisation, ...expandUnits(organisation) };
    const contracted = { ...expanded, ...contractUnits(expanded) };
    expect(fromStoredOrganisation(expanded)).toEqual(fromStoredOrganisation(organisation));
    expect(fromStoredOrganisation(contracted)).toEqual(fromStoredOrganisation(organisation));
    expect([expandUnits(expanded), expandUnits(contracted), contractUnits(contracted)]).toEqual([null, null, null]);
    expect(contracted.units).toMatchObject([{ id: 'Koncern HR' }]);
  }
});
