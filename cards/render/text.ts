import { plainText } from '../../domain/text/clean-text.ts';
import type { Mood, TimelineEntry } from '../card.ts';

/** Every string of a card passes here last, whatever was cleaned before, for an export or an old row was not. */
export const asText = plainText;

/** The same on one line, where a client shows only one. */
export function asLine(text: string): string {
  const lines = asText(text).split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** Nothing to read once it is fit to go out. */
export function isBlank(text: string): boolean {
  return asText(text).trim() === '';
}

/**
 * A text as it may go out, in pieces of at most `limit` UTF-16 units that give it again when put together; none for a
 * blank one. Breaks after a line, else after a word, else anywhere but inside a character.
 */
export function splitText(text: string, limit: number): string[] {
  if (isBlank(text)) return [];
  const pieces: string[] = [];
  let rest = asText(text);
  while (rest.length > limit) {
    const end = breakBefore(rest, limit);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

function breakBefore(text: string, limit: number): number {
  const line = text.lastIndexOf('\n', limit - 1) + 1;
  if (line > 0) return line;
  const word = text.lastIndexOf(' ', limit - 1) + 1;
  if (word > 0) return word;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  return splitsPair ? limit - 1 : limit;
}

/** Stands in front of the words, for those who do not see the colour and where there is none. */
export const moodSigns: Readonly<Record<Mood, string>> = { waiting: '○ ', good: '✓ ', late: '! ', neutral: '' };

/** What lies ahead is hollow. */
export const timelineSigns: Readonly<Record<TimelineEntry['state'], string>> = { happened: '●', promised: '○' };

/** In front of what is wrong with a field. */
export const problemSign = '⚠ ';
