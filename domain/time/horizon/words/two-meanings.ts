import type { Phrase } from '../grammar/grammar.ts';
import { steps } from './lexicon.ts';
import { verbsAfterMay } from './lexicon-noise.ts';
import { betweenWords, fillers, limits, rangeWords } from './lexicon-relations.ts';
import { findPhrase } from './phrase-table.ts';

/** Tells whether a word names a month: "may" can also be the English verb, and "jul" (July) the Danish Christmas. */
export function isMonthWord(phrase: Phrase, at: number): boolean {
  const { tokens } = phrase;
  const word = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (word?.text === 'may') {
    if (findPhrase(verbsAfterMay, tokens, at + 1)) return false;
    const led = before?.kind !== 'word' || follows(phrase, at);
    return led || after?.kind !== 'word';
  }
  if (word?.text === 'jul') {
    const dated = before?.kind === 'number' || word.dot || after?.kind === 'number' || after?.text === '-';
    return dated && !(before?.kind === 'word' && follows(phrase, at));
  }
  return true;
}

/** Tells whether "og" or "and" after this token ties a range: "between 1 and 15 March". */
export function isAfterBetween(tokens: Phrase['tokens'], at: number): boolean {
  return findPhrase(betweenWords, tokens, at - 1)?.next === at;
}

/** Tells whether the word before a token leads up to a time: "in May", "inden jul". */
function follows({ tokens }: Phrase, at: number): boolean {
  return [fillers, limits, steps, betweenWords, rangeWords].some(
    (table) => findPhrase<unknown>(table, tokens, at - 1)?.next === at,
  );
}
