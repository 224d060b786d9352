import type { UnitId } from '../../ids.ts';
import type { World } from '../../ports.ts';
import { type Organisation, unitName } from '../organisation.ts';
import type { Person } from '../person.ts';
import { hasRole, isAdmin } from '../roles.ts';
import type { Doubt, Named } from './doubts.ts';
import { changedFields, type PersonChange } from './list-change.ts';

/** Fields whose change moves somebody to another place. */
const moves = ['administration', 'institution', 'unit', 'managerId'] as const;
type Move = (typeof moves)[number];

/** Fields that an administrator is told of by name; the rest follows from others. */
const details = ['name', 'email', 'upn', 'entraObjectId', 'employeeNumber', 'roles'] as const;
type Detail = (typeof details)[number];

export interface UnitWithoutOwner {
  unit: string;
  /** The unit has an owner now. */
  isLastLost: boolean;
  openRequests: number;
}

/** The administrations of active people, by name. */
export interface AdministrationChanges {
  renamed: ReadonlyArray<{ from: string; to: string }>;
  added: readonly string[];
  gone: readonly string[];
}

/** The effect of an import or its undoing, as an administrator is told. */
export interface ListReport {
  added: readonly Named[];
  /** Had left, and are back with all that was theirs. */
  returned: readonly Named[];
  changed: ReadonlyArray<{ person: Named; fields: readonly Detail[] }>;
  moved: ReadonlyArray<{ person: Named; to: ReadonlyArray<{ field: Move; from: string | null; to: string | null }> }>;
  removed: readonly Named[];
  /** The people of a renamed administration are not moved. */
  administrations: AdministrationChanges;
  unchanged: number;
  unitsWithoutOwner: readonly UnitWithoutOwner[];
  /** Nobody administers the organisation afterwards. */
  isWithoutAdmin: boolean;
  doubts: readonly Doubt[];
  /** The number of people who are active before. */
  activeBefore: number;
}

/** The report of changes, with what waits at the units that have open requests. */
export async function reportFor(
  world: World,
  known: readonly Person[],
  changes: readonly PersonChange[],
  doubts: ListReport['doubts'],
): Promise<ListReport> {
  const open = new Map<UnitId, number>();
  for (const unit of await world.requests.openUnits()) {
    open.set(unit, (await world.requests.openOfUnit(unit)).length);
  }
  return reportOf(world.organisation, known, changes, doubts, open);
}

function reportOf(
  organisation: Organisation,
  known: readonly Person[],
  changes: readonly PersonChange[],
  doubts: readonly Doubt[],
  openRequests: ReadonlyMap<UnitId, number>,
): ListReport {
  const after = new Map([...known, ...changes.map((change) => change.after)].map((person) => [person.id, person]));
  const everybody = [...after.values()];
  const staying = changes.filter(({ before, after: now }) => before?.active && now.active);
  const nameOf = (id: string | null) => (id === null ? null : (after.get(id as Person['id'])?.name ?? null));
  const nameOfUnit = (id: string | null) => (id === null ? null : unitName(organisation, id as UnitId));
  const owned = (people: readonly Person[]) =>
    new Set(people.filter(isOwner).flatMap(({ unit }) => (unit === null ? [] : [unit])));
  const [ownedBefore, ownedAfter] = [owned(known), owned(everybody)];
  const isAsBefore = (change: PersonChange) =>
    change.before?.active === true && changedFields(change).every((field) => field === 'administration');
  const others = changes.filter((change) => change.after.active && !isAsBefore(change));
  const units = new Set([...organisation.units.map(({ id }) => id), ...ownedBefore, ...openRequests.keys()]);
  return {
    added: changes.filter(({ before, after: now }) => !before && now.active).map(toNamed),
    returned: changes.filter(({ before, after: now }) => before && !before.active && now.active).map(toNamed),
    changed: staying.flatMap((change) => {
      const fields = details.filter((field) => changedFields(change).includes(field));
      return fields.length === 0 ? [] : [{ person: toNamed(change), fields }];
    }),
    moved: staying.flatMap((change) => {
      const to = moves
        .filter((field) => changedFields(change).includes(field === 'administration' ? 'administrationId' : field))
        .map((field) => {
          const [from, now] = [change.before?.[field] ?? null, change.after[field]];
          if (field === 'managerId') return { field, from: nameOf(from), to: nameOf(now) };
          return field === 'unit' ? { field, from: nameOfUnit(from), to: nameOfUnit(now) } : { field, from, to: now };
        });
      return to.length === 0 ? [] : [{ person: toNamed(change), to }];
    }),
    removed: changes
      .filter(({ before, after: now }) => before?.active && !now.active)
      .map(({ before, after: now }) => ({ name: now.name, email: before?.email ?? now.email })),
    administrations: administrationsChanged(known, everybody),
    unchanged: everybody.filter(({ active }) => active).length - others.length,
    unitsWithoutOwner: [...units]
      .filter((unit) => !ownedAfter.has(unit))
      .map((unit) => ({
        unit: unitName(organisation, unit),
        isLastLost: ownedBefore.has(unit),
        openRequests: openRequests.get(unit) ?? 0,
      })),
    isWithoutAdmin: !everybody.some((person) => person.active && isAdmin(person)),
    doubts,
    activeBefore: known.filter(({ active }) => active).length,
  };
}

function administrationsChanged(before: readonly Person[], after: readonly Person[]): AdministrationChanges {
  const namesOf = (people: readonly Person[]) =>
    new Map(
      people
        .filter(({ active, administration }) => active && administration !== '')
        .map(({ administrationId, administration }) => [administrationId, administration] as const),
    );
  const [names, namesAfter] = [namesOf(before), namesOf(after)];
  return {
    renamed: [...namesAfter].flatMap(([id, to]) => {
      const from = names.get(id);
      return from === undefined || from === to ? [] : [{ from, to }];
    }),
    added: [...namesAfter].filter(([id]) => !names.has(id)).map(([, name]) => name),
    gone: [...names].filter(([id]) => !namesAfter.has(id)).map(([, name]) => name),
  };
}

/** Whether so many lose access that it looks like a mistake: the number must then be named. */
export function removesTooMany({ removed, activeBefore }: ListReport): boolean {
  return removed.length > activeBefore / 10;
}

/** The number of each, for the history of the organisation. */
export function countsOf({ added, returned, changed, moved, removed }: ListReport): Record<string, number> {
  return {
    added: added.length,
    returned: returned.length,
    changed: changed.length,
    moved: moved.length,
    removed: removed.length,
  };
}

const isOwner = (person: Person) => person.active && hasRole(person, 'processOwner');

const toNamed = ({ after: { name, email } }: PersonChange): Named => ({ name, email });
