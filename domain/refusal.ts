import type { FieldProblem } from './input.ts';

/** Expected refusals, as values; their texts are in locales/refusals.ts. Defects throw. */
export const refusals = [
  'unknown-action',
  'stale-card',
  'invalid-input',
  'not-allowed',
  'not-found',
  'wrong-state',
  'nothing-there',
  'no-owner-for-area',
  'contains-cpr',
  'looks-like-cpr',
  'too-long',
  'only-in-channel',
  'edited-too-late',
  'decided-already',
  'answered-already',
  'sent-already',
  'reply-sent',
  'confirm-horizon',
] as const;
export type Refusal = (typeof refusals)[number];

export type Problems = Readonly<Record<string, FieldProblem>>;

export type Result<Value> =
  | { ok: true; value: Value }
  | { ok: false; refusal: Refusal /** By field id. */; problems: Problems };

/** A successful result with its value. */
export const done = <Value>(value: Value): Result<Value> => ({ ok: true, value });

/** A refused result, with the problems by field id when the input has any. */
export const refuse = (
  refusal: Refusal,
  problems: Problems = {},
): { ok: false; refusal: Refusal; problems: Problems } => ({
  ok: false,
  refusal,
  problems,
});
