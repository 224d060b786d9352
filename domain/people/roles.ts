import type { UnitId } from '../ids.ts';
import type { Role } from '../vocabulary.ts';
import type { Person } from './person.ts';

/** What a person may do by their stored roles. What depends on a request is decided in requests/visibility.ts. */
type Roles = Pick<Person, 'roles'>;

export function hasRole(person: Roles, role: Role): boolean {
  return person.roles.includes(role);
}

export const anyone = (): boolean => true;

/** Leaders and their managers may say what is needlessly hard. */
export const maySubmit = (person: Roles): boolean => hasRole(person, 'leader') || hasRole(person, 'manager');

/** Process owners answer; administrators stand in for units without an owner. */
export const mayAnswer = (person: Roles): boolean => hasRole(person, 'processOwner') || hasRole(person, 'admin');

export const isManager = (person: Roles): boolean => hasRole(person, 'manager');

export const isAdmin = (person: Roles): boolean => hasRole(person, 'admin');

/** The unit whose process owner the person is, or null. */
export function ownUnit(person: Pick<Person, 'roles' | 'unit'>): UnitId | null {
  return hasRole(person, 'processOwner') ? person.unit : null;
}
