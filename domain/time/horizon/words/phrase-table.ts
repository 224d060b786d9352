import type { Token } from './tokens.ts';

/** Phrases of one or more words and what each of them means. */
export type PhraseTable<Meaning> = ReadonlyMap<string, ReadonlyArray<{ words: readonly string[]; meaning: Meaning }>>;

/** The meaning of a phrase, and the index of the first token after it. */
export type Match<Meaning> = { meaning: Meaning; next: number };

/** Builds a table from rows of a meaning and its phrases, separated by commas. */
export function phraseTable<const Meaning>(rows: ReadonlyArray<readonly [Meaning, string]>): PhraseTable<Meaning> {
  const table = new Map<string, Array<{ words: string[]; meaning: Meaning }>>();
  for (const [meaning, phrases] of rows) {
    for (const phrase of phrases.split(',')) {
      const [first = '', ...words] = phrase.trim().split(/\s+/);
      table.set(first, [...(table.get(first) ?? []), { words, meaning }]);
    }
  }
  for (const entries of table.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return table;
}

/** Every word of a table. */
export function wordsOf(table: PhraseTable<unknown>): string[] {
  return [...table].flatMap(([first, entries]) => [first, ...entries.flatMap(({ words }) => words)]);
}

/** The longest phrase of the table at a token; a dash or a slash between the words of a phrase ("year-end") is skipped. */
export function findPhrase<Meaning>(
  table: PhraseTable<Meaning>,
  tokens: readonly Token[],
  at: number,
): Match<Meaning> | null {
  for (const { words, meaning } of table.get(tokens[at]?.text ?? '') ?? []) {
    let next = at + 1;
    const fits = words.every((word) => {
      const mark = tokens[next]?.text;
      if ((mark === '-' || mark === '/') && word !== mark) next += 1;
      next += 1;
      return tokens[next - 1]?.text === word;
    });
    if (fits) return { meaning, next };
  }
  return null;
}
