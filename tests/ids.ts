import type { AnyId } from '../domain/ids.ts';

/** An id that a test makes up, or has read where ids are plain text. */
export const idOf = <Kind extends AnyId>(text: string): Kind => text as Kind;
