import type { AboutId, FileId, PersonId } from '../../ids.ts';
import type { Platform } from '../../vocabulary.ts';

/** A file that somebody sent with a draft or a request. Its content is fetched after the message is acknowledged. */
export interface Attachment {
  id: FileId;
  /** The draft or request it belongs to; a sent draft keeps its id. */
  about: AboutId;
  by: PersonId;
  at: Date;
  name: string;
  /** Bytes; what the platform said until it is stored. */
  size: number;
  /** A media type that `fileKind` knows; null until the content is known. */
  type: string | null;
  state: 'fetching' | 'stored' | 'refused';
  problem: FileProblem | null;
  /** Where the platform keeps it: its own matter, and nothing that a person sees. */
  source: { platform: Platform; reference: string };
}

/** A file as the platform tells of it when it comes with a message. */
export interface IncomingFile {
  name: string;
  /** Bytes, as the platform says; 0 where it does not. */
  size: number;
  platform: Platform;
  /** Where the platform keeps it: its own matter. */
  reference: string;
}

/** Why a file was not kept. */
export const fileProblems = ['too-large', 'wrong-type', 'too-many', 'gone', 'only-a-link'] as const;
export type FileProblem = (typeof fileProblems)[number];

/** What fits a picture of a screen or a scanned form; a chat message is no place for more. */
export const fileLimits = { bytes: 10 * 1024 * 1024, perRequest: 10, nameLength: 150 } as const;
