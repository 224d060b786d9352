import { plainText } from '../../domain/text/clean-text.ts';
import type { Mood, TimelineEntry } from '../card.ts';

/** Every string of a card passes here last, because an old row may hold text that nobody has cleaned. */
export const asText = plainText;

/** The same on one line, where a client shows only one. */
export function asLine(text: string): string {
  const lines = asText(text).split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** Tells whether a cleaned text has nothing to read. */
export function isBlank(text: string): boolean {
  return asText(text).trim() === '';
}

/**
 * Splits a cleaned text into pieces of at most `limit` UTF-16 units, which joined give the text again; a blank text has
 * none. It breaks after a line, else after a word, else anywhere but inside a character.
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

/** A sign before the words serves readers who cannot see the colour, and places that have none. */
export const moodSigns: Readonly<Record<Mood, string>> = { waiting: '○ ', good: '✓ ', late: '! ', neutral: '' };

/** A step that lies ahead has a hollow sign. */
export const timelineSigns: Readonly<Record<TimelineEntry['state'], string>> = {
  happened: '●',
  promised: '○',
  late: '▲',
};

/** Stands before the problem of a field. */
export const problemSign = '⚠ ';
