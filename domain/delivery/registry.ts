import type { z } from 'zod';
import type { StoredMessage } from './queue.ts';

/** The kinds that go to people, to rooms, or into a lane as work. */
export type KindTo<To, All> = { [Kind in keyof All]: All[Kind] extends { to: To } ? Kind : never }[keyof All];

export type PayloadOf<Of> = Of extends { payload: z.ZodType<infer Payload> } ? Payload : never;

/** The content of a message, which its card is made of. */
export type ContentOf<Of> = Of extends { content(...args: never[]): Promise<infer Content> }
  ? NonNullable<Content>
  : never;

/** Gives the payload of a stored row by the schema of its kind; null when the row has another shape. */
export function payloadOf<Payload>(
  { payload }: { payload: z.ZodType<Payload> },
  { kind: _known, ...stored }: StoredMessage,
): Payload | null {
  return payload.safeParse(stored).data ?? null;
}
