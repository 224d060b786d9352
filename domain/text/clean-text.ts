/**
 * A text in which nothing hides: well-formed, `\n` line ends, without control characters, direction overrides and
 * isolates (U+202A–202E, U+2066–2069) and zero-width characters; the joiner U+200D stays between the parts of an emoji.
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

/** What people write, as it is kept: plain, composed, without blank edges. What was written stays readable. */
export function cleanText(text: string): string {
  return plainText(text)
    .normalize('NFC')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether there is anything to read: a letter of any script. Only emoji or signs are not words. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}
