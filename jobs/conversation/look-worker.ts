import { parentPort, workerData } from 'node:worker_threads';
import { extractText, getDocumentProxy } from 'unpdf';
import { lookAt } from '../../domain/requests/files/look-through.ts';
import type { Sent } from './look-apart.ts';

/** More blanks than stand between the parts of a number. */
const apart = '\n'.repeat(9);

/** Gives the text of a PDF, of its form's fields and notes, and of the facts about it; null when it cannot be read. */
async function readPdf(content: Uint8Array): Promise<string | null> {
  try {
    const pdf = await getDocumentProxy(Uint8Array.from(content));
    const { text } = await extractText(pdf, { mergePages: false });
    const notes: unknown[] = [];
    for (let page = 1; page <= pdf.numPages; page++) notes.push(...(await (await pdf.getPage(page)).getAnnotations()));
    const { info, metadata } = await pdf.getMetadata();
    return [...text, ...notes.flatMap(stringsIn), ...stringsIn(info), String(metadata?.getRaw() ?? '')].join(apart);
  } catch {
    // It has a password or is damaged; PDF.js says so by errors of every kind.
    return null;
  }
}

/** The strings in a value, such as those that somebody has written into the field of a form. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
    ? Object.values(value).flatMap(stringsIn)
    : [];
}

const { name, content }: Sent = workerData;
parentPort?.postMessage(await lookAt(name, content, readPdf));
