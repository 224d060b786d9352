import type { z } from 'zod';
import type { Person } from './people/organisation.ts';
import type { World } from './ports.ts';
import type { Result } from './refusal.ts';

/**
 * One thing that a person can do, named and validated once. The name is also the file name in every layer, the verb of
 * Teams and the action id of Slack.
 */
export interface UseCase<Schema extends z.ZodType = z.ZodType, Value = unknown> {
  name: string;
  /**
   * A `change` runs in a transaction and leaves a receipt; its value must survive JSON, for a repeated arrival gets it
   * again. A `setting` does without the receipt: twice is the same as once, and an old button that is pressed again after
   * the opposite was chosen does what it says.
   */
  does: 'change' | 'setting' | 'look-up';
  input: Schema;
  /** Decided from stored roles alone; what depends on a request is decided in `run`. */
  allows(actor: Person): boolean;
  run(world: World, actor: Person, input: z.output<Schema>): Promise<Result<Value>>;
}

export function useCase<Schema extends z.ZodType, Value>(definition: UseCase<Schema, Value>): UseCase<Schema, Value> {
  return definition;
}

export const anyone = (actor: Person): boolean => actor.active;
