import type { UnitId } from '../ids.ts';
import type { World } from '../ports.ts';
import type { Role } from '../vocabulary.ts';
import type { Person } from './person.ts';

/**
 * The rights that a person has by their stored roles. requests/visibility.ts decides the rights that depend on a
 * request.
 */
type Roles = Pick<Person, 'roles'>;

/** Tells whether a person has a role. */
export function hasRole(person: Roles, role: Role): boolean {
  return person.roles.includes(role);
}

/** Every person of the organisation. */
export const anyone = (): boolean => true;

/** Leaders and their managers may submit requests. */
export const maySubmit = (person: Roles): boolean => hasRole(person, 'leader') || hasRole(person, 'manager');

/** Process owners answer; administrators stand in for units without an owner. */
export const mayAnswer = (person: Roles): boolean => hasRole(person, 'processOwner') || hasRole(person, 'admin');

/** Tells whether a person gets the digest of an area of their own. */
export const isManager = (person: Roles): boolean => hasRole(person, 'manager');

/** Tells whether a person runs campaigns and stands in for units without an owner. */
export const isAdmin = (person: Roles): boolean => hasRole(person, 'admin');

/** Gives the active administrators of the organisation. */
export async function administratorsOf({ people }: Pick<World, 'people'>): Promise<Person[]> {
  return (await people.all()).filter(isAdmin);
}

/** Gives the unit whose process owner the person is, or null. */
export function ownUnit(person: Pick<Person, 'roles' | 'unit'>): UnitId | null {
  return hasRole(person, 'processOwner') ? person.unit : null;
}
