import type { AdministrationId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Stored } from '../schema.ts';
import { fromStored } from '../stored.ts';

/**
 * Version 0.1 knows an administration by its name alone, which is the id of every administration of then. It writes no
 * id while both versions run.
 */
export function fromStoredPerson(stored: Stored<Person>): Person {
  const { administrationId, ...person } = fromStored(stored);
  return { ...person, administrationId: administrationId || (person.administration as string as AdministrationId) };
}
