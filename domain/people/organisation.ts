import type { Area, Language } from '../vocabulary.ts';
import type { Unit } from './unit.ts';

/** A municipality: the scope of everything that is stored. */
export interface Organisation {
  id: string;
  name: string;
  language: Language;
  /** What stands before the year in a request's number, e.g. `FØ` in `FØ-2026-0042`. */
  numberPrefix: string;
  units: readonly Unit[];
}

/** The unit that owns an area, by the organisation's routing rule; null when the area has no unit. */
export function unitOfArea(organisation: Organisation, area: Area): Unit | null {
  return organisation.units.find((unit) => unit.areas.includes(area)) ?? null;
}

export function unitByName(organisation: Organisation, name: string): Unit | null {
  return organisation.units.find((unit) => unit.name === name) ?? null;
}
