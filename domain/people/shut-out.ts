import type { UnitId } from '../ids.ts';
import type { World } from '../ports.ts';
import type { Person } from './person.ts';
import { hasRole } from './roles.ts';

/** What follows from it that somebody is shut out. */
export interface ShutOut {
  person: Person;
  /** The unit that has no process owner any more, so that its requests fall to the administrators. */
  unitWithoutOwner: UnitId | null;
  isWithoutAdmin: boolean;
  /** An import lets the person in again, for the list has them. */
  isOnList: boolean;
}

/** Shuts out who is known by this address; null when nobody is. */
export async function shutOut({ people, transaction }: World, email: string): Promise<ShutOut | null> {
  return transaction(async () => {
    const person = await people.byAddress(email);
    if (!person) return null;
    await people.changeAll([{ id: person.id, changes: { active: false, letIn: false } }]);
    const { unit } = person;
    const owned = unit !== null && hasRole(person, 'processOwner') ? unit : null;
    const isOrphaned = owned !== null && (await people.ownersOf(owned)).length === 0;
    return {
      person,
      unitWithoutOwner: isOrphaned ? owned : null,
      isWithoutAdmin: !(await people.all()).some((one) => hasRole(one, 'admin')),
      isOnList: !person.letIn,
    };
  });
}
