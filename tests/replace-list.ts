import { planImport } from '../domain/people/import/plan-import.ts';
import { savePeople } from '../domain/people/import/save-people.ts';
import type { ListedPerson, World } from '../domain/ports.ts';

/** Makes the organisation's list this one, without asking back; to be called in a transaction. */
export async function replaceList(world: World, listed: readonly ListedPerson[]): Promise<void> {
  const rows = listed.map((person, index) => ({ ...ofList(person), line: index + 2 }));
  const { changes } = planImport(rows, await world.people.known(), world.newId);
  await savePeople(world, changes);
}

/** The fields of a person that a list has, and nothing else that the caller may know. */
function ofList(person: ListedPerson): ListedPerson {
  const { email, name, roles, administration, institution, unit } = person;
  const { managerEmail, language, entraObjectId, upn, employeeNumber } = person;
  return {
    email,
    name,
    roles,
    administration,
    institution,
    unit,
    managerEmail,
    language,
    entraObjectId,
    upn,
    employeeNumber,
  };
}
