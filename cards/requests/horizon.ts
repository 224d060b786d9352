import type { Answer } from '../../domain/requests/record/answer.ts';
import { isPlainHorizon } from '../../domain/time/horizon/read.ts';
import { localDate } from '../../domain/time/local-time.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { formatDate } from '../../locales/time/dates.ts';
import { describeDeadline, describePeriod, saidOn } from '../../locales/time/horizon.ts';

/**
 * A tidshorisont as its reader sees it: the owner's words where they plainly tell the days, with the dates when those are
 * said otherwise: "senest 1/4-27 (1. april 2027)". Words that were read as something else, or that are true only on the
 * day they are said, come after the dates and with that day: "11.–20. april 2027 (”midt i næste måned”, skrevet 8. marts
 * 2027)".
 */
export function horizonWords(answer: Answer, language: Language): string {
  const { text, start, end } = answer.horizon;
  if (start === null && end === null) return text;
  const meant = daysOf(answer, language);
  if (text === '' || plainly(text).endsWith(plainly(meant))) return text || meant;
  const said = localDate(answer.at);
  if (!isPlainHorizon(text, said))
    return `${meant} (${saidOn(text, start === said && end === said ? null : said, language)})`;
  const days = end !== null && isDeadline(answer) ? formatDate(end, language) : meant;
  // "til 30. juni 2027" has said it.
  return plainly(text).endsWith(plainly(days)) ? text : `${text} (${days})`;
}

/** The same in short, for a line of a list: words that may have become untrue are left out. */
export function horizonInShort(answer: Answer, language: Language): string {
  const { text, start } = answer.horizon;
  const isDated = start !== null && text !== '' && !isPlainHorizon(text, localDate(answer.at));
  return isDated ? daysOf(answer, language) : horizonWords(answer, language);
}

/** Words without what is only another way of writing them: capitals, long dashes and their spaces. */
function plainly(text: string): string {
  return text.toLowerCase().replace(/\s*[-–]\s*/g, '-');
}

/** From the day of the answer until a last day: what the words had to say is the last day alone. */
function isDeadline({ horizon: { start, end }, at }: Answer): boolean {
  return start === localDate(at) && end !== null && end !== start;
}

function daysOf(answer: Answer, language: Language): string {
  const { start, end } = answer.horizon;
  return end !== null && isDeadline(answer) ? describeDeadline(end, language) : describePeriod(start, end, language);
}
