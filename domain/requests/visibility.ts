import type { UnitId } from '../ids.ts';
import { managerOf, peopleBelow } from '../people/managers.ts';
import type { Person } from '../people/person.ts';
import { administratorsOf, hasRole, ownUnit } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { hiddenOrigin, type Origin, type Request } from './record/request.ts';

/** The relation of a viewer to a request. A person without one never learns that it exists. */
export type Relation = 'leader' | 'owner' | 'manager' | 'admin';

/**
 * Gives the relations of a viewer to a request, the one that shows most first. Only here is it decided who may see and
 * handle what. An owner is a person who answers for the unit now; when no active owner is left, the administrators
 * stand in, so that a request always has a living owner.
 */
export async function relationsTo(world: World, viewer: Person, request: Request): Promise<readonly Relation[]> {
  const relations: Relation[] = [];
  if (request.leaderId === viewer.id) relations.push('leader');
  if (ownUnit(viewer) === request.unit) relations.push('owner');
  if (hasRole(viewer, 'admin')) {
    const unowned = (await world.people.ownersOf(request.unit)).length === 0;
    relations.push(unowned ? 'owner' : 'admin');
  }
  if (hasRole(viewer, 'manager') && relations.length === 0) {
    const below = peopleBelow(viewer, await world.people.all());
    if (overseenBy(viewer, below)(request)) relations.push('manager');
  }
  return relations;
}

/**
 * Gives the test whether a request concerns a manager with these people below: it is at one of their units, or one of
 * them sent it by name, or the manager was among those who oversaw its anonymous leader on the day of sending.
 */
export function overseenBy(
  manager: Pick<Person, 'id'>,
  below: readonly Person[],
): (request: Pick<Request, 'leaderId' | 'unit' | 'anonymous' | 'origin'>) => boolean {
  const units = new Set(below.map(ownUnit));
  const ids = new Set(below.map(({ id }) => id));
  return ({ unit, anonymous, leaderId, origin }) =>
    units.has(unit) || (anonymous ? seesOrigin(manager, origin) : ids.has(leaderId));
}

const seesOrigin = ({ id }: Pick<Person, 'id'>, origin: Origin | null): boolean =>
  origin?.overseers.includes(id) === true;

/** Gives the people who handle a unit's requests: its process owners, or the administrators when it has none. */
export async function ownersOrAdmins(world: World, unit: UnitId): Promise<Person[]> {
  const owners = await world.people.ownersOf(unit);
  if (owners.length > 0) return owners;
  return administratorsOf(world);
}

/**
 * Gives everybody whose overview lists a request: its leader, the people who handle it, and the managers above them; of
 * an anonymous leader, those who oversee its origin. They are fewer than `relationsTo` lets see it, because nobody else
 * has an overview to update.
 */
export async function concernedBy(world: World, request: Request): Promise<Person[]> {
  const leader = await world.people.byId(request.leaderId);
  const found = new Map<string, Person>();
  const queue = await ownersOrAdmins(world, request.unit);
  if (leader && !request.anonymous) queue.push(leader);
  for (let person = queue.pop(); person; person = queue.pop()) {
    if (found.has(person.id)) continue;
    found.set(person.id, person);
    const manager = await managerOf(world, person);
    if (manager) queue.push(manager);
  }
  if (leader) found.set(leader.id, leader);
  for (const id of (request.anonymous && request.origin?.overseers) || []) {
    const overseer = await world.people.byId(id);
    if (overseer?.active) found.set(id, overseer);
  }
  return [...found.values()];
}

/**
 * The facts about the leader that a viewer may see; for an anonymous leader only the administration, or not even that.
 */
export interface RequestSource {
  name: string | null;
  institution: string | null;
  administration: string | null;
}

/**
 * Gives the facts about the leader that a viewer may see. A leader who gave their name is shown with their present
 * institution; of an anonymous one, all viewers get what was noted on the day of sending.
 */
export async function sourceOf(world: World, relation: Relation, request: Request): Promise<RequestSource> {
  if (request.anonymous && relation !== 'leader') {
    const { administration } = request.origin ?? hiddenOrigin;
    return { name: null, institution: null, administration };
  }
  const leader = await world.people.byId(request.leaderId);
  return {
    name: leader?.name ?? null,
    institution: leader?.institution ?? null,
    administration: leader?.administration ?? null,
  };
}
