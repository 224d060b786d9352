import type { Person } from '../person.ts';

/** The fields that an organisation list decides about a person; all else is the person's own. */
export const listFields = [
  'name',
  'email',
  'upn',
  'entraObjectId',
  'employeeNumber',
  'roles',
  'administration',
  'administrationId',
  'institution',
  'unit',
  'managerId',
  'managerEmail',
  'active',
  'letIn',
  'places',
  'chat',
] as const satisfies ReadonlyArray<keyof Person>;
export type ListField = (typeof listFields)[number];

/** One person before and after a change. */
export interface PersonChange {
  /** Null for somebody new. */
  before: Person | null;
  after: Person;
}

/** The fields of a person that are others afterwards. */
export function changedFields({ before, after }: PersonChange): ListField[] {
  return listFields.filter((field) => !before || !isSame(before[field], after[field]));
}

/** Stored values are compared; a field that an earlier version has not written is as good as null. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/**
 * The address of somebody whose own has gone over to another person: of the domain that can never exist
 * (https://www.rfc-editor.org/rfc/rfc2606#section-2), so that no platform knows anybody by it.
 */
export const formerAddress = (id: string): string => `${id}@former.invalid`;

/** The fields of every new person. */
export const newcomer = {
  active: true,
  chat: null,
  places: {},
  promptsSnoozedUntil: null,
  promptsStopped: false,
  homeShown: false,
  met: false,
} satisfies Partial<Person>;
