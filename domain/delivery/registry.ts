import type { z } from 'zod';
import type { StoredMessage } from './queue.ts';

interface OfKind {
  readonly kind: string;
}

/** The kinds that two of a list share. */
type Shared<List extends readonly OfKind[], Seen extends string = never> = List extends readonly [
  infer First extends OfKind,
  ...infer Rest extends readonly OfKind[],
]
  ? First['kind'] extends Seen
    ? First['kind']
    : Shared<Rest, Seen | First['kind']>
  : never;

type ByKind<List extends readonly OfKind[]> = { [One in List[number] as One['kind']]: One };

/** A list by the kinds in it. A list in which two share a kind does not compile. */
export function byKind<const List extends readonly OfKind[]>(
  list: List & ([Shared<List>] extends [never] ? unknown : { shared: Shared<List> }),
): ByKind<List> {
  // The keys are the kinds of just these, each once.
  return Object.fromEntries(list.map((one) => [one.kind, one])) as ByKind<List>;
}

/** The kinds that go to people, to rooms, or are work in a lane. */
export type KindTo<To, All> = { [Kind in keyof All]: All[Kind] extends { to: To } ? Kind : never }[keyof All];

export type PayloadOf<Of> = Of extends { payload: z.ZodType<infer Payload> } ? Payload : never;

/** What a message has to tell, as its card is made of it. */
export type ContentOf<Of> = Of extends { content(...args: never[]): Promise<infer Content> }
  ? NonNullable<Content>
  : never;

/** The payload of a stored row, as the definition of its kind has it; null when the row is of another shape. */
export function payloadOf<Payload>(
  { payload }: { payload: z.ZodType<Payload> },
  { kind: _known, ...stored }: StoredMessage,
): Payload | null {
  return payload.safeParse(stored).data ?? null;
}
