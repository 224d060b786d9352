import type { UnitId } from '../ids.ts';
import { nameText } from '../text/clean-text.ts';
import type { Area, Language } from '../vocabulary.ts';
import type { ClosedUnit, Unit } from './unit.ts';

/** A municipality: the scope of all stored data. */
export interface Organisation {
  id: string;
  name: string;
  language: Language;
  /** The prefix of a request's number, e.g. `FØ` in `FØ-2026-0042`. */
  numberPrefix: string;
  /** The person or office that somebody who is turned down may turn to, as people are to read it; null: none is named. */
  contact: string | null;
  /** The working days after which a draft that was not sent is mentioned, once; 0: never. */
  mentionDraftAfterWorkingDays: number;
  /** The months after which a draft that was not sent is deleted. */
  deleteDraftAfterMonths: number;
  /** The names of systems that tell the area of a wish, such as “OPUS”. */
  systems: readonly NamedSystem[];
  units: readonly Unit[];
  closedUnits: readonly ClosedUnit[];
}

/** A system by the name that people give it, with the area whose unit is responsible for it. */
export interface NamedSystem {
  name: string;
  area: Area;
}

/** The settings of an organisation whose file does not name them. */
export const defaultSettings = {
  contact: null,
  mentionDraftAfterWorkingDays: 2,
  deleteDraftAfterMonths: 6,
  systems: [],
} as const satisfies Partial<Organisation>;

/** Gives the unit that owns an area, by the organisation's routing rule; null when the area has no unit. */
export function unitOfArea(organisation: Organisation, area: Area): Unit | null {
  return organisation.units.find((unit) => unit.areas.includes(area)) ?? null;
}

/** Gives the unit with this id; null when it has none or has closed it. */
export function unitById({ units }: Organisation, id: UnitId): Unit | null {
  return units.find((unit) => unit.id === id) ?? null;
}

/** Gives the unit that has this name, or that had it when no other unit has it now. */
export function unitNamed({ units }: Organisation, name: string): Unit | null {
  const isSame = (other: string) => nameText(other) === nameText(name);
  return units.find((unit) => isSame(unit.name)) ?? units.find((unit) => unit.formerNames.some(isSame)) ?? null;
}

/**
 * Gives the name that people read for a unit's id; for a closed unit, its last name. A unit that was left out before
 * units had ids has its name as id.
 */
export function unitName({ units, closedUnits }: Pick<Organisation, 'units' | 'closedUnits'>, id: UnitId): string {
  return [...units, ...closedUnits].find((unit) => unit.id === id)?.name ?? id;
}
