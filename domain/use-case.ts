import type { z } from 'zod';
import type { Context } from './context.ts';
import type { Actor, Operator, Stranger } from './people/actor.ts';
import type { Person } from './people/person.ts';
import type { World } from './ports.ts';
import { type Result, refuse } from './refusal.ts';

/**
 * The key to a use case's work. Only perform.ts imports it, because another caller would bypass rights, input and
 * transaction.
 */
export const execute: unique symbol = Symbol('execute');

/** The key to a use case's work on a form that was filled in once more; as `execute`. */
export const replace: unique symbol = Symbol('replace');

interface Definition<
  Name extends string,
  Schema extends z.ZodType,
  Value,
  By extends Actor,
  Pressable extends boolean,
> {
  /** The name of the action in every layer: the verb in Teams, the action id in Slack. */
  name: Name;
  /**
   * A `change` runs in a transaction and keeps its outcome; its value must survive JSON, because a repeated arrival
   * gets it again. A `setting` keeps none: twice is the same as once, and an old button that is pressed again after the
   * opposite was chosen does what it says. A `look-up` writes nothing.
   */
  does: 'change' | 'setting' | 'look-up';
  /** False when no button may start it, because it needs the message that it was written in. */
  pressable?: Pressable;
  input: Schema;
  /** Decides from stored roles alone; `run` decides the rights that depend on a request. */
  allows(actor: By): boolean;
  run(world: World, actor: By, input: z.output<Schema>, context: Context): Promise<Result<Value>>;
  /**
   * A form that took effect came again with other words: replaces what it did, or refuses with `sent-already` once
   * somebody has acted on that. Absent: it refuses always.
   */
  again?(world: World, actor: By, input: z.output<Schema>, earlier: NoInfer<Value>): Promise<Result<NoInfer<Value>>>;
}

/** One thing that a person can do, named and validated once. `perform` carries it out. */
export interface UseCase<
  Name extends string = string,
  Schema extends z.ZodType = z.ZodType,
  Value = unknown,
  By extends Actor = Person,
  Pressable extends boolean = boolean,
> extends Pick<Definition<Name, Schema, Value, By, Pressable>, 'name' | 'does' | 'input' | 'allows'> {
  pressable: Pressable;
  [execute](world: World, actor: By, input: z.output<Schema>, context: Context): Promise<Result<Value>>;
  [replace](world: World, actor: By, input: z.output<Schema>, earlier: Value): Promise<Result<Value>>;
}

/** Defines a use case of a person. */
export function useCase<
  const Name extends string,
  Schema extends z.ZodType,
  Value,
  const Pressable extends boolean = true,
>(definition: Definition<Name, Schema, Value, Person, Pressable>): UseCase<Name, Schema, Value, Person, Pressable> {
  return prepared(definition);
}

/**
 * Defines a use case that the command line has, too: its `allows` says which people may do the same. No button starts
 * it.
 */
export function operatorUseCase<const Name extends string, Schema extends z.ZodType, Value>(
  definition: Omit<Definition<Name, Schema, Value, Person | Operator, false>, 'pressable'>,
): UseCase<Name, Schema, Value, Person | Operator, false> {
  return prepared({ ...definition, pressable: false });
}

/** Defines a use case of a stranger, who can ask to be let in. No person of the list has it. */
export function strangerUseCase<const Name extends string, Schema extends z.ZodType, Value>(
  definition: Omit<Definition<Name, Schema, Value, Stranger, false>, 'pressable'>,
): UseCase<Name, Schema, Value, Stranger, false> {
  return prepared({ ...definition, pressable: false });
}

function prepared<Name extends string, Schema extends z.ZodType, Value, By extends Actor, Pressable extends boolean>({
  run,
  again = async () => refuse('sent-already'),
  pressable,
  ...definition
}: Definition<Name, Schema, Value, By, Pressable>): UseCase<Name, Schema, Value, By, Pressable> {
  // An omitted `pressable` is `true`, as the default of the type parameter says.
  return { ...definition, pressable: (pressable ?? true) as Pressable, [execute]: run, [replace]: again };
}
