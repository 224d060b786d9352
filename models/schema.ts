import mongoose, { type Connection, type Model, type SchemaDefinition } from 'mongoose';

/** Every document carries the organisation it belongs to; every unique index starts with it. */
export type Stored<Document> = Omit<Document, 'id'> & { _id: string; organisation: string };

export const text = { type: String, required: true } as const;
/** A text that may be empty, which `required` would refuse. */
export const anyText = { type: String, default: '' } as const;
export const optionalText = { type: String, default: null } as const;
export const date = { type: Date, required: true } as const;
export const optionalDate = { type: Date, default: null } as const;
export const mixed = { type: mongoose.Schema.Types.Mixed, default: null } as const;
export const flag = { type: Boolean, default: false } as const;
export const count = { type: Number, required: true } as const;

/** A collection with exactly these fields; anything else in a write throws. Indexes are built by `buildIndexes`. */
export function model<Document>(
  connection: Connection,
  name: string,
  definition: SchemaDefinition,
  indexes: ReadonlyArray<[Record<string, 1 | -1>, mongoose.IndexOptions?]>,
): Model<Document> {
  const schema = new mongoose.Schema(definition, {
    collection: name,
    versionKey: false,
    minimize: false,
    strict: 'throw',
    autoIndex: false,
    autoCreate: false,
  });
  for (const [fields, options] of indexes) schema.index(fields, options);
  return connection.model<Document>(name, schema as mongoose.Schema<Document>);
}
