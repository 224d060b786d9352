import type { Unread } from '../../domain/conversation/unread.ts';
import type { Platform } from '../../domain/vocabulary.ts';
import type { Log } from '../log.ts';

/** A message has ten files at most, with those that are forwarded in it a few more. */
const mostTexts = 20;

/** A long paste has some tens of thousands of characters; what is longer is no message. */
export const longestText = 200 * 1024;

/** In all, in UTF-16 units: five times the longest draft. To look for CPR numbers in twenty times as much takes two seconds. */
const longestTogether = 200_000;

/** The texts that are read together, from the first on; null for those that are too many. */
export function fitting(texts: ReadonlyArray<string | null>): Array<string | null> {
  let rest = longestTogether;
  return texts.map((text) => {
    if (text === null || text.length > rest) return null;
    rest -= text.length;
    return text;
  });
}

/** The words of a message, and what of it could not be read. */
interface Worded {
  text: string;
  unread?: readonly Unread[];
}

/**
 * Gives a message with the words of its files of text below its own: a long paste, which a platform makes a file of.
 * What cannot be read is named in it.
 * @param files what names each on the platform
 * @param read gives the words of one; null when it cannot be had or is no text
 */
export async function withTexts<Given extends Worded, File>(
  message: Given,
  files: readonly File[],
  read: (file: File) => Promise<string | null>,
): Promise<Given> {
  if (files.length === 0) return message;
  const asked = files.slice(0, mostTexts);
  const texts = fitting(await Promise.all(asked.map(read)));
  const parts = [message.text, ...texts.map((text) => text ?? '')].filter((part) => part !== '');
  const isMissing = texts.includes(null) || files.length > asked.length;
  const unread = [...(message.unread ?? []), ...(isMissing ? (['text-file'] as const) : [])];
  return { ...message, text: parts.join('\n\n'), unread };
}

/**
 * Gives the words of a file of text; null when it cannot be had or is no text. The person is told, and can send the words
 * in another way.
 */
export async function wordsOfFile(
  fetched: Promise<Uint8Array | string>,
  platform: Platform,
  log: Log,
): Promise<string | null> {
  try {
    const got = await fetched;
    return typeof got === 'string' ? null : decoded(got);
  } catch (err) {
    log.info({ platform, err }, 'text file not read');
    return null;
  }
}

/** Programs write text in UTF-8, or, with a mark in front, in UTF-16; older ones in the alphabet of Western Europe. */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const text = new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
  const read = text.includes('\uFFFD') && utf16 === null ? new TextDecoder('windows-1252').decode(bytes) : text;
  // Other control characters than tabs and line ends stand in no text.
  return /(?![\t\n\v\f\r])\p{Cc}|\uFFFD/u.test(read) ? null : read.trim();
}
