import type { PersonId } from '../ids.ts';
import { managersAbove } from '../people/managers.ts';
import type { Person } from '../people/person.ts';
import { hasRole, maySubmit } from '../people/roles.ts';
import { hiddenOrigin, type Origin } from './record/request.ts';

/** No view, and no difference of two people's views, says that an anonymous request is from one of fewer than this. */
export const smallestGroup = 5;

/** People whose anonymous requests have the same origin, so that no reader can tell them apart. */
interface Circle extends Origin, Size {
  members: Set<Person>;
}

/**
 * Gives the origin of an anonymous request that this person sends now. It depends on the list alone, and not on who
 * sends.
 *
 * All who may submit begin as one circle, whose origin is hidden. The circle is split by administration if every part
 * is large enough, and otherwise not at all. Then it is split by each manager's area, the largest first: a manager of
 * an area whose split would leave too small a part, inside or outside, does not see its anonymous requests. Managers
 * stay in the circle without origin, because a level of the hierarchy has few of them.
 * @param everyone all active people
 */
export function originOf(sender: Person, everyone: readonly Person[]): Origin {
  const circles = circlesOf(everyone);
  const circle = circles.find(({ members }) => [...members].some(({ id }) => id === sender.id));
  return circle ? { administration: circle.administration, overseers: circle.overseers } : hiddenOrigin;
}

function circlesOf(everyone: readonly Person[]): Circle[] {
  const placed = everyone.filter((person) => hasRole(person, 'leader') && !hasRole(person, 'manager'));
  const circles = byAdministration(everyone.filter(maySubmit), placed);
  const circleOf = new Map(circles.flatMap((circle) => [...circle.members].map((member) => [member, circle] as const)));
  for (const [manager, area] of areasOf(placed, everyone)) {
    const parts = [...Map.groupBy(area, (member) => circleOf.get(member))].flatMap(([circle, inside]) =>
      circle ? [{ circle, inside, ...sizeOf(inside) }] : [],
    );
    const maySplit = parts.every(({ circle, people, readers }) => {
      const outside = { people: circle.people - people, readers: circle.readers - readers };
      return isLarge({ people, readers }) && (outside.people === 0 || isLarge(outside));
    });
    if (!maySplit) continue;
    for (const { circle, inside, people, readers } of parts) {
      const overseers = [...circle.overseers, manager];
      const part: Circle = { ...circle, people, readers, overseers, members: new Set(inside) };
      circle.people -= people;
      circle.readers -= readers;
      for (const member of inside) {
        circle.members.delete(member);
        circleOf.set(member, part);
      }
      circles.push(part);
    }
  }
  return circles;
}

function byAdministration(senders: readonly Person[], placed: readonly Person[]): Circle[] {
  const isPlaced = new Set(placed);
  const parts = Map.groupBy(senders, (person) => (isPlaced.has(person) && person.administration) || null);
  const isFine = [...parts.values()].every((members) => isLarge(sizeOf(members)));
  const circles = isFine ? [...parts] : [[null, senders] as const];
  return circles.map(([administration, members]) => ({
    administration,
    overseers: [],
    members: new Set(members),
    ...sizeOf(members),
  }));
}

/** Gives each manager with the leaders below, the largest area first and equal ones in the order of the ids. */
function areasOf(placed: readonly Person[], everyone: readonly Person[]): Array<[PersonId, readonly Person[]]> {
  const areas = new Map<PersonId, Person[]>();
  const above = managersAbove(everyone);
  for (const leader of placed)
    for (const manager of above(leader.id)) {
      const area = areas.get(manager);
      if (area) area.push(leader);
      else areas.set(manager, [leader]);
    }
  return [...areas].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
}

/** Two sizes of a part of a circle: its people, and those of them who see other people's requests. */
interface Size {
  people: number;
  readers: number;
}

function sizeOf(part: Iterable<Person>): Size {
  let [people, readers] = [0, 0];
  for (const { roles } of part) {
    people++;
    if (roles.some((role) => role !== 'leader')) readers++;
  }
  return { people, readers };
}

/**
 * Tells whether a part of a circle is large enough without two of its readers, who know that it is not their own.
 */
function isLarge({ people, readers }: Size): boolean {
  return people - Math.min(readers, 2) >= smallestGroup;
}
