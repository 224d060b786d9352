import mongoose from 'mongoose';
import { Collision } from '../domain/ports.ts';

/** A stored document as the domain knows it: `id` for `_id`, without the organisation that scopes it. */
export function fromStored<Document extends { _id: string; organisation: string }>(
  stored: Document,
): Omit<Document, '_id' | 'organisation'> & { id: string } {
  const { _id, organisation: _scope, ...rest } = stored;
  return { ...rest, id: _id };
}

export function toStored<Document extends { id: string }>(organisation: string, document: Document) {
  const { id, ...rest } = document;
  return { ...rest, _id: id, organisation };
}

/** MongoDB's code for a broken unique index (server error codes, `DuplicateKey`). */
const duplicateKey = 11000;

export function isDuplicate(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === duplicateKey;
}

/** Runs a write; a broken unique index means that somebody else was first. */
export async function orCollision<Value>(write: Promise<Value>): Promise<Value> {
  try {
    return await write;
  } catch (error) {
    if (isDuplicate(error)) throw new Collision('somebody else was first', { cause: error });
    throw error;
  }
}
