import type { Unit } from '../../domain/people/unit.ts';
import { fromStoredUnit, type StoredUnit } from '../people/stored-organisation.ts';
import { changeEach, type RawDocument } from './change-each.ts';
import type { Migration } from './migration.ts';

/**
 * Units have ids of their own. Version 0.1 knows a unit by its name and stores that with requests, people, channels and
 * history, so those names are the ids of its units: nothing that holds one has to change. What changes is the
 * organisation alone: first a unit gets a `title` for people beside `name`, which both versions hold the id to be; once
 * 0.1 is gone the id and the name stand where they belong.
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

/** Whichever version wrote it, the collection holds organisations with their units. */
const unitsIn = ({ units }: RawDocument): Units => ({ units });

/** The units of an organisation as both versions read them; null when they are so already. */
export function expandUnits({ units }: Units): { units: readonly StoredUnit[] } | null {
  if (units.every(({ id, title }) => id !== undefined || title !== undefined)) return null;
  return { units: units.map((unit) => (unit.id === undefined ? { ...unit, title: unit.title ?? unit.name } : unit)) };
}

/** The units as they are without version 0.1; null when they are so already. */
export function contractUnits({ units }: Units): { units: readonly Unit[] } | null {
  return units.every(({ id }) => id !== undefined) ? null : { units: units.map(fromStoredUnit) };
}
