import type { Area } from '../../../vocabulary.ts';
import { suggestFields } from '../../suggest-fields/suggest-fields.ts';

/** One of two wishes in a message. */
export interface PartOfText {
  text: string;
  area: Area;
}

/** Fewer words are no wish of their own. */
const fewestWords = 5;

/** Two points, each behind its number: on lines of their own or in one. */
const numbered = /^(.*?)(?:^|\s)1[.)]\s+(\S.*?)\s+2[.)]\s+(\S.*)$/su;
/** Two lines, each behind a dash or bullet. */
const bulleted = /^([^\n]*\n+)?[-–•*]\s+([^\n]+)\n+[-–•*]\s+([^\n]+)$/u;
/** The beginnings of a sentence that turn to another matter. */
const turns =
  /(?<=[.!?\n]\s{1,9})(?=(?:og )?(?:for det andet|desuden|derudover|dernæst|en anden ting|noget andet|secondly|besides|another thing)(?!\p{L}))/iu;
const paragraphs = /\n\s*\n/u;

/**
 * Gives the two wishes of a text; null when it is one. Only what is marked as two by numbers, bullets, words such as
 * "desuden" or paragraphs is taken for two, and only when each half tells another area by itself. No word of it is lost.
 */
export function twoWishes(text: string): readonly [PartOfText, PartOfText] | null {
  for (const halves of waysToSplit(text)) {
    const [first, second, ...more] = halves.map((half) => half.trim());
    if (first === undefined || second === undefined || more.length > 0) continue;
    const [one, other] = [partOf(first), partOf(second)];
    if (one && other && one.area !== other.area) return [one, other];
  }
  return null;
}

function* waysToSplit(text: string): Generator<string[]> {
  for (const list of [numbered, bulleted]) {
    const [, before = '', first, second] = list.exec(text) ?? [];
    // A third point is not for either of the two.
    if (first !== undefined && second !== undefined && !/(^|\s)3[.)]\s/u.test(second))
      yield [`${before.trim()} ${first}`, second];
  }
  yield text.split(turns);
  yield text.split(paragraphs);
}

function partOf(text: string): PartOfText | null {
  if (text.split(/\s+/u).length < fewestWords) return null;
  const { area } = suggestFields(text);
  return area && { text, area };
}
