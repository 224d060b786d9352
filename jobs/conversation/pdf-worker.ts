import { parentPort, workerData } from 'node:worker_threads';
import { extractText, getDocumentProxy } from 'unpdf';

/** A thread that reads one PDF and posts its text. */
const pdf = await getDocumentProxy(new Uint8Array(workerData));
const { text } = await extractText(pdf, { mergePages: false });
const { info, metadata } = await pdf.getMetadata();
const xmp: unknown = metadata?.getRaw();
parentPort?.postMessage([...text, JSON.stringify(info), String(xmp ?? '')].join('\n'.repeat(9)));
