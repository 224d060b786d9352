import { readFile } from 'node:fs/promises';
import { importOrganisation } from '../../domain/people/list-file/import-organisation.ts';
import type { ListProblem } from '../../domain/people/list-file/read-list.ts';
import type { Organisation } from '../../domain/people/organisation.ts';
import { readOrganisation } from '../../domain/people/organisation-settings.ts';
import { shutOut } from '../../domain/people/shut-out.ts';
import { localDate } from '../../domain/time/local-time.ts';
import { listProblemText } from '../../locales/people/list-file.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { putOrganisation as storeOrganisation, worldOf } from '../../models/world.ts';
import type { Database } from '../database/database.ts';
import { systemErrorCode } from '../database/embedded/error.ts';
import { command, organisationById } from './command.ts';
import { Unusable } from './unusable.ts';

export const putOrganisation = command({
  takes: ['FILE.json'],
  says: 'adds an organisation or changes its settings',
  async run(database, [file]) {
    const organisation = readOrganisation((await read(file)).toString('utf8'));
    await storeOrganisation(database.connection, database.stored, organisation, () => new Date());
    return `${organisation.name} (${organisation.id}) has ${organisation.units.length} units.`;
  },
});

export const importList = command({
  takes: ['ORGANISATION', 'FILE.csv'],
  says: 'replaces its organisation list',
  async run(database, [id, file]) {
    const organisation = await organisationById(database, id);
    const result = await importOrganisation(worldIn(database, organisation), await read(file));
    const lines = (problems: readonly ListProblem[]) =>
      problems.map((problem) => listProblemText(problem, organisation.language)).join('\n');
    if ('problems' in result) {
      throw new Unusable(`${lines(result.problems)}\n\n${result.problems.length} problem(s): nothing was imported.`);
    }
    return [lines(result.notes), `${result.imported} people imported.`].filter(Boolean).join('\n');
  },
});

export const remove = command({
  takes: ['ORGANISATION', 'EMAIL'],
  says: 'shuts somebody out, whether the list or an administrator let them in',
  async run(database, [id, email]) {
    const organisation = await organisationById(database, id);
    const outcome = await shutOut(worldIn(database, organisation), email);
    if (!outcome) throw new Unusable(`Nobody with the address ${email} is let in at ${organisation.name}.`);
    const { person, unitWithoutOwner, isWithoutAdmin, isOnList } = outcome;
    return [
      `${person.email} is shut out of ${organisation.name}.`,
      ...(unitWithoutOwner === null
        ? []
        : [`${unitWithoutOwner} has no process owner any more: its requests fall to the administrators.`]),
      ...(isWithoutAdmin ? [`${organisation.name} has no administrator any more.`] : []),
      ...(isOnList ? ['Take them out of the list as well, or the next import lets them in again.'] : []),
    ].join('\n');
  },
});

const worldIn = ({ connection, stored }: Database, organisation: Organisation) =>
  worldOf(connection, stored, organisation, () => new Date());

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new Unusable(`The file ${file} cannot be read (${code}).`);
  }
}
