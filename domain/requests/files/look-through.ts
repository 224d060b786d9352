import { findCprNumbers } from '../../text/cpr/find.ts';
import type { FileProblem } from '../record/attachment.ts';
import { cleanDocument } from './clean-document.ts';
import { cleanPicture } from './clean-picture.ts';
import { fileKind } from './file-kind.ts';

/** A file that may be kept. */
export interface Looked {
  /** With an ending. */
  name: string;
  /** Its media type. */
  type: string;
  /** Without metadata. */
  content: Uint8Array;
}

/** Gives the text of a PDF; null when it cannot be read. */
type ReadPdf = (content: Uint8Array) => Promise<string | null>;

/**
 * Looks at a file that somebody sent, and gives what of it is kept, or why it is not. It takes as much time and memory as
 * its sender wants, so nobody may wait for it.
 */
export async function lookAt(
  name: string,
  content: Uint8Array,
  readPdf: ReadPdf,
): Promise<Looked | Extract<FileProblem, 'wrong-type' | 'holds-programs' | 'holds-cpr' | 'unread'>> {
  const kind = await fileKind(name, content);
  if (typeof kind === 'string') return kind;
  const kept = await lookThrough(kind.type, content, readPdf);
  return typeof kept === 'string' ? kept : { ...kind, content: kept };
}

/**
 * Looks through a picture or document of a kind that we keep. Gives its content without metadata, such as its author and
 * the place where it was taken (a PDF and a HEIC picture stay as they are), or the reason why it is not kept: a CPR
 * number in its text or metadata, or a content that cannot be read.
 */
export async function lookThrough(
  type: string,
  content: Uint8Array,
  readPdf: ReadPdf,
): Promise<Uint8Array | Extract<FileProblem, 'holds-cpr' | 'unread' | 'wrong-type'>> {
  if (type === 'application/pdf') {
    const text = await readPdf(content);
    return text === null ? 'unread' : findCprNumbers(text).length > 0 ? 'holds-cpr' : content;
  }
  const isPicture = type.startsWith('image/');
  const cleaned = isPicture ? cleanPicture(type, content) : cleanDocument(content);
  if (cleaned === null) return isPicture ? 'wrong-type' : 'unread';
  return cleaned.texts.some((text) => findCprNumbers(text).length > 0) ? 'holds-cpr' : cleaned.content;
}
