import { z } from 'zod';
import { defineTask, enqueueFrom } from '../delivery/background-task.ts';
import { allowedFrom } from '../delivery/classes.ts';
import { notify } from '../delivery/notify.ts';
import type { RequestId } from '../ids.ts';
import { requestId } from '../input.ts';
import type { World } from '../ports.ts';
import type { Answer } from '../requests/record/answer.ts';
import { startOfDate } from '../time/local-time.ts';
import { trialEnded } from './messages/trial-ended.ts';

/** Asks what came of a trial, on its last day. `until`: the day that was said; a trial with another one is asked about then. */
export const trialEnds = defineTask({
  kind: 'trial-ends',
  payload: z.object({ requestId, until: z.iso.date() }),
  lane: ({ requestId }) => `trial:${requestId}`,
  whenFailed: 'park',
});

/** Has the unit asked in office hours on the last day of a trial, or on the first working day after it. */
export async function awaitTrialsEnd(
  world: World,
  requestId: RequestId,
  { decision, horizon }: Pick<Answer, 'decision' | 'horizon'>,
): Promise<void> {
  const { end } = horizon;
  if (decision !== 'trial' || end === null) return;
  await enqueueFrom(world, allowedFrom('nudge', startOfDate(end)), trialEnds, { requestId, until: end });
}

/** Tells those who handle the request then, if it still is the trial that ends. Call it in a transaction. */
export async function askOfTrial(world: World, requestId: RequestId, until: string): Promise<void> {
  const request = await world.requests.byId(requestId);
  const { decision, horizon } = request?.answer ?? {};
  if (request?.state === 'answered' && decision === 'trial' && horizon?.end === until)
    await notify(world, trialEnded, { requestId, until });
}
