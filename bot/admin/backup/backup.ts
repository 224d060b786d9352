import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import mongoose from 'mongoose';
import { z } from 'zod';
import { backupTexts } from '../../../locales/edges/backup.ts';
import type { Database } from '../../database/database.ts';
import { systemErrorCode } from '../../database/embedded/error.ts';
import { version } from '../../version.ts';
import { command } from '../command.ts';
import { Unusable } from '../unusable.ts';

const { EJSON } = mongoose.mongo.BSON;
type Document = mongoose.mongo.BSON.Document;

/** The lines of a backup: what wrote it, then each document with its collection, then how many there were. */
const head = z.object({ forenklingsbot: z.string(), at: z.string() });
const body = z.object({ in: z.string(), is: z.looseObject({}) });
/** The reader makes a number of BSON of it. */
const foot = z.object({ documents: z.coerce.number().int() });

/** The number of documents in one insert. */
const batch = 200;

/** A restore is unfinished until this collection is there, so it comes last. */
const last = 'organisations';

export const backup = command({
  takes: ['FILE'],
  async run(database, [file], { mongodbUri }, _chosen, language) {
    const words = backupTexts[language];
    if (mongodbUri) throw new Unusable(words.useMongodump);
    const documents = await orUnusable(writeBackup(database, file, new Date()), (code) => words.unwritable(file, code));
    return words.written(documents, file);
  },
});

export const restore = command({
  takes: ['FILE'],
  async run(database, [file], { mongodbUri }, _chosen, language) {
    const words = backupTexts[language];
    if (mongodbUri) throw new Unusable(words.useMongodump);
    if (await database.stored.organisations.exists({})) throw new Unusable(words.notEmpty);
    const whole = await orUnusable(countBackup(file), (code) => words.unreadable(file, code));
    if (whole === null) throw new Unusable(words.notWhole(file));
    await readBackup(database, file);
    return words.restored(whole, file);
  },
});

/** Writes all documents as they are at one moment, also while a bot writes others. @returns how many */
async function writeBackup({ connection }: Database, file: string, at: Date): Promise<number> {
  const client = connection.getClient();
  const db = client.db(connection.name);
  const listed = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  const names = listed.map(({ name }) => name).filter((name) => !name.startsWith('system.') && name !== last);
  let documents = 0;
  const session = client.startSession();
  async function* lines() {
    yield `${JSON.stringify({ forenklingsbot: version, at })}\n`;
    for (const name of [...names, last]) {
      for await (const is of db.collection(name).find({}, { session })) {
        documents += 1;
        yield `${EJSON.stringify({ in: name, is }, { relaxed: false })}\n`;
      }
    }
    yield `${JSON.stringify({ documents })}\n`;
  }
  // A transaction reads one snapshot. It is never repeated: its lines are written already.
  session.startTransaction({ readConcern: { level: 'snapshot' } });
  try {
    await pipeline(Readable.from(lines()), createGzip(), await newFile(file));
  } finally {
    await session.abortTransaction();
    await session.endSession();
  }
  return documents;
}

/** Opens a file that is not there yet. */
function newFile(file: string): Promise<WriteStream> {
  return new Promise((resolve, reject) => {
    const stream = createWriteStream(file, { flags: 'wx', mode: 0o600 });
    stream.once('open', () => resolve(stream));
    stream.once('error', reject);
  });
}

/** Gives the number of documents of a whole backup; null when the file is none, or is cut off. */
async function countBackup(file: string): Promise<number | null> {
  let documents = -1;
  let end: number | null = null;
  await readLines(file, (line) => {
    const read = readLine(line);
    if (documents < 0) documents = head.safeParse(read).success ? 0 : Number.NaN;
    else if (body.safeParse(read).success) documents += 1;
    else end = foot.safeParse(read).data?.documents ?? null;
  });
  return end !== null && end === documents ? documents : null;
}

/** Puts all documents of a whole backup in place of those that are there. */
async function readBackup({ connection }: Database, file: string): Promise<void> {
  const db = connection.getClient().db(connection.name);
  const emptied = new Set<string>();
  let waiting: { name: string; documents: Document[] } = { name: '', documents: [] };
  const put = async () => {
    const { name, documents } = waiting;
    if (documents.length > 0) await db.collection(name).insertMany(documents);
  };
  await readLines(file, async (line) => {
    const read = body.safeParse(readLine(line));
    if (!read.success) return;
    const { in: name, is } = read.data;
    if (!emptied.has(name)) await db.collection(name).deleteMany({});
    emptied.add(name);
    if (name !== waiting.name || waiting.documents.length >= batch) {
      await put();
      waiting = { name, documents: [] };
    }
    waiting.documents.push(is);
  });
  await put();
}

function readLine(line: string): unknown {
  try {
    return EJSON.parse(line, { relaxed: false });
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Calls `each` for each line of a backup, one after the other. */
async function readLines(file: string, each: (line: string) => Promise<void> | void): Promise<void> {
  const decoder = new TextDecoder();
  await pipeline(createReadStream(file), createGunzip(), async (unpacked: AsyncIterable<Buffer>) => {
    let rest = '';
    for await (const chunk of unpacked) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) await each(line);
    }
  });
}

async function orUnusable<Value>(work: Promise<Value>, words: (code: string) => string): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    const code = systemErrorCode(error);
    // `Z_…`: what zlib says of a file that it cannot unpack.
    if (code && /^(E[A-Z]+|Z_[A-Z_]+)$/.test(code)) throw new Unusable(words(code));
    throw error;
  }
}
