import type { UnitId } from '../../domain/ids.ts';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { ClosedUnit, Unit } from '../../domain/people/unit.ts';

/**
 * A unit as it is stored while version 0.1 may still run beside this one. That version knows a unit by `name`: it stores
 * the name with each request, person and channel. So the id, which never changes and which is the name of then for every
 * unit of 0.1, stands in `name`, and what people read in `title`: both versions store the same about a unit.
 */
interface ExpandedUnit {
  name: string;
  /** Absent in what version 0.1 wrote: its name is both. */
  title?: string;
  id?: never;
}

/** The same when 0.1 runs nowhere any more (`contractUnits`). */
interface ContractedUnit {
  id: UnitId;
  name: string;
  title?: never;
}

export type StoredUnit = Pick<Unit, 'areas' | 'answerWithinWorkingDays'> &
  Partial<Pick<Unit, 'formerNames'>> &
  (ExpandedUnit | ContractedUnit);

export interface StoredOrganisation extends Omit<Organisation, 'id' | 'systems' | 'units' | 'closedUnits'> {
  _id: string;
  /** Absent in what the version before wrote. */
  systems?: Organisation['systems'] | null;
  units: readonly StoredUnit[];
  closedUnits: readonly ClosedUnit[] | null;
}

/** Gives the organisation as it is stored, with what the version before reads. */
export function toStoredOrganisation({ id, units, ...rest }: Organisation): StoredOrganisation {
  return {
    ...rest,
    _id: id,
    units: units.map(({ id: name, name: title, ...unit }) => ({ ...unit, name, title })),
  };
}

/** Gives a stored organisation, also as the version before wrote it. */
export function fromStoredOrganisation({
  _id,
  systems,
  units,
  closedUnits,
  ...rest
}: StoredOrganisation): Organisation {
  return { ...rest, id: _id, systems: systems ?? [], closedUnits: closedUnits ?? [], units: units.map(fromStoredUnit) };
}

/** Gives a stored unit, also as the version before wrote it. */
export function fromStoredUnit({ id, name, title, formerNames = [], ...unit }: StoredUnit): Unit {
  return id === undefined
    ? { ...unit, formerNames, id: name as UnitId, name: title ?? name }
    : { ...unit, formerNames, id, name };
}
