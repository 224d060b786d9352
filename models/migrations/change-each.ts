import type { Model, mongo } from 'mongoose';
import type { MigratedData } from './migration.ts';

/** The number of documents in one write command. */
const batchSize = 500;

/** A stored document of any version. */
export type RawDocument = mongo.WithId<mongo.Document>;

/**
 * Sets new fields in each document of a collection for which `fieldsOf` gives some; null leaves a document as it is. It
 * sets only new fields, so that other writes to the same document at the same time stay.
 * @returns the number of changed documents
 */
export async function changeEach<Row>(
  { collection }: Model<Row>,
  filter: mongo.Filter<mongo.Document>,
  fieldsOf: (document: RawDocument) => Readonly<Record<string, unknown>> | null,
  proceed: MigratedData['proceed'],
): Promise<number> {
  let changed = 0;
  let batch: mongo.AnyBulkWriteOperation[] = [];
  const write = async () => {
    await proceed();
    if (batch.length === 0) return;
    const { modifiedCount } = await collection.bulkWrite(batch, { ordered: false });
    changed += modifiedCount;
    batch = [];
  };
  for await (const document of collection.find(filter)) {
    const fields = fieldsOf(document);
    if (fields === null) continue;
    batch.push({ updateOne: { filter: { _id: document._id }, update: { $set: fields } } });
    if (batch.length >= batchSize) await write();
  }
  await write();
  return changed;
}
