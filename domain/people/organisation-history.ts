import type { PersonId, UnitId } from '../ids.ts';
import type { Operator } from './actor.ts';
import type { SettingsChange } from './settings/plan-settings.ts';

/** Something that was changed about an organisation itself: kept, so that it can be told later who did what when. */
export type OrganisationEvent = {
  id: string;
  at: Date;
  by: PersonId | Operator['id'];
} & (
  | { type: 'settings-changed'; changes: readonly SettingsChange[] }
  | { type: 'unit-closed'; unit: UnitId; name: string; mergedInto: UnitId | null; shares: readonly UnitShare[] }
);

/** How many open requests of a closed unit another one received. */
export interface UnitShare {
  unit: UnitId;
  requests: number;
}
