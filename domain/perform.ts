import type { z } from 'zod';
import { type FieldProblem, fieldProblems } from './input.ts';
import type { Person } from './people/organisation.ts';
import { Collision, type World } from './ports.ts';
import { type Result, refuse } from './refusal.ts';
import type { UseCase } from './use-case.ts';

const isFieldProblem = (text: string): text is FieldProblem => (fieldProblems as readonly string[]).includes(text);

/** Carries a refusal out of a transaction, so that nothing of it is kept. */
class RolledBack extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('refused');
    this.result = result;
  }
}

/**
 * The one place where the order is written: allowed? → input valid? → transaction → run → receipt. People's actions and
 * jobs go through it alike.
 *
 * `receipt` names the arrival (a button's nonce, a message's id) and is null for look-ups: a second arrival of a change
 * changes nothing and gives the value of the first, also when both come at once to two instances.
 */
export async function perform<Schema extends z.ZodType, Value>(
  world: World,
  useCase: UseCase<Schema, Value>,
  actor: Person,
  input: unknown,
  idempotencyKey: string | null,
): Promise<Result<Value>> {
  if (!actor.active || !useCase.allows(actor)) return refuse('not-allowed');
  const parsed = useCase.input.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  if (useCase.does === 'look-up') return useCase.run(world, actor, parsed.data);

  // With the input: a form that was mended and sent again from the same card is not a repeat.
  const key = JSON.stringify([actor.id, useCase.name, idempotencyKey ?? world.newId(), parsed.data]);
  const once = () =>
    world.transaction(async (): Promise<Result<Value>> => {
      const keepsReceipt = useCase.does === 'change';
      const earlier = keepsReceipt ? await world.outcomes.find(key) : null;
      // The value was this use case's own, kept under a key that holds its name.
      if (earlier) return { ok: true, value: earlier.value as Value };
      const result = await useCase.run(world, actor, parsed.data);
      if (!result.ok) throw new RolledBack(result);
      if (keepsReceipt) await world.outcomes.add(key, result.value);
      return result;
    });
  for (let attempt = 1; ; attempt++) {
    try {
      return await once();
    } catch (error) {
      if (error instanceof RolledBack) return error.result;
      if (!(error instanceof Collision) || attempt === 5) throw error;
    }
  }
}

/** Problems of fields the person filled in; anything else wrong means that the card is not one of ours any more. */
function invalid(error: z.ZodError): Result<never> {
  const problems: Record<string, FieldProblem> = {};
  for (const issue of error.issues) {
    const field = issue.path[0];
    if (typeof field !== 'string' || !isFieldProblem(issue.message)) return refuse('stale-card');
    problems[field] ??= issue.message;
  }
  return refuse('invalid-input', problems);
}
