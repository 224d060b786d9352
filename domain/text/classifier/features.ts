/** Features are counted in so many buckets, by a hash of their name, so that a model needs no list of words. */
export const buckets = 1 << 15;

/** The features of a text by bucket, each with its weight. */
export type Features = ReadonlyMap<number, number>;

/**
 * Danish without what keyboards and haste take away: "på", "paa" and "pa" become one, as do "løn", "loen" and "lon".
 * Digits become "#", because it seldom matters which.
 */
export const folded = (text: string): string => lettersOf(text).replace(/\p{N}+/gu, '#');

/** The same with its digits. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/æ|ae|ä/g, 'e')
    .replace(/ø|oe|ö/g, 'o')
    .replace(/å|aa/g, 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** A fact beside a vector, such as a role, counts as much as several of its numbers, each of which is small. */
const factWeight = 0.5;

/**
 * The features of a vector: its numbers in order, and after them what is known beside the text.
 * @param facts the numbers of those facts that hold, from 0 on
 */
export function vectorFeatures(vector: ArrayLike<number>, facts: readonly number[] = []): Features {
  const features = new Map<number, number>();
  for (let at = 0; at < vector.length; at++) features.set(at, vector[at] ?? 0);
  for (const fact of facts) features.set(vector.length + fact, factWeight);
  return features;
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo, RFC 9923), folded to the number of buckets. */
function bucketOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 13)) & (buckets - 1);
}

/** Parts of words, so that "fravær" is found in "sygefraværet" and a typing error leaves most of a word. */
const partLengths = [3, 4, 5] as const;

/** More than a wish needs; what follows says the same once more. */
const mostWords = 120;

/** Longer words are mostly no words; the beginning of a compound tells most. */
const longestWord = 40;

/** The words of a text as the features know them; sentence marks and pictures count as words. */
export function wordsOf(text: string): string[] {
  return (folded(text).match(/[\p{L}#]+|[?!]|\p{Extended_Pictographic}/gu) ?? []).slice(0, mostWords);
}

/** How much each group of features counts, however many it has. */
const shares = { words: 0.3, parts: 0.2, facts: 0.5 } as const;

/**
 * Words, pairs of words and parts of words of a text in Danish or English.
 * @param facts names of what is known beside the words, such as "role:admin"
 */
export function featuresOf(text: string, facts: readonly string[] = []): Features {
  const words = wordsOf(text);
  const groups = { words: new Set<string>(), parts: new Set<string>(), facts: new Set(facts) };
  for (const [at, word] of words.entries()) {
    groups.words.add(word).add(`${words[at - 1] ?? '^'} ${word}`);
    const padded = `^${word.slice(0, longestWord)}$`;
    for (const length of partLengths) {
      for (let from = 0; from + length <= padded.length; from++)
        groups.parts.add(`~${padded.slice(from, from + length)}`);
    }
  }
  groups.words.add(`${words.at(-1) ?? '^'} $`);
  const features = new Map<number, number>();
  for (const [name, share] of Object.entries(shares) as Array<[keyof typeof shares, number]>) {
    const weight = Math.sqrt(share / Math.max(1, groups[name].size));
    for (const feature of groups[name]) {
      const bucket = bucketOf(feature);
      features.set(bucket, (features.get(bucket) ?? 0) + weight);
    }
  }
  return features;
}
