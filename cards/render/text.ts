/**
 * A text as it may go out: `\n` line ends, well-formed, without control characters, direction overrides and isolates
 * (U+202A–202E, U+2066–2069) and zero-width characters; the joiner U+200D stays between the parts of an emoji. Every
 * string of a card passes here last, whatever has been cleaned before, because an export or an old row has not.
 */
export function asText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069\u200B\u200C\u2060\uFEFF]/gu, '')
    .replace(
      /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu,
      '',
    );
}

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
