import { folded, wordsOf } from './classifier/features.ts';

/**
 * Words that speak for one choice: `telling` ones hardly occur elsewhere, `supporting` ones often do. Written as lists
 * with commas. An entry of one word is a stem and matches every word that begins with it; from five letters on it also
 * matches inside a Danish compound ("fravær" in "sygefraværsrapporten"). `=bi` is a whole word, `^regning` only a
 * beginning, and an entry of several words a phrase whose last word is a stem.
 */
export interface WordList {
  telling: string;
  supporting: string;
}

const weights = { telling: 3, supporting: 1 } as const;
const compoundStemLength = 5;

/** The weight of the words that speak for a choice. */
export interface Evidence<Choice extends string> {
  choice: Choice;
  score: number;
}

/** Evidence beyond this is no surer. */
const most = 4;

/** Evidence as names of features: one for each step of a choice's score, and the choice that is ahead of all others. */
export function factsOf<Choice extends string>(
  name: string,
  found: readonly Evidence<Choice>[],
): { ahead: string[]; steps: string[] } {
  const [best, second] = found;
  return {
    ahead: best && best.score > (second?.score ?? 0) ? [`${name} first ${best.choice}`] : [],
    steps: found.flatMap(({ choice, score }) =>
      Array.from({ length: Math.min(most, score) }, (_none, at) => `${name} ${choice} ${at}`),
    ),
  };
}

type Test = (words: readonly string[], sentence: string) => boolean;

/**
 * A reader of texts that gives the evidence for each choice that has any. Every entry counts once, however often it
 * occurs.
 */
export function evidenceIn<Choice extends string>(
  lists: Readonly<Record<Choice, WordList>>,
): (text: string) => Evidence<Choice>[] {
  // Object.entries forgets that the keys are the choices.
  const choices = Object.entries<WordList>(lists) as Array<[Choice, WordList]>;
  const compiled = choices.map(([choice, list]) => ({
    choice,
    tests: [...entries(list.telling, weights.telling), ...entries(list.supporting, weights.supporting)],
  }));
  return (text) => {
    const inOrder = wordsOf(text);
    const sentence = ` ${inOrder.join(' ')}`;
    const words = [...new Set(inOrder)];
    return compiled
      .map(({ choice, tests }) => ({
        choice,
        score: tests.reduce((sum, { matches, weight }) => (matches(words, sentence) ? sum + weight : sum), 0),
      }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
  };
}

/** A reader of texts that gives the names of those lists of which it finds an entry, in their order. */
export function namesIn<Name extends string>(lists: Readonly<Record<Name, string>>): (text: string) => Name[] {
  // Object.entries forgets that the keys are the names.
  const compiled = (Object.entries<string>(lists) as Array<[Name, string]>).map(
    ([name, list]) => [name, entries(list, 1)] as const,
  );
  return (text) => {
    const words = wordsOf(text);
    const sentence = ` ${words.join(' ')}`;
    return compiled.filter(([, tests]) => tests.some(({ matches }) => matches(words, sentence))).map(([name]) => name);
  };
}

function entries(list: string, weight: number): Array<{ matches: Test; weight: number }> {
  return list.split(',').map((entry) => ({ matches: testOf(folded(entry.trim())), weight }));
}

function testOf(entry: string): Test {
  if (entry.includes(' ')) return (_words, sentence) => sentence.includes(` ${entry}`);
  if (entry.startsWith('=')) return (words) => words.includes(entry.slice(1));
  const stem = entry.replace(/^\^/, '');
  const isCompoundStem = stem === entry && stem.length >= compoundStemLength;
  return (words) => words.some((word) => (isCompoundStem ? word.includes(stem) : word.startsWith(stem)));
}
