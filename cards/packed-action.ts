import { z } from 'zod';

/**
 * The action as a button carries it. It passes through the reader's client, so it is never trusted: we check the shape
 * here, and the use case checks the rights and the input.
 */
export type PackedAction = { v: 1; a: string; i: Record<string, string>; n: string };

type UnpackedAction = { action: string; input: Record<string, string>; nonce: string };

/**
 * The message or modal that a Slack modal was opened from, which is updated afterwards; without `ts`, a conversation
 * that gets the result as a new message.
 */
export type Origin = { channel: string; ts: string | null } | { view: string };

/**
 * A Slack button's value may have 2,000 characters:
 * https://docs.slack.dev/reference/block-kit/block-elements/button-element
 */
const longestAction = 2000;

/** The start of the action id of a Slack button that opens an address; names of actions have no colon. */
export const linkPrefix = 'link:';

/** A packed action has the keys v, a, i and n, so no field of a form can be mistaken for a part of it. */
const fieldPrefix = 'field.';

/** Our names of fields and inputs are camelCase, and none of them is a property that every object has. */
export const inputName = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,63}$/)
  .refine((name) => name !== 'constructor' && name !== 'prototype');

const packedAction = z
  .strictObject({
    v: z.literal(1),
    a: z.string().regex(/^[a-z][a-z-]{0,63}$/),
    i: z.custom<object>(hasInputNames).pipe(z.record(inputName, z.string())),
    n: z.string().min(1).max(100),
  })
  .refine((packed) => JSON.stringify(packed).length <= longestAction);

const metadata = z.strictObject({
  p: packedAction,
  o: z
    .union([z.strictObject({ channel: z.string(), ts: z.string().nullable() }), z.strictObject({ view: z.string() })])
    .nullable(),
});

/** Packs an action for a button. Throws when it could not be unpacked again, because that is a defect of the card. */
export function packAction(action: string, input: Readonly<Record<string, string>>, nonce: string): PackedAction {
  const packed: PackedAction = { v: 1, a: action, i: { ...input }, n: nonce };
  const { success } = packedAction.safeParse(packed);
  if (!success) throw new Error(`The action ${action} does not fit into a button`);
  return packed;
}

/** Unpacks the action of a button; null for anything but a packed action of this version. */
export function unpackAction(raw: unknown): UnpackedAction | null {
  const { data } = packedAction.safeParse(raw);
  return data ? { action: data.a, input: data.i, nonce: data.n } : null;
}

/** Unpacks the value of a Slack button, which is JSON; null as `unpackAction`. */
export function unpackValue(value: string): UnpackedAction | null {
  return unpackAction(readJson(value));
}

/** Packs an action and its origin into a modal's `private_metadata`. */
export function packMetadata(packed: PackedAction, origin: Origin | null): string {
  return JSON.stringify({ p: packed, o: origin });
}

/** Unpacks a modal's `private_metadata`; null for anything that `packMetadata` does not make. */
export function unpackMetadata(text: string): (UnpackedAction & { origin: Origin | null }) | null {
  const { data } = metadata.safeParse(readJson(text));
  return data ? { action: data.p.a, input: data.p.i, nonce: data.p.n, origin: data.o } : null;
}

/** Gives the id of a field's input in an Adaptive Card. */
export function fieldKey(id: string): string {
  return fieldPrefix + id;
}

/**
 * Teams merges the inputs of a card into the data of the button; this separates them again. `packed` is for
 * `unpackAction`; `fields` are the values by field id: text, `'true'` or `'false'` for a toggle, `''` for an empty one.
 * Null when a field has a name or value that our forms never have.
 */
export function separateFields(data: unknown): { packed: unknown; fields: Record<string, string> } | null {
  if (typeof data !== 'object' || data === null) return null;
  const entries = Object.entries(data);
  const fields: Record<string, string> = {};
  for (const [key, value] of entries.filter(([key]) => key.startsWith(fieldPrefix))) {
    const name = inputName.safeParse(key.slice(fieldPrefix.length));
    const text = fieldText.safeParse(value);
    if (!name.success || !text.success) return null;
    fields[name.data] = text.data;
  }
  return { packed: Object.fromEntries(entries.filter(([key]) => !key.startsWith(fieldPrefix))), fields };
}

/** Some clients send a number as a number, a toggle as a boolean and an empty input as null; others send strings. */
const fieldText = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => String(value ?? ''));

/** `z.record` silently skips an own key `__proto__`. */
function hasInputNames(input: unknown): boolean {
  return (
    typeof input === 'object' &&
    input !== null &&
    Reflect.ownKeys(input).every((key) => inputName.safeParse(key).success)
  );
}

/** Gives the value of a JSON text; undefined when the text is not JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
