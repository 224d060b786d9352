import { isUtf8 } from 'node:buffer';

/** One line as it stands in the file. */
export interface Line {
  number: number;
  /** When the bytes are not UTF-8, read as Windows-1252: good for finding an e-mail in it, not for names. */
  text: string;
  isUtf8: boolean;
}

const carriageReturn = 0x0d;
const lineFeed = 0x0a;
const byteOrderMark = [0xef, 0xbb, 0xbf];

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');

/**
 * The lines of a text file, ended by CRLF, LF or CR, mixed or not, without a byte order mark. Each line is decoded by
 * itself, so that one row pasted from an older export does not hide what the others hold.
 */
export function readLines(file: Uint8Array): Line[] {
  const bytes = byteOrderMark.every((byte, index) => file[index] === byte) ? file.subarray(byteOrderMark.length) : file;
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    const isEnd = at === bytes.length || bytes[at] === lineFeed || bytes[at] === carriageReturn;
    if (!isEnd) continue;
    if (at < bytes.length || start < at) lines.push({ number: lines.length + 1, ...decode(bytes.subarray(start, at)) });
    if (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) at += 1;
    start = at + 1;
  }
  return lines;
}

/** Whether the file is something else than text in one byte an ASCII letter: a workbook, a picture, UTF-16. */
export function isBinary(file: Uint8Array): boolean {
  return file.includes(0);
}

function decode(bytes: Uint8Array): Pick<Line, 'text' | 'isUtf8'> {
  const valid = isUtf8(bytes);
  return { text: (valid ? utf8 : windows1252).decode(bytes), isUtf8: valid };
}
