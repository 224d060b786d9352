import type { UnitId } from '../ids.ts';
import { managerOf, peopleBelow } from '../people/managers.ts';
import type { Person } from '../people/person.ts';
import { hasRole } from '../people/roles.ts';
import type { World } from '../ports.ts';
import type { Request } from './record/request.ts';

/** Fewer leaders than this in an administration, and an anonymous leader's administration is not shown either. */
export const smallestGroup = 5;

/** What a viewer is to a request. Nobody else learns that it exists. */
export type Relation = 'leader' | 'owner' | 'manager' | 'admin';

/**
 * Who may see and handle what: decided here and nowhere else. One person can be several things to a request, the one
 * that shows most first. An owner is whoever answers for the unit now; when no active owner is left, the administrators
 * stand in, so that a request always has a living owner.
 */
export async function relationsTo(world: World, viewer: Person, request: Request): Promise<readonly Relation[]> {
  const relations: Relation[] = [];
  if (request.leaderId === viewer.id) relations.push('leader');
  if (hasRole(viewer, 'processOwner') && viewer.unit === request.unit) relations.push('owner');
  if (hasRole(viewer, 'admin')) {
    const unowned = (await world.people.ownersOf(request.unit)).length === 0;
    relations.push(unowned ? 'owner' : 'admin');
  }
  if (hasRole(viewer, 'manager') && relations.length === 0) {
    if (oversees(peopleBelow(viewer, await world.people.all()), request)) relations.push('manager');
  }
  return relations;
}

/**
 * Whether a request concerns a manager with these people below: it is at one of their units, or one of them sent it.
 * From fewer than five leaders an anonymous one is not shown at all, for the request alone would tell who it was.
 */
export function oversees(below: readonly Person[], request: Pick<Request, 'leaderId' | 'unit' | 'anonymous'>): boolean {
  if (below.some((person) => person.unit === request.unit)) return true;
  if (!below.some((person) => person.id === request.leaderId)) return false;
  return !request.anonymous || below.filter((person) => hasRole(person, 'leader')).length >= smallestGroup;
}

/** Those who handle a unit's requests: its process owners, or the administrators when it has none. */
export async function handlersOf(world: World, unit: UnitId): Promise<Person[]> {
  const owners = await world.people.ownersOf(unit);
  if (owners.length > 0) return owners;
  return (await world.people.all()).filter((person) => hasRole(person, 'admin'));
}

/**
 * Everybody whose overview a request is in: its leader, those who handle it, and the managers above them. Fewer than
 * `relationsTo` lets see it, for those without it in their overview are not brought up to date.
 */
export async function concernedBy(world: World, request: Request): Promise<Person[]> {
  const leader = await world.people.byId(request.leaderId);
  const found = new Map<string, Person>();
  const queue = [...(leader ? [leader] : []), ...(await handlersOf(world, request.unit))];
  for (let person = queue.pop(); person; person = queue.pop()) {
    if (found.has(person.id)) continue;
    found.set(person.id, person);
    const manager = await managerOf(world, person);
    if (manager) queue.push(manager);
  }
  return [...found.values()];
}

/** What may be shown of the leader behind a request: nothing but the administration, or not even that, when anonymous. */
export interface RequestSource {
  name: string | null;
  institution: string | null;
  administration: string | null;
}

/**
 * Whoever gave their name is shown as they are now: the institution where it belongs today. Of an anonymous leader the
 * administration is that of the day when they sent it, under the name it has now: an institution that moves alone to
 * another one would tell whose request moves with it.
 */
export async function sourceOf(world: World, relation: Relation, request: Request): Promise<RequestSource> {
  if (!request.anonymous || relation === 'leader') {
    const leader = await world.people.byId(request.leaderId);
    return {
      name: leader?.name ?? null,
      institution: leader?.institution ?? null,
      administration: leader?.administration ?? null,
    };
  }
  // Version 0.1 stores an administration's name, which may have become another one since there are ids.
  const isPeer = ({ administration, administrationId }: Person) =>
    administrationId === request.administration || administration === request.administration;
  const peers = (await world.people.all()).filter((person) => hasRole(person, 'leader') && isPeer(person));
  return {
    name: null,
    institution: null,
    administration: (peers.length >= smallestGroup && peers[0]?.administration) || null,
  };
}
