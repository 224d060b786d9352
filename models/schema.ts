import mongoose, { type Connection, type Model } from 'mongoose';

/** A stored document of the domain: `_id` in place of `id`, and the organisation that it belongs to. */
export type Stored<Document extends { id: string }> = Document extends unknown
  ? Omit<Document, 'id'> & { _id: Document['id']; organisation: string }
  : never;

export const text = { type: String, required: true } as const;
/** A text that may be empty, which `required` would refuse. */
export const anyText = { type: String, default: '' } as const;
export const optionalText = { type: String, default: null } as const;
/** A text that only some documents have. */
export const absentText = { type: String } as const;
export const texts = { type: [String], required: true } as const;
export const date = { type: Date, required: true } as const;
export const optionalDate = { type: Date, default: null } as const;
export const absentDate = { type: Date } as const;
export const count = { type: Number, required: true } as const;
/** A number that starts at 0. */
export const zero = { type: Number, default: 0 } as const;
export const optionalCount = { type: Number, default: null } as const;
export const yesOrNo = { type: Boolean, required: true } as const;
/** Yes for few documents, and no where nothing is stored. */
export const flag = { type: Boolean, default: false } as const;
/** A value with a shape of its own; the compiler, and not mongoose, holds its writers to the shape. */
export const structure = { type: mongoose.Schema.Types.Mixed, required: true } as const;
export const optionalStructure = { type: mongoose.Schema.Types.Mixed, default: null } as const;

export const absentStructure = { type: mongoose.Schema.Types.Mixed } as const;

/** The type under which mongoose stores a value; `undefined` and `null` have none of their own. */
type TypeOf<Value> = [Value] extends [string]
  ? typeof String
  : [Value] extends [number]
    ? typeof Number
    : [Value] extends [boolean]
      ? typeof Boolean
      : [Value] extends [Date]
        ? typeof Date
        : [Value] extends [readonly string[]]
          ? readonly [typeof String]
          : typeof mongoose.Schema.Types.Mixed;

interface Required<Value> {
  readonly type: TypeOf<Value>;
  readonly required: true;
}

interface Defaulted<Value, Default = Value> {
  readonly type: TypeOf<NonNullable<Value>>;
  readonly default: Default;
  readonly required?: never;
}

interface Absent<Value> {
  readonly type: TypeOf<NonNullable<Value>>;
  readonly default?: never;
  readonly required?: never;
}

/**
 * The required declaration of a field that holds `Value`: it is required or has a default when it is always there, its
 * default is `null` when it may be null, and it has neither when it may be absent. An `unknown` value may be null.
 */
export type FieldDefinition<Value> = unknown extends Value
  ? typeof optionalStructure
  : undefined extends Value
    ? Absent<Value>
    : null extends Value
      ? Defaulted<Value, null>
      : Required<Value> | Defaulted<Value>;

/** Every key of any member of a union. */
type KeyOfAny<Union> = Union extends unknown ? keyof Union : never;

/** The type of a union's value under a key; it includes `undefined` when a member lacks the key. */
type ValueOfAny<Union, Key extends PropertyKey> = Union extends unknown
  ? Key extends keyof Union
    ? Union[Key]
    : undefined
  : never;

/** Exactly the fields of a document, each declared by its type. */
export type Definition<Document> = {
  readonly [Key in KeyOfAny<Document>]: FieldDefinition<ValueOfAny<Document, Key>>;
};

/** The fields of an index, nested ones by their path. */
type IndexFields<Document> = {
  readonly [Key in KeyOfAny<Document> | `${KeyOfAny<Document> & string}.${string}`]?: 1 | -1;
};

/**
 * Declares a collection with exactly the fields of `Document`; the compiler checks them, and a write of any other field
 * throws. A field that an earlier version did not write is read as its default. `buildIndexes` builds the indexes.
 * @param beforehand is given the schema before a model is made of it
 */
export function model<Document>(
  connection: Connection,
  name: string,
  definition: Definition<Document>,
  indexes: ReadonlyArray<[IndexFields<Document>, mongoose.IndexOptions?]>,
  beforehand: (schema: mongoose.Schema) => void = () => undefined,
): Model<Document> {
  const schema = new mongoose.Schema(definition as mongoose.SchemaDefinition, {
    collection: name,
    versionKey: false,
    minimize: false,
    strict: 'throw',
    autoIndex: false,
    autoCreate: false,
  });
  for (const [fields, options] of indexes) schema.index(fields as Record<string, 1 | -1>, options);
  readWithDefaults(schema, definition);
  beforehand(schema);
  return connection.model<Document>(name, schema as mongoose.Schema<Document>);
}

/** `lean` leaves out defaults, so an earlier version's document would lack fields that its type promises. */
function readWithDefaults(schema: mongoose.Schema, definition: object): void {
  const defaults = Object.entries(definition as Record<string, { default?: unknown }>).flatMap(([key, field]) =>
    field.default === undefined ? [] : [[key, field.default] as const],
  );
  schema.post(['find', 'findOne', 'findOneAndUpdate'], function (found: unknown) {
    if (!this.mongooseOptions().lean || this.selectedInclusively()) return;
    for (const document of [found].flat() as Array<Record<string, unknown> | null>) {
      for (const [key, value] of defaults) if (document && document[key] === undefined) document[key] = value;
    }
  });
}
