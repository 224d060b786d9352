import type { z } from 'zod';
import type { StoredMessage } from './queue.ts';

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
