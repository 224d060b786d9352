import type { z } from 'zod';
import type { World } from '../ports.ts';
import { allowedFrom, type DeliveryClass } from './classes.ts';

/**
 * Work that a transaction asks for and a job does after it, at once and at any hour, since it disturbs nobody. A row
 * of the outbox holds the kind and the payload; jobs/ binds the work to the kind.
 */
interface Definition<Kind extends string, Payload extends object> {
  kind: Kind;
  /** The schema of the payload, which parses a stored row. */
  payload: z.ZodType<Payload>;
  /** Tasks in one lane run one after the other, in the order of their rows. */
  lane(payload: Payload): string;
  /**
   * `park` keeps a task that failed for good where an administrator sees it, because they can act on it; otherwise it
   * is forgotten.
   */
  whenFailed: 'park' | 'forget';
  /** The class in whose hours it is done, for one that tells somebody who is no person of the organisation. */
  disturbsAs?: DeliveryClass;
}

export interface TaskDefinition<Kind extends string, Payload extends object> extends Definition<Kind, Payload> {
  to: 'lane';
}

/** Defines a kind of background task; `domain/index.ts` lists it. */
export function defineTask<const Kind extends string, Payload extends object>(
  definition: Definition<Kind, Payload>,
): TaskDefinition<Kind, Payload> {
  return { ...definition, to: 'lane' };
}

/**
 * Puts a task into the outbox for each payload, within the running transaction. Of the same tasks that wait in one lane,
 * one is done, so nobody needs to ask whether it waits there already.
 */
export async function enqueue<Payload extends object>(
  world: World,
  task: TaskDefinition<string, Payload>,
  ...payloads: ReadonlyArray<NoInfer<Payload>>
): Promise<void> {
  const now = world.now();
  const notBefore = task.disturbsAs === undefined ? now : allowedFrom(task.disturbsAs, now);
  await enqueueFrom(world, notBefore, task, ...payloads);
}

/** Puts a task into the outbox that is not done before this time. */
export async function enqueueFrom<Payload extends object>(
  world: World,
  notBefore: Date,
  task: TaskDefinition<string, Payload>,
  ...payloads: ReadonlyArray<NoInfer<Payload>>
): Promise<void> {
  await world.outbox.add(
    payloads.map((payload) => ({ to: task.lane(payload), message: { kind: task.kind, ...payload }, notBefore })),
  );
}
