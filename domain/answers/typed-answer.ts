import { typedText } from '../input.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../ports.ts';
import type { Answer } from '../requests/record/answer.ts';
import { answerFields } from '../requests/record/asks.ts';
import type { RequestView } from '../requests/view-request.ts';

/** Longer than any field holds, so that what is too long is kept as well. */
const typed = typedText(5000);

/** The fields of the form as they were typed, whatever is wrong with them. */
export const typedFields = {
  measure: typed,
  expectedImprovement: typed,
  lookedAt: typed,
  where: typed,
  horizon: typed,
  horizonPicked: typed,
  nowPossible: typed,
  whatItTakes: typed,
  declineCategory: typed,
} as const;

export type Typed = { [Field in keyof typeof typedFields]?: string | undefined };

/** Gives what the person has typed and not sent; null when there is nothing, or an answer has gone out since. */
export async function leftUnsent(
  world: World,
  { id }: Person,
  { request, answer }: Pick<RequestView, 'request' | 'answer'>,
): Promise<Readonly<Record<string, string>> | null> {
  const draft = await world.answerDrafts.of(id, request.id);
  const isOver = draft !== null && answer?.by === id && answer.at >= draft.at;
  return draft && !isOver ? draft.values : null;
}

/** Gives the texts of an answer as they were typed, in the order of the form. */
export function typedWords(values: Readonly<Record<string, string | undefined>>): string[] {
  return answerFields.flatMap((field) => (field !== 'declineCategory' && values[field] ? [values[field]] : []));
}

/** Gives the fields in which something was typed; null when there is none. */
export function valuesOf(given: Typed): Record<string, string> | null {
  const fields = Object.keys(typedFields) as Array<keyof Typed>;
  const values = fields.flatMap((field) => (given[field] ? [[field, given[field]] as const] : []));
  return values.length === 0 ? null : Object.fromEntries(values);
}

/** Gives what stands in an answer, as the form holds it. */
export function sentValues(answer: Answer | null): Record<string, string> {
  if (!answer) return {};
  const { measure, expectedImprovement, lookedAt, where, horizon, nowPossible, whatItTakes } = answer;
  const { start, end, text } = horizon;
  return (
    valuesOf({
      measure,
      expectedImprovement,
      lookedAt: lookedAt ?? '',
      where: where ?? '',
      horizon: text || (answer.noDateReason ?? ''),
      horizonPicked: text === '' && start !== null && end !== null ? `${start}/${end}` : '',
      nowPossible: nowPossible ?? '',
      whatItTakes: whatItTakes ?? '',
      declineCategory: answer.declineCategory ?? '',
    }) ?? {}
  );
}
