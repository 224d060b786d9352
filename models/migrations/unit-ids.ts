import type { Unit } from '../../domain/people/unit.ts';
import { fromStoredUnit, type StoredUnit } from '../people/stored-organisation.ts';
import { changeEach, type RawDocument } from './change-each.ts';
import type { Migration } from './migration.ts';

/**
 * Units have ids of their own. Version 0.1 knows a unit by its name and stores that name with requests, people,
 * channels and history, so the names become the ids of its units, and none of those documents has to change. Only the
 * organisation changes: first a unit gets a `title` for people beside `name`, which both versions take for the id; once
 * 0.1 is gone the id and the name move to their own fields.
 */
export const unitIds: Migration = {
  name: 'unit-ids',
  expand: ({ stored, proceed }) => changeEach(stored.organisations, {}, (one) => expandUnits(unitsIn(one)), proceed),
  contract: {
    release: 2,
    run: ({ stored, proceed }) => changeEach(stored.organisations, {}, (one) => contractUnits(unitsIn(one)), proceed),
  },
};

interface Units {
  units: readonly StoredUnit[];
}

/** The collection holds organisations with their units, whichever version wrote them. */
const unitsIn = ({ units }: RawDocument): Units => ({ units });

/** Gives the units of an organisation in the form that both versions read; null when they have it already. */
export function expandUnits({ units }: Units): { units: readonly StoredUnit[] } | null {
  if (units.every(({ id, title }) => id !== undefined || title !== undefined)) return null;
  return { units: units.map((unit) => (unit.id === undefined ? { ...unit, title: unit.title ?? unit.name } : unit)) };
}

/** Gives the units in the form of this version alone; null when they have it already. */
export function contractUnits({ units }: Units): { units: readonly Unit[] } | null {
  return units.every(({ id }) => id !== undefined) ? null : { units: units.map(fromStoredUnit) };
}
