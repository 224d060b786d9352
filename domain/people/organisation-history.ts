import type { PersonId, UnitId } from '../ids.ts';
import type { Operator } from './actor.ts';
import type { SettingsChange } from './settings/plan-settings.ts';

/** A change of the organisation itself, kept so that its history tells who did what and when. */
export type OrganisationEvent = {
  id: string;
  at: Date;
  by: PersonId | Operator['id'];
} & (
  | { type: 'settings-changed'; changes: readonly SettingsChange[] }
  | { type: 'list-imported' | 'import-undone' | 'person-removed'; counts: Readonly<Record<string, number>> }
  | { type: 'unit-closed'; unit: UnitId; name: string; mergedInto: UnitId | null; shares: readonly UnitShare[] }
);

/** The number of open requests of a closed unit that another unit received. */
export interface UnitShare {
  unit: UnitId;
  requests: number;
}
