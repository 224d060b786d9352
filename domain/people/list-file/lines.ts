import { isUtf8 } from 'node:buffer';

/** One line as it stands in the file. */
export interface Line {
  number: number;
  /** When it is not readable, read as Windows-1252: good for finding an e-mail in it, not for names. */
  text: string;
  /** False for a line in another encoding than the rest of the file or than those that are read, and for lost letters. */
  isReadable: boolean;
}

const carriageReturn = 0x0d;
const lineFeed = 0x0a;
const utf8Mark = [0xef, 0xbb, 0xbf];

/** Excel's “Unicode text” is UTF-16 with a byte order mark. */
const utf16Marks = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;

/**
 * The traces of letters that were lost before the file came: U+FFFD, and UTF-8 that another program took for
 * Windows-1252 (“SÃ¸ren”).
 */
const lostLetters = /\uFFFD|Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u;

/**
 * Æ, ø and å in the encodings of “CSV (Macintosh)” and “CSV (MS-DOS)”, as Windows-1252 shows them: signs that no name
 * holds, or that do not stand within a word.
 */
const lettersOfAnother = /[¾¿®¯†›\u0080-\u009F]|\p{L}Œ|\p{L}‘\p{L}/u;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');

/**
 * The lines of a text file, ended by CRLF, LF or CR, mixed or not, without a byte order mark; null when it is no text: a
 * workbook, a picture. Read are UTF-8, UTF-16 with a byte order mark, and Windows-1252, which Danish Excel writes as
 * “CSV”. Each line is decoded by itself, so that one row pasted from another export does not hide what the others hold.
 */
export function readLines(file: Uint8Array): Line[] | null {
  const bytes = inUtf8(file);
  if (bytes.includes(0)) return null;
  const isMarked = startsWith(bytes, utf8Mark);
  const chunks = split(isMarked ? bytes.subarray(utf8Mark.length) : bytes);
  // Words in UTF-8 elsewhere in the file show that the odd line is the one that is wrong.
  const isUtf8File = isMarked || chunks.every(isUtf8) || chunks.some((chunk) => isUtf8(chunk) && !isAscii(chunk));
  return chunks.map((chunk, index) => {
    const isLineUtf8 = isUtf8(chunk);
    const text = (isLineUtf8 ? utf8 : windows1252).decode(chunk);
    const isReadable = isLineUtf8 || (!isUtf8File && !lettersOfAnother.test(text));
    return { number: index + 1, text, isReadable: isReadable && !lostLetters.test(text) };
  });
}

function inUtf8(file: Uint8Array): Uint8Array {
  for (const [encoding, mark] of Object.entries(utf16Marks)) {
    if (startsWith(file, mark)) return new TextEncoder().encode(new TextDecoder(encoding).decode(file));
  }
  return file;
}

function split(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    const isEnd = at === bytes.length || bytes[at] === lineFeed || bytes[at] === carriageReturn;
    if (!isEnd) continue;
    if (at < bytes.length || start < at) lines.push(bytes.subarray(start, at));
    if (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) at += 1;
    start = at + 1;
  }
  return lines;
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);
const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80);
