import type { z } from 'zod';
import type { Context } from './context.ts';
import { type FieldProblem, fieldProblems } from './input.ts';
import type { Actor } from './people/actor.ts';
import { Collision, type World } from './ports.ts';
import { type Result, refuse } from './refusal.ts';
import { execute, type UseCase } from './use-case.ts';

const isFieldProblem = (text: string): text is FieldProblem => (fieldProblems as readonly string[]).includes(text);

/** Carries a refusal out of a transaction, which is rolled back by it. */
class RolledBack extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('refused');
    this.result = result;
  }
}

/** Input from outside: it may have any shape until the schema of the use case has parsed it. */
export class Claimed {
  readonly input: unknown;
  constructor(input: unknown) {
    this.input = input;
  }
}

export interface Attempt<Schema extends z.ZodType, Value, By extends Actor> {
  world: World;
  useCase: UseCase<string, Schema, Value, By>;
  actor: By;
  /** The compiler checks the input of our own code against the schema; input from outside is `Claimed`. */
  input: z.input<Schema> | Claimed;
  context: Context;
  /**
   * Names the arrival (a button's nonce, a message's id): a second arrival of a change changes nothing and gives the
   * value of the first, also when both come at once to two instances. Null for look-ups, and for arrivals that never
   * repeat.
   */
  idempotencyKey: string | null;
}

/**
 * Performs a use case. Only here is the order written: allowed? → input valid? → transaction → run → outcome kept.
 * People's actions, jobs, pages and the command line all go through it.
 */
export async function perform<Schema extends z.ZodType, Value, By extends Actor>(
  attempt: Attempt<Schema, Value, By>,
): Promise<Result<Value>> {
  const { world, useCase, actor, input, context, idempotencyKey } = attempt;
  if (!actor.active || !useCase.allows(actor)) return refuse('not-allowed');
  const parsed = useCase.input.safeParse(input instanceof Claimed ? input.input : input);
  if (!parsed.success) return invalid(parsed.error);
  if (useCase.does === 'look-up') return useCase[execute](world, actor, parsed.data, context);

  // The input is part of the key: a form that was corrected and sent again from the same card is no repeat.
  const named = [actor.id, useCase.name, idempotencyKey ?? world.newId(), parsed.data];
  const key = JSON.stringify(context.room ? [...named, context.room.id] : named);
  const keepsOutcome = useCase.does === 'change';
  const once = () =>
    world.transaction(async (): Promise<Result<Value>> => {
      const result = await useCase[execute](world, actor, parsed.data, context);
      if (!result.ok) throw new RolledBack(result);
      if (keepsOutcome) await world.outcomes.add(key, result.value);
      return result;
    });
  for (let tries = 1; ; tries++) {
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof RolledBack) && !(error instanceof Collision)) throw error;
      // Hardly any arrival is a repeat, so an earlier outcome is looked for only after a refusal or a collision.
      const earlier = keepsOutcome && idempotencyKey !== null ? await world.outcomes.find(key) : null;
      // The stored value is this use case's own, because its key holds the name.
      if (earlier) return { ok: true, value: earlier.value as Value };
      if (error instanceof RolledBack) return error.result;
      if (tries === 5) throw error;
    }
  }
}

/**
 * Gives the problems of fields that the person filled in. Any other problem means that the card is no longer one of
 * ours.
 */
function invalid(error: z.ZodError): Result<never> {
  const problems: Record<string, FieldProblem> = {};
  for (const issue of error.issues) {
    const field = issue.path[0];
    if (typeof field !== 'string' || !isFieldProblem(issue.message)) return refuse('stale-card');
    problems[field] ??= issue.message;
  }
  return refuse('invalid-input', problems);
}
