import { createHash } from 'node:crypto';
import { withoutChat } from '../../domain/context.ts';
import { operator } from '../../domain/people/actor.ts';
import { importList, mayImport, previewImport } from '../../domain/people/import/import-list.ts';
import { type ListReport, removesTooMany } from '../../domain/people/import/report.ts';
import { previewUndo, undoImport } from '../../domain/people/import/undo-import.ts';
import type { ListProblem } from '../../domain/people/list-file/list-problem.ts';
import { unitName } from '../../domain/people/organisation.ts';
import { removePerson } from '../../domain/people/remove-person.ts';
import { perform } from '../../domain/perform.ts';
import type { World } from '../../domain/ports.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { commandTexts } from '../../locales/edges/commands.ts';
import { listProblemText } from '../../locales/people/list-file.ts';
import { listReportLines, listReportTexts } from '../../locales/people/list-report.ts';
import { formatInstant } from '../../locales/time/dates.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { command, dryRunUnlessApplied, organisationById, readFileOf, worldIn } from './command.ts';
import { Unusable } from './unusable.ts';

const asOperator = { actor: operator, context: withoutChat } as const;

export const importCommand = command({
  takes: ['ORGANISATION', 'FILE.csv'],
  options: { ...dryRunUnlessApplied, remove: { type: 'string' } },
  async run(database, [id, file], _config, { apply = false, remove }, terminal) {
    const organisation = await organisationById(database, id, terminal);
    const { language } = organisation;
    const removals = readNumber(remove, language);
    const said = await importFile(worldIn(database, organisation), await readFileOf(file, language), removals, apply);
    // The list may hold the address by which somebody can be found now.
    if (apply) await directoryOf(database.stored).sendAgain(organisation.id, ['no-chat']);
    return said;
  },
});

/**
 * Gives the changes that an import makes, and whether they were made, in the organisation's language.
 * @throws {Unusable} when the import is refused
 */
export async function importFile(
  world: World,
  bytes: Buffer,
  removals: number | null,
  apply: boolean,
): Promise<string> {
  const { language } = world.organisation;
  const words = commandTexts[language];
  const file = bytes.toString('base64');
  // The same file counts as a new import after another import, and after an undo.
  const earlier = (await world.settings.history()).at(-1)?.id ?? '';
  const idempotencyKey = createHash('sha256').update(earlier).update(bytes).digest('hex');
  const attempt = { ...asOperator, world, idempotencyKey };
  const preview = await perform({ ...attempt, useCase: previewImport, input: { file } });
  if (!preview.ok) throw new Error(`the preview of an import was refused: ${preview.refusal}`);
  const { problems, notes, report } = preview.value;
  if (!report)
    throw new Unusable(
      [...problemLines(problems, language), listReportTexts[language].problems(problems.length), words.refused].join(
        '\n',
      ),
    );
  const lines = [...problemLines(notes, language), ...listReportLines(report, language)];
  if (!mayImport(report, removals)) {
    throw new Unusable([...lines, whyNot(report, removals, language), words.refused].join('\n'));
  }
  if (!apply) return [...lines, words.dryRun].join('\n');
  const applied = await perform({ ...attempt, useCase: importList, input: { file, removals } });
  if (!applied.ok) throw new Unusable(words.changedMeanwhile);
  return [...lines, words.applied].join('\n');
}

export const undoCommand = command({
  takes: ['ORGANISATION'],
  options: dryRunUnlessApplied,
  async run(database, [id], _config, { apply = false }, language) {
    const organisation = await organisationById(database, id, language);
    return undoLast(worldIn(database, organisation), apply);
  },
});

/** Gives the changes that undoing the newest import makes, and whether they were made. */
export async function undoLast(world: World, apply: boolean): Promise<string> {
  const { language } = world.organisation;
  const [words, listWords] = [commandTexts[language], listReportTexts[language]];
  const preview = await perform({ ...asOperator, world, useCase: previewUndo, input: {}, idempotencyKey: null });
  if (!preview.ok) throw new Unusable(listWords.nothingToUndo);
  const { importId, importedAt, report } = preview.value;
  const lines = [listWords.undoes(formatInstant(importedAt, language)), ...listReportLines(report, language)];
  if (!apply) return [...lines, words.dryRun].join('\n');
  const input = { importId };
  const undone = await perform({ ...asOperator, world, useCase: undoImport, input, idempotencyKey: importId });
  if (!undone.ok) throw new Unusable(words.changedMeanwhile);
  return [...lines, words.applied].join('\n');
}

export const removeCommand = command({
  takes: ['ORGANISATION', 'EMAIL'],
  async run(database, [id, address], _config, _chosen, language) {
    const organisation = await organisationById(database, id, language);
    const words = listReportTexts[organisation.language];
    const world = worldIn(database, organisation);
    const input = { address };
    const done = await perform({ ...asOperator, world, useCase: removePerson, input, idempotencyKey: null });
    if (!done.ok) throw new Unusable(words.nobody(address, organisation.name));
    const { email, unitWithoutOwner: unit, openRequests, isWithoutAdmin, isOnList } = done.value;
    return [
      words.shutOut(email, organisation.name),
      ...(unit === null
        ? []
        : [words.unitWithoutOwner({ unit: unitName(organisation, unit), isLastLost: true, openRequests })]),
      ...(isWithoutAdmin ? [words.isWithoutAdmin(organisation.name)] : []),
      ...(isOnList ? [words.stillOnList] : []),
    ].join('\n');
  },
});

const problemLines = (problems: readonly ListProblem[], language: Language) =>
  problems.map((problem) => listProblemText(problem, language));

function whyNot(report: ListReport, removals: number | null, language: Language): string {
  const words = listReportTexts[language];
  const { removed, activeBefore, doubts } = report;
  if (doubts.some(({ code }) => code === 'undecided')) return words.tellWho;
  if (removals !== null) return words.removedAreOthers(removals, removed.length);
  if (!removesTooMany(report)) throw new Error('nothing speaks against the import');
  return words.tooManyRemoved(removed.length, activeBefore);
}

function readNumber(given: string | undefined, language: Language): number | null {
  if (given === undefined) return null;
  if (!/^\d{1,6}$/.test(given)) throw new Unusable(listReportTexts[language].noNumber(given));
  return Number(given);
}
