import type { UnitId } from '../ids.ts';
import type { Area, Language } from '../vocabulary.ts';
import type { ClosedUnit, Unit } from './unit.ts';

/** A municipality: the scope of everything that is stored. */
export interface Organisation {
  id: string;
  name: string;
  language: Language;
  /** What stands before the year in a request's number, e.g. `FØ` in `FØ-2026-0042`. */
  numberPrefix: string;
  units: readonly Unit[];
  closedUnits: readonly ClosedUnit[];
}

/** The unit that owns an area, by the organisation's routing rule; null when the area has no unit. */
export function unitOfArea(organisation: Organisation, area: Area): Unit | null {
  return organisation.units.find((unit) => unit.areas.includes(area)) ?? null;
}

export function unitById({ units }: Organisation, id: UnitId): Unit | null {
  return units.find((unit) => unit.id === id) ?? null;
}

/** The unit that has this name, or had it and no other unit has it now. */
export function unitNamed({ units }: Organisation, name: string): Unit | null {
  return units.find((unit) => unit.name === name) ?? units.find((unit) => unit.formerNames.includes(name)) ?? null;
}

/**
 * What people read where something holds a unit's id; of a closed unit the name that it had last. A unit that was left out
 * before there were ids has its name as id.
 */
export function unitName({ units, closedUnits }: Organisation, id: UnitId): string {
  return [...units, ...closedUnits].find((unit) => unit.id === id)?.name ?? id;
}
