import type { z } from 'zod';
import type { World } from '../ports.ts';

/**
 * Work that was asked for in a transaction and is done after it, at once and at any hour: nobody is disturbed by it. A
 * row of the outbox holds the kind and the payload; what is done is bound to the kind in jobs/.
 */
interface Definition<Kind extends string, Payload extends object> {
  kind: Kind;
  /** The shape of the payload, by which a stored row is read again. */
  payload: z.ZodType<Payload>;
  /** Tasks of one lane are done one after the other, in the order they were asked for. */
  lane(payload: Payload): string;
  /** Whether an administrator can do something about one that failed for good; otherwise it is forgotten. */
  whenFailed: 'park' | 'forget';
}

export interface TaskDefinition<Kind extends string, Payload extends object> extends Definition<Kind, Payload> {
  to: 'lane';
}

export function defineTask<const Kind extends string, Payload extends object>(
  definition: Definition<Kind, Payload>,
): TaskDefinition<Kind, Payload> {
  return { ...definition, to: 'lane' };
}

/** Has it done after the running transaction. */
export async function enqueue<Payload extends object>(
  world: World,
  task: TaskDefinition<string, Payload>,
  payload: NoInfer<Payload>,
): Promise<void> {
  await world.outbox.add([
    { to: task.lane(payload), message: { kind: task.kind, ...payload }, notBefore: world.now() },
  ]);
}

/**
 * The same, unless it waits to be done already. Outside of transactions only: a row that is seen to wait there may be
 * done before the transaction ends, and would miss what it changes.
 */
export async function enqueueOnce<Payload extends object>(
  world: World,
  task: TaskDefinition<string, Payload>,
  payload: NoInfer<Payload>,
): Promise<void> {
  if (!(await world.outbox.waits(task.lane(payload), { kind: task.kind, ...payload })))
    await enqueue(world, task, payload);
}
