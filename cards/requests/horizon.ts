import type { Answer } from '../../domain/requests/record/answer.ts';
import { localDate } from '../../domain/time/local-time.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { describeDeadline, describePeriod } from '../../locales/time/horizon.ts';

/**
 * A tidshorisont in the owner's words, followed by its dates where the words alone do not tell them: "om ca. et halvt
 * år (maj 2027)", but "1. halvår 2027" stays as it is.
 */
export function horizonWords({ horizon, at }: Answer, language: Language): string {
  const { text, start, end } = horizon;
  if (start === null && end === null) return text;
  const isDeadline = start === localDate(at) && end !== null && end !== start;
  const meant = isDeadline ? describeDeadline(end, language) : describePeriod(start, end, language);
  if (!text || text.toLowerCase().endsWith(meant.toLowerCase())) return text || meant;
  return `${text} (${meant})`;
}
