import type { UnitId } from '../../ids.ts';
import { nameText } from '../../text/clean-text.ts';
import type { Area, Language } from '../../vocabulary.ts';
import type { Organisation } from '../organisation.ts';
import { type ClosedUnit, newUnitId, type Unit } from '../unit.ts';
import type { OrganisationSettings, UnitSettings } from './read-settings.ts';

/** The data of a unit that would be lost if the unit were simply left out. */
export interface UnitBurden {
  openRequests: number;
  owners: number;
  channels: number;
}

/** The changes by new settings, in the order in which an operator reads it. Units are named as they are called now. */
export type SettingsChange =
  | { change: 'organisation-added'; name: string; units: number }
  | { change: 'organisation-renamed'; from: string; to: string }
  | { change: 'language-changed'; from: Language; to: Language }
  | { change: 'prefix-changed'; from: string; to: string }
  | { change: 'contact-changed'; to: string | null }
  | { change: 'draft-mention-changed'; from: number; to: number }
  | { change: 'draft-deletion-changed'; from: number; to: number }
  | { change: 'system-added'; system: string; area: Area }
  | { change: 'system-moved'; system: string; from: Area; to: Area }
  | { change: 'system-left-out'; system: string }
  | { change: 'unit-added'; unit: string; id: UnitId }
  | { change: 'unit-renamed'; from: string; to: string; id: UnitId }
  | { change: 'unit-left-out'; unit: string }
  /** Forms list the units in their order; `units` has all of them in the new one. */
  | { change: 'units-reordered'; units: readonly string[] }
  | { change: 'area-moved'; area: Area; from: string | null; to: string | null }
  | { change: 'deadline-changed'; unit: string; from: number; to: number };

/** Why new settings are not taken over; each says what to do instead. */
export type SettingsObstacle =
  /** A unit is left out that still has something to do. */
  | ({ obstacle: 'unit-in-use'; unit: string } & UnitBurden)
  /** A name is gone and another one came with the same areas: it is for the operator to say whether it is the same. */
  | { obstacle: 'renamed-or-new'; from: string; id: UnitId; to: string }
  /** The file gives a unit another id than it has. */
  | { obstacle: 'id-of-another'; unit: string; has: UnitId; given: UnitId };

export interface SettingsPlan {
  organisation: Organisation;
  changes: SettingsChange[];
  obstacles: SettingsObstacle[];
}

/**
 * Plans the organisation that new settings make. A unit is known by its id; without one, by the name that it has or had.
 * @param burdens what each unit of today has to do with
 */
export function planSettings(
  settings: OrganisationSettings,
  before: Organisation | null,
  burdens: ReadonlyMap<UnitId, UnitBurden>,
): SettingsPlan {
  const matches = matchUnits(settings.units, before?.units ?? []);
  const organisation = organisationOf(settings, before, matches);
  if (before === null) {
    const added = { change: 'organisation-added', name: settings.name, units: settings.units.length } as const;
    return { organisation, changes: [added], obstacles: [] };
  }
  const leftOut = before.units.filter((unit) => !organisation.units.some(({ id }) => id === unit.id));
  return {
    organisation,
    changes: [
      ...generalChanges(settings, before),
      ...systemChanges(settings, before),
      ...unitChanges(organisation, before),
      ...leftOut.map(({ name }) => ({ change: 'unit-left-out', unit: name }) as const),
      ...orderChanges(organisation, before),
      ...areaChanges(organisation, before),
    ],
    obstacles: leftOut.flatMap(
      (unit) => idOfAnother(unit, matches) ?? renamedOrNew(unit, matches) ?? inUse(unit, burdens),
    ),
  };
}

interface Match {
  settings: UnitSettings;
  /** The unit that it is already; null: it is new. */
  known: Unit | null;
}

/** An id says it; then the name that a unit has comes before one that it had. */
function matchUnits(units: readonly UnitSettings[], known: readonly Unit[]): Match[] {
  const matched = new Map<UnitSettings, Unit>();
  const match = (fits: (settings: UnitSettings, unit: Unit) => boolean) => {
    for (const settings of units) {
      if (matched.has(settings)) continue;
      const taken = new Set(matched.values());
      const unit = known.find((one) => !taken.has(one) && fits(settings, one));
      if (unit) matched.set(settings, unit);
    }
  };
  match((settings, unit) => settings.id === unit.id);
  match((settings, unit) => settings.id === undefined && settings.name === nameText(unit.name));
  match((settings, unit) => settings.id === undefined && unit.formerNames.map(nameText).includes(settings.name));
  return units.map((settings) => ({ settings, known: matched.get(settings) ?? null }));
}

function organisationOf(
  { units: _units, ...settings }: OrganisationSettings,
  before: Organisation | null,
  matches: readonly Match[],
): Organisation {
  const taken = new Set<string>([
    ...(before?.units ?? []).map(({ id }) => id),
    ...(before?.closedUnits ?? []).map(({ id }) => id),
    ...matches.flatMap(({ settings: { id } }) => (id === undefined ? [] : [id])),
  ]);
  const units = matches.map(({ settings: { id: given, ...unit }, known }): Unit => {
    const id = known?.id ?? given ?? newUnitId(unit.name, taken);
    taken.add(id);
    return { ...unit, id, formerNames: known ? namesBefore(known, unit.name) : [] };
  });
  const stay = new Set(units.map(({ id }) => id));
  const closed = (before?.units ?? []).map(({ id, name }): ClosedUnit => ({ id, name }));
  const closedUnits = [...(before?.closedUnits ?? []), ...closed].filter(({ id }) => !stay.has(id));
  return { ...settings, units, closedUnits };
}

/** The names that a unit had, when it is called `name` from now on. */
function namesBefore({ name: last, formerNames }: Unit, name: string): string[] {
  return [...new Set([...formerNames, last])].filter((one) => one !== name);
}

function generalChanges(after: OrganisationSettings, before: Organisation) {
  const { name, language, numberPrefix, contact, mentionDraftAfterWorkingDays, deleteDraftAfterMonths } = after;
  const changes: SettingsChange[] = [];
  if (name !== before.name) changes.push({ change: 'organisation-renamed', from: before.name, to: name });
  if (language !== before.language) changes.push({ change: 'language-changed', from: before.language, to: language });
  if (numberPrefix !== before.numberPrefix)
    changes.push({ change: 'prefix-changed', from: before.numberPrefix, to: numberPrefix });
  if (contact !== before.contact) changes.push({ change: 'contact-changed', to: contact });
  const { mentionDraftAfterWorkingDays: mentioned, deleteDraftAfterMonths: deleted } = before;
  if (mentionDraftAfterWorkingDays !== mentioned)
    changes.push({ change: 'draft-mention-changed', from: mentioned, to: mentionDraftAfterWorkingDays });
  if (deleteDraftAfterMonths !== deleted)
    changes.push({ change: 'draft-deletion-changed', from: deleted, to: deleteDraftAfterMonths });
  return changes;
}

/** A system is known by its name, however it is written in capitals. */
function systemChanges({ systems: after }: OrganisationSettings, { systems: before }: Organisation): SettingsChange[] {
  const find = (all: Organisation['systems'], name: string) =>
    all.find((system) => system.name.toLowerCase() === name.toLowerCase());
  return [
    ...after.flatMap(({ name: system, area }): SettingsChange[] => {
      const known = find(before, system);
      if (!known) return [{ change: 'system-added', system, area }];
      return known.area === area ? [] : [{ change: 'system-moved', system, from: known.area, to: area }];
    }),
    ...before.flatMap(({ name: system }): SettingsChange[] =>
      find(after, system) ? [] : [{ change: 'system-left-out', system }],
    ),
  ];
}

function unitChanges(after: Organisation, before: Organisation): SettingsChange[] {
  return after.units.flatMap((unit) => {
    const known = before.units.find(({ id }) => id === unit.id);
    const { id, name, answerWithinWorkingDays: to } = unit;
    if (!known) return [{ change: 'unit-added', unit: name, id }];
    const changes: SettingsChange[] = [];
    if (known.name !== name) changes.push({ change: 'unit-renamed', from: known.name, to: name, id });
    const from = known.answerWithinWorkingDays;
    if (from !== to) changes.push({ change: 'deadline-changed', unit: name, from, to });
    return changes;
  });
}

/** Tells of a new order of the units that stay; one that comes or goes moves none of the others. */
function orderChanges(after: Organisation, before: Organisation): SettingsChange[] {
  const idsIn = (one: Organisation, other: Organisation) =>
    one.units.map(({ id }) => id).filter((id) => other.units.some((unit) => unit.id === id));
  const isSameOrder = idsIn(after, before).join() === idsIn(before, after).join();
  return isSameOrder ? [] : [{ change: 'units-reordered', units: after.units.map(({ name }) => name) }];
}

function areaChanges(after: Organisation, before: Organisation): SettingsChange[] {
  const ownerIn = ({ units }: Organisation, area: Area) => units.find((unit) => unit.areas.includes(area)) ?? null;
  const all = new Set([...before.units, ...after.units].flatMap((unit) => unit.areas));
  return [...all].flatMap((area) => {
    const [from, to] = [ownerIn(before, area), ownerIn(after, area)];
    if (from?.id === to?.id) return [];
    return [{ change: 'area-moved', area, from: from?.name ?? null, to: to?.name ?? null }];
  });
}

/** The unit's name is given to one with another id. Null where it is not. */
function idOfAnother({ id: has, name }: Unit, matches: readonly Match[]): SettingsObstacle[] | null {
  const given = matches.find(({ settings, known }) => known === null && settings.name === name)?.settings.id;
  return given === undefined ? null : [{ obstacle: 'id-of-another', unit: name, has, given }];
}

/** A new unit without an id of its own that has the areas of one that is left out. Null where there is none. */
function renamedOrNew(unit: Unit, matches: readonly Match[]): SettingsObstacle[] | null {
  if (unit.areas.length === 0) return null;
  const areasOf = ({ areas }: Pick<Unit, 'areas'>) => areas.toSorted().join();
  const likely = matches.find(
    ({ settings, known }) => known === null && settings.id === undefined && areasOf(settings) === areasOf(unit),
  );
  return likely ? [{ obstacle: 'renamed-or-new', from: unit.name, id: unit.id, to: likely.settings.name }] : null;
}

function inUse({ id, name }: Unit, burdens: ReadonlyMap<UnitId, UnitBurden>): SettingsObstacle[] {
  const burden = burdens.get(id);
  if (!burden || burden.openRequests + burden.owners + burden.channels === 0) return [];
  return [{ obstacle: 'unit-in-use', unit: name, ...burden }];
}
