/**
 * Removes what a reader cannot see: control characters, direction overrides and isolates (U+202A–202E, U+2066–2069) and
 * zero-width characters; the joiner U+200D stays between the parts of an emoji. The result is well-formed and has `\n`
 * line ends.
 */
export function plainText(text: string): string {
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

/** The form in which a person's text is kept: plain (`plainText`), composed (NFC), without blank edges. */
export function cleanText(text: string): string {
  return plainText(text)
    .normalize('NFC')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The form in which a name is kept and compared: composed (NFC), in one line, with one plain blank between words. */
export function nameText(name: string): string {
  return name
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** Gives the beginning of a text: whole words, `most` UTF-16 units at most. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  // The unit after the last one tells whether a word ends there.
  const end = text.slice(0, most + 1).search(/\s\S*$/);
  const cut = end > most / 2 ? text.slice(0, end) : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  return cut.trimEnd();
}

/** Tells whether a text has a letter of any script. Emoji and signs alone are not words. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}
