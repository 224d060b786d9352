import { importOrganisation } from '../../domain/people/list-file/import-organisation.ts';
import type { ListProblem } from '../../domain/people/list-file/read-list.ts';
import { unitName } from '../../domain/people/organisation.ts';
import { shutOut } from '../../domain/people/shut-out.ts';
import { listProblemText } from '../../locales/people/list-file.ts';
import { command, organisationById, readFileOf, worldIn } from './command.ts';
import { Unusable } from './unusable.ts';

export const importList = command({
  takes: ['ORGANISATION', 'FILE.csv'],
  says: 'replaces its organisation list',
  async run(database, [id, file]) {
    const organisation = await organisationById(database, id);
    const result = await importOrganisation(worldIn(database, organisation), await readFileOf(file));
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
        : [
            `${unitName(organisation, unitWithoutOwner)} has no process owner any more: its requests fall to the administrators.`,
          ]),
      ...(isWithoutAdmin ? [`${organisation.name} has no administrator any more.`] : []),
      ...(isOnList ? ['Take them out of the list as well, or the next import lets them in again.'] : []),
    ].join('\n');
  },
});
