/** A text with plain digits only, and the place in the original that each of its UTF-16 units comes from. */
export interface PlainDigits {
  text: string;
  placeOf(at: number): number;
}

/** Signs without width, and those that make an emoji of a digit: they stand between digits that were copied or typed on a phone. */
const unseen = '\\u00AD\\u200B-\\u200F\\u2060\\uFEFF\\uFE0F\\u20E3';

/** A letter that looks like a digit beside one, where no other letter touches it: "O10190". */
const lookAlike = '(?<![\\p{L}])[oOlI](?=\\d)|(?<=\\d)[oO](?=\\d)';

const odd = new RegExp(`[${unseen}]|(?=[^\\d])\\p{N}|${lookAlike}`, 'gu');

/** Writes full-width and other digits, and letters in their place, as 0 to 9, and leaves out what cannot be seen. */
export function plainDigits(original: string): PlainDigits {
  let text = '';
  // Pieces of the original, which grow by as much in both.
  const pieces: Array<{ from: number; original: number }> = [];
  let done = 0;
  const copy = (until: number) => {
    pieces.push({ from: text.length, original: done });
    text += original.slice(done, until);
    done = until;
  };
  for (const { 0: sign, index } of original.matchAll(odd)) {
    const digit = digitOf(sign);
    if (digit === null) continue;
    copy(index);
    pieces.push({ from: text.length, original: index });
    text += digit;
    done = index + sign.length;
  }
  copy(original.length);
  return { text, placeOf: (at) => placeIn(pieces, at) };
}

/** Gives a digit, nothing for a sign without width, and null for what is no digit, such as "½". */
function digitOf(sign: string): string | null {
  if (/[oO]/.test(sign)) return '0';
  if (/[lI]/.test(sign)) return '1';
  if (!/\p{N}/u.test(sign)) return '';
  const plain = sign.normalize('NFKC');
  return /^\d$/.test(plain) ? plain : null;
}

function placeIn(pieces: ReadonlyArray<{ from: number; original: number }>, at: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece ? piece.original + at - piece.from : at;
}
