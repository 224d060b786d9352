import { referenceWords } from '../words/lexicon-noise.ts';
import { fillers } from '../words/lexicon-relations.ts';
import { findPhrase } from '../words/phrase-table.ts';
import type { Token } from '../words/tokens.ts';
import type { Phrase } from './grammar.ts';

/** The index after any of these marks. */
export function skipMarks(tokens: readonly Token[], at: number, marks: string): number {
  let next = at;
  while (tokens[next]?.kind === 'mark' && marks.includes(tokens[next]?.text ?? ' ')) next += 1;
  return next;
}

/** The index after words that change nothing, except those that are kept because they carry meaning here. */
export function skipFillers(tokens: readonly Token[], at: number, kept: readonly string[]): number {
  let next = at;
  for (;;) {
    const filler = kept.includes(tokens[next]?.text ?? '') ? null : findPhrase(fillers, tokens, next);
    if (!filler) return next;
    next = filler.next;
  }
}

/** The index after a reference ("sag 24/4098", "version 2.1"), whose numbers are no time. */
export function skipReference(phrase: Phrase, at: number): number | null {
  const { tokens } = phrase;
  const word = findPhrase(referenceWords, tokens, at);
  if (!word) return null;
  const start = tokens[word.next]?.text === '.' || tokens[word.next]?.text === ':' ? word.next + 1 : word.next;
  const filler = /^(af|of|den|d)$/.test(tokens[start]?.text ?? '') ? start + 1 : start;
  return tokens[filler]?.kind === 'number' ? skipNumber(phrase, filler) : null;
}

/** The index after a token, and after everything that is written in one with a number: "24/4098", "2.500". */
export function skipNumber({ tokens }: Phrase, at: number): number {
  let next = at + 1;
  if (tokens[at]?.kind !== 'number') return next;
  while (tokens[next]?.joined && (tokens[next]?.kind === 'number' || '/-.,:'.includes(tokens[next]?.text ?? ' '))) {
    next += 1;
  }
  return next;
}
