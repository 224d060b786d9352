import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';

const folder = join(import.meta.dirname, '../../fixtures/previous-version/data');
const { EJSON } = mongoose.mongo.BSON;

/** The server deletes data older than its collection allows, by its own clock, so these get today's date. */
const keptFor: Record<string, string> = { receipts: 'at', fileLinks: 'until', used: 'until', vectors: 'until' };

/** Fills a database with the data of the version before, in place of all that is there. */
export async function loadPreviousData(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  for (const collection of await connection.listCollections())
    await connection.collection(collection.name).deleteMany({});
  for (const file of readdirSync(folder)) {
    const name = file.replace('.jsonl', '');
    const documents = readFileSync(join(folder, file), 'utf8').trim().split('\n');
    const dated = keptFor[name];
    await connection.collection(name).insertMany(
      documents.map((line) => ({
        ...EJSON.parse(line, { relaxed: true }),
        ...(dated ? { [dated]: new Date() } : {}),
      })),
    );
  }
  await connection.close();
}
