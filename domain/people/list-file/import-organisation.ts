import type { World } from '../../ports.ts';
import { replaceList } from '../import/replace-list.ts';
import { type ListProblem, readOrganisationFile } from './read-list.ts';

export type ImportResult = { imported: number; notes: ListProblem[] } | { problems: ListProblem[] };

/** Replaces the organisation list by the file's, or tells everything that is wrong with the file and changes nothing. */
export async function importOrganisation(world: World, file: Uint8Array): Promise<ImportResult> {
  const units = world.organisation.units.map((unit) => unit.name);
  const { people, problems, notes } = readOrganisationFile(file, units);
  if (problems.length > 0) return { problems };
  const listed = people.map(({ line: _line, ...person }) => person);
  await world.transaction(() => replaceList(world, listed));
  return { imported: people.length, notes };
}
