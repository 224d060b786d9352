import type { UnitId } from '../ids.ts';
import type { World } from '../ports.ts';
import type { Person } from './person.ts';
import { hasRole } from './roles.ts';

/** The consequences of shutting a person out. */
export interface ShutOut {
  person: Person;
  /** The unit that has lost its last process owner, so that the administrators get its requests. */
  unitWithoutOwner: UnitId | null;
  isWithoutAdmin: boolean;
  /** The list still names the person, so the next import lets them in again. */
  isOnList: boolean;
}

/** Deactivates the person with this e-mail or user principal name; null when nobody has it. */
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
