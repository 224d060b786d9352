import type { Connection } from 'mongoose';
import { date, model, structure, text } from '../schema.ts';

/** A vector under the digest of its model and text, so that the text itself is not kept, until `until`. */
interface VectorRow {
  _id: string;
  organisation: string;
  model: string;
  /** 32-bit floats, the least significant byte first. */
  numbers: Buffer;
  until: Date;
}

/** The collection of vectors that an embedder has given. */
export function textCollections(connection: Connection) {
  return {
    vectors: model<VectorRow>(
      connection,
      'vectors',
      { _id: text, organisation: text, model: text, numbers: structure, until: date },
      [[{ until: 1 }, { expireAfterSeconds: 0 }]],
    ),
  };
}

export type TextCollections = ReturnType<typeof textCollections>;
