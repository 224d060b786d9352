import type { z } from 'zod';
import type { Context } from './context.ts';
import { type FieldProblem, fieldProblems } from './input.ts';
import type { Actor } from './people/actor.ts';
import { Collision, type Kept, type World } from './ports.ts';
import { type Result, refuse } from './refusal.ts';
import { execute, replace, type UseCase } from './use-case.ts';

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

/** A result; a form that came again and was refused has the value of the first one, which stands. */
export type Performed<Value> = Result<Value> & { earlier?: Value };

export interface Attempt<Schema extends z.ZodType, Value, By extends Actor> {
  world: World;
  useCase: UseCase<string, Schema, Value, By>;
  actor: By;
  /** The compiler checks the input of our own code against the schema; input from outside is `Claimed`. */
  input: z.input<Schema> | Claimed;
  context: Context;
  /**
   * Names the arrival (a button's nonce, a message's id): a second arrival of a change changes nothing and gives the
   * value of the first, also when both come at once to two instances. A form with other words replaces what the first
   * one did, or is refused with `sent-already`. Null for look-ups, and for arrivals that never
   * repeat.
   */
  idempotencyKey: string | null;
  /** The part of the input that a card held from the beginning: it tells the buttons of one card apart. */
  held?: Readonly<Record<string, string>> | undefined;
}

/**
 * Performs a use case. Only here is the order written: allowed? → input valid? → transaction → run → outcome kept.
 * People's actions, jobs, pages and the command line all go through it.
 */
export async function perform<Schema extends z.ZodType, Value, By extends Actor>(
  attempt: Attempt<Schema, Value, By>,
): Promise<Performed<Value>> {
  const { world, useCase, actor, input, context, idempotencyKey, held } = attempt;
  if (!actor.active || !useCase.allows(actor)) return refuse('not-allowed');
  const parsed = useCase.input.safeParse(input instanceof Claimed ? input.input : input);
  if (!parsed.success) return invalid(parsed.error);
  if (useCase.does === 'look-up') return useCase[execute](world, actor, parsed.data, context);

  const room = context.room ? [context.room.id] : [];
  const named = [actor.id, useCase.name, idempotencyKey ?? world.newId()];
  const at = world.now();
  // The words are no part of the name: a form that is sent again after a time-out is the same one, whatever was
  // changed in it. A form that was refused has no outcome, so that the corrected one goes through.
  const name = JSON.stringify([...named, held ?? null, ...room]);
  const formerName = JSON.stringify([...named, parsed.data, ...room]);
  const typed = JSON.stringify(parsed.data);
  const arrival: Kept = { name, formerName: formerName === name ? null : formerName, typed };
  const keepsOutcome = useCase.does === 'change';
  const run = async () => {
    const result = await useCase[execute](world, actor, parsed.data, context);
    if (!result.ok) throw new RolledBack(result);
    if (keepsOutcome) await world.outcomes.add(arrival, result.value, at);
    return result;
  };
  const runAgain = async (value: Value): Promise<Performed<Value>> => {
    const result = await useCase[replace](world, actor, parsed.data, value);
    if (!result.ok) throw new RolledBack(result);
    await world.outcomes.replace(arrival, result.value, at);
    return result;
  };
  for (let tries = 1; ; tries++) {
    try {
      return await world.transaction(run);
    } catch (error) {
      if (!(error instanceof RolledBack) && !(error instanceof Collision)) throw error;
      // Hardly any arrival is a repeat, so an earlier outcome is looked for only after a refusal or a collision.
      const earlier = keepsOutcome && idempotencyKey !== null ? await world.outcomes.find(arrival) : null;
      if (earlier) {
        // The stored value is this use case's own, because its name is part of the arrival's.
        const value = earlier.value as Value;
        // The change of a message is an arrival of its own, and words that were overtaken by later ones stay so.
        const stands = context.message !== null || earlier.sameWords || earlier.at > at;
        if (stands) return { ok: true, value };
        const replaced = await orRefused(world.transaction(() => runAgain(value)));
        if (replaced) return replaced.ok ? replaced : { ...replaced, earlier: value };
      } else if (error instanceof RolledBack) return error.result;
      if (tries === 5) throw error;
    }
  }
}

/** Gives the result, also a refusal that rolled a transaction back; null when it collided with another. */
async function orRefused<Value>(work: Promise<Result<Value>>): Promise<Result<Value> | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RolledBack) return error.result;
    if (error instanceof Collision) return null;
    throw error;
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
