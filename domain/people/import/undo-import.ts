import { z } from 'zod';
import type { World } from '../../ports.ts';
import { done, refuse } from '../../refusal.ts';
import { operatorUseCase } from '../../use-case.ts';
import { isOperator } from '../actor.ts';
import { countsOf, reportFor } from './report.ts';
import { savePeople } from './save-people.ts';
import { planUndo } from './undo.ts';

/** The dry run of `undo-import`: gives the effect of undoing the newest import that stands. */
export const previewUndo = operatorUseCase({
  name: 'preview-undo',
  does: 'look-up',
  input: z.object({}),
  allows: (actor) => isOperator(actor),
  async run(world) {
    const plan = await planFor(world);
    return plan ? done({ importId: plan.id, importedAt: plan.at, report: plan.report }) : refuse('nothing-there');
  },
});

/** Undoes an import, which must be the newest that stands; the one before can be undone after it. */
export const undoImport = operatorUseCase({
  name: 'undo-import',
  does: 'change',
  input: z.object({ importId: z.string() }),
  allows: (actor) => isOperator(actor),
  async run(world, actor, { importId }) {
    const plan = await planFor(world);
    if (plan?.id !== importId) return refuse('wrong-state');
    await savePeople(world, plan.changes);
    await world.imports.remove(importId);
    const counts = countsOf(plan.report);
    const event = { id: world.newId(), at: world.now(), by: actor.id, counts };
    await world.settings.addEvent({ ...event, type: 'import-undone' });
    return done({ counts });
  },
});

async function planFor(world: World) {
  const latest = await world.imports.latest();
  if (!latest) return null;
  const known = await world.people.known();
  const changes = planUndo(latest.changes, known, world.organisation.closedUnits);
  return { id: latest.id, at: latest.at, changes, report: await reportFor(world, known, changes, []) };
}
