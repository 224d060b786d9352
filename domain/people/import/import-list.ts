import { z } from 'zod';
import type { World } from '../../ports.ts';
import { done, refuse } from '../../refusal.ts';
import { nameText } from '../../text/clean-text.ts';
import { operatorUseCase } from '../../use-case.ts';
import { isOperator } from '../actor.ts';
import { admit, listedAs } from '../join/admit.ts';
import { welcome } from '../join/stranger-words.ts';
import type { ListProblem } from '../list-file/list-problem.ts';
import { readOrganisationFile } from '../list-file/read-list.ts';
import { unitNamed } from '../organisation.ts';
import type { PersonChange } from './list-change.ts';
import { planImport } from './plan-import.ts';
import { countsOf, type ListReport, removesTooMany, reportFor } from './report.ts';
import { savePeople } from './save-people.ts';
import { keptChange } from './undo.ts';

const file = z.base64();

/** The dry run of `import-list`: gives the effect of importing the file, or all problems of the file. */
export const previewImport = operatorUseCase({
  name: 'preview-import',
  does: 'look-up',
  input: z.object({ file }),
  allows: (actor) => isOperator(actor),
  async run(world, _actor, input) {
    const { problems, notes, plan } = await planFor(world, input.file);
    return done({ problems, notes, report: plan?.report ?? null });
  },
});

/**
 * Makes the file the organisation's list. Refused when something is wrong with it, when it cannot be told who is who, and
 * when more than a tenth of the active people would be removed, unless `removals` is exactly how many.
 */
export const importList = operatorUseCase({
  name: 'import-list',
  does: 'change',
  input: z.object({ file, removals: z.int().nullable() }),
  allows: (actor) => isOperator(actor),
  async run(world, actor, { file: given, removals }) {
    const { plan } = await planFor(world, given);
    if (!plan || !mayImport(plan.report, removals)) return refuse('wrong-state');
    const id = world.newId();
    const at = world.now();
    await savePeople(world, plan.changes);
    await welcomeListed(world);
    await world.imports.add({ id, at, changes: plan.changes.map(keptChange) });
    const counts = countsOf(plan.report);
    await world.settings.addEvent({ id, at, by: actor.id, type: 'list-imported', counts });
    return done({ counts });
  },
});

/** Those who have asked to be let in and are on the list now are let in by it, without an administrator. */
async function welcomeListed(world: World): Promise<void> {
  for (const join of await world.joins.undecided()) {
    if (!(await listedAs(world, join))) continue;
    await world.joins.decide(join.id, 'letIn', null, world.now());
    await welcome(world, await admit(world, join), join, true);
  }
}

/** Whether the import is clear enough to be done. */
export function mayImport(report: ListReport, removals: number | null): boolean {
  if (report.doubts.some(({ code }) => code === 'undecided')) return false;
  return removals === null ? !removesTooMany(report) : removals === report.removed.length;
}

interface Plan {
  changes: readonly PersonChange[];
  report: ListReport;
}

async function planFor(
  world: World,
  given: string,
): Promise<{ problems: readonly ListProblem[]; notes: readonly ListProblem[]; plan: Plan | null }> {
  const { organisation } = world;
  const units = organisation.units.flatMap(({ name, formerNames }) => [name, ...formerNames].map(nameText));
  const known = await world.people.known();
  const { people, problems, notes } = readOrganisationFile(Buffer.from(given, 'base64'), units, known);
  if (problems.length > 0) return { problems, notes, plan: null };
  const rows = people.map(({ unit, ...row }) => ({
    ...row,
    unit: unit === null ? null : (unitNamed(organisation, unit)?.id ?? null),
  }));
  const { changes, doubts } = planImport(rows, known, world.newId);
  return { problems, notes, plan: { changes, report: await reportFor(world, known, changes, doubts) } };
}
