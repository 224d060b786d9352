/**
 * What people write, made safe to keep and to show: composed characters, `\n` line ends, no control characters, no
 * direction overrides (U+202A–202E, U+2066–2069), no zero-width characters outside emoji sequences, no blank edges.
 * What was written stays readable.
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069\u200B\u200C\u2060\uFEFF]/gu, '')
    .replace(/\u200D(?!\p{Extended_Pictographic})/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether there is anything to read: a letter of any script. Only emoji or signs are not words. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}
