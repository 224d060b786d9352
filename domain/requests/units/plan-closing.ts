import type { UnitId } from '../../ids.ts';
import type { Organisation } from '../../people/organisation.ts';
import { unitById, unitOfArea } from '../../people/organisation.ts';
import type { UnitShare } from '../../people/organisation-history.ts';
import type { Unit } from '../../people/unit.ts';
import type { World } from '../../ports.ts';
import type { Area } from '../../vocabulary.ts';
import type { Request } from '../record/request.ts';

/**
 * The receivers of a closed unit's work: one unit for all of it, with or without the people and channels, or a unit for
 * each area.
 */
export type Receivers = { all: UnitId; withPeople: boolean } | { byArea: Readonly<Partial<Record<Area, UnitId>>> };

/** The reasons for which a unit cannot be closed. */
export type ClosingObstacle =
  | { obstacle: 'no-such-unit'; unit: string }
  | { obstacle: 'into-itself'; unit: string }
  /** The unit has this area or requests about it, and no receiver is named for it. */
  | { obstacle: 'area-without-receiver'; area: Area; requests: number };

/** The effect of closing a unit. */
export interface ClosingPlan {
  unit: Unit;
  /** The organisation without the unit. */
  organisation: Organisation;
  /** Each open request with the unit that gets it. */
  moves: ReadonlyArray<{ request: Request; to: UnitId }>;
  areas: ReadonlyArray<{ area: Area; to: UnitId }>;
  shares: readonly UnitShare[];
  /**
   * The unit that gets the people and channels; with null its process owners lose their unit and its channels show no
   * inbox.
   */
  peopleTo: UnitId | null;
  owners: number;
  channels: number;
}

/** Plans the closing of a unit, or gives all obstacles. */
export async function planClosing(
  world: World,
  organisation: Organisation,
  unitId: UnitId,
  receivers: Receivers,
): Promise<{ plan: ClosingPlan } | { obstacles: ClosingObstacle[] }> {
  const unit = unitById(organisation, unitId);
  const named = 'all' in receivers ? [receivers.all] : Object.values(receivers.byArea);
  const missing = [unitId, ...named].filter((id) => unitById(organisation, id) === null);
  if (!unit || missing.length > 0) return { obstacles: missing.map((id) => ({ obstacle: 'no-such-unit', unit: id })) };
  if (named.includes(unitId)) return { obstacles: [{ obstacle: 'into-itself', unit: unit.name }] };

  const others = { ...organisation, units: organisation.units.filter(({ id }) => id !== unitId) };
  const receiverOf = (area: Area) =>
    'all' in receivers ? receivers.all : (receivers.byArea[area] ?? unitOfArea(others, area)?.id ?? null);
  const open = await world.requests.openOfUnit(unitId);
  const concerned = [...new Set([...unit.areas, ...open.map(({ area }) => area)])];
  const unshared = concerned.filter((area) => receiverOf(area) === null);
  if (unshared.length > 0) {
    const requests = (area: Area) => open.filter((request) => request.area === area).length;
    return {
      obstacles: unshared.map((area) => ({ obstacle: 'area-without-receiver', area, requests: requests(area) })),
    };
  }

  const to = <Of extends { area: Area }>(of: Of) => {
    const receiver = receiverOf(of.area);
    if (receiver === null) throw new Error(`the area ${of.area} has no receiver`);
    return receiver;
  };
  const moves = open.map((request) => ({ request, to: to(request) }));
  const areas = unit.areas.map((area) => ({ area, to: to({ area }) }));
  const receiving = [...new Set([...named, ...moves.map((move) => move.to), ...areas.map((moved) => moved.to)])];
  const peopleTo = 'all' in receivers && receivers.withPeople ? receivers.all : null;
  return {
    plan: {
      unit,
      organisation: withoutUnit(others, unit, areas, peopleTo),
      moves,
      areas,
      shares: receiving.map((id) => ({ unit: id, requests: moves.filter((move) => move.to === id).length })),
      peopleTo,
      owners: (await world.people.ownersOf(unitId)).length,
      channels: (await world.rooms.ofUnit(unitId)).length,
    },
  };
}

/**
 * Gives the organisation with the unit's areas moved to the others. A unit that takes over the people also answers to
 * the old name, which a list may still use.
 */
function withoutUnit(
  others: Organisation,
  { id, name, formerNames }: Unit,
  areas: ClosingPlan['areas'],
  peopleTo: UnitId | null,
): Organisation {
  const units = others.units.map((unit) => ({
    ...unit,
    areas: [...unit.areas, ...areas.flatMap((moved) => (moved.to === unit.id ? [moved.area] : []))],
    formerNames: unit.id === peopleTo ? [...new Set([...unit.formerNames, ...formerNames, name])] : unit.formerNames,
  }));
  return { ...others, units, closedUnits: [...others.closedUnits, { id, name }] };
}
