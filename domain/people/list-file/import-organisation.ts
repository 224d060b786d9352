import type { World } from '../../ports.ts';
import { replaceList } from '../import/replace-list.ts';
import { unitNamed } from '../organisation.ts';
import { type ListProblem, readOrganisationFile } from './read-list.ts';

export type ImportResult = { imported: number; notes: ListProblem[] } | { problems: ListProblem[] };

/** Replaces the organisation list by the file's, or tells everything that is wrong with the file and changes nothing. */
export async function importOrganisation(world: World, file: Uint8Array): Promise<ImportResult> {
  const units = world.organisation.units.flatMap(({ name, formerNames }) => [name, ...formerNames]);
  const { people, problems, notes } = readOrganisationFile(file, units);
  if (problems.length > 0) return { problems };
  const listed = people.map(({ line: _line, unit, ...person }) => ({
    ...person,
    unit: unit === null ? null : (unitNamed(world.organisation, unit)?.id ?? null),
  }));
  await world.transaction(() => replaceList(world, listed));
  return { imported: people.length, notes };
}
