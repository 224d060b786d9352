/** One word, number or mark of a phrase. */
export type Token = Readonly<{
  kind: 'word' | 'number' | 'mark';
  /** Lower case. */
  text: string;
  /** The number; NaN for words and marks. */
  value: number;
  /** No space before it. */
  joined: boolean;
  /** A full stop right after it: an ordinal, an abbreviation, a date or the end of a sentence. */
  dot: boolean;
  /** A misspelt word: read as the one meant, or only like a word of time. */
  spelling?: 'corrected' | 'doubtful';
}>;

/** We read this many characters, since people say a time in one or two sentences. */
const longestRead = 400;

const piece = /(\s*)(?:(\p{L}+)|(\d+)|(\S))(\.?)/gu;

/**
 * Splits a phrase into words, numbers and marks: "sept.-27" is `sept` with a dot, `-`, `27`.
 * Letters and digits are always apart, so "Q1" and "marts2027" are two tokens each.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of normalize(text).matchAll(piece)) {
    const [, space = '', word, digits, mark = '', dot] = match;
    tokens.push({
      kind: word ? 'word' : digits ? 'number' : 'mark',
      text: word ?? digits ?? mark,
      value: digits ? Number(digits) : Number.NaN,
      joined: tokens.length > 0 && space === '',
      dot: dot === '.',
    });
  }
  return tokens;
}

/** Gives dashes, apostrophes, "aar" and a half one spelling each. */
function normalize(text: string): string {
  return text
    .slice(0, longestRead)
    .replace(/(\d)\s?½/g, '$1,5')
    .replace(/½/g, '0,5')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Pd}|−/gu, '-')
    .replace(/[’‘`´]/g, "'")
    .replace(/aa(?=[rsn])/g, 'å');
}
