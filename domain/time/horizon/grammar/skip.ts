import { fillers } from '../words/lexicon-relations.ts';
import { findPhrase } from '../words/phrase-table.ts';
import type { Token } from '../words/tokens.ts';

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
