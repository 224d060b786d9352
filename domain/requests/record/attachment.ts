import type { AboutId, FileId, PersonId } from '../../ids.ts';
import type { Platform } from '../../vocabulary.ts';

/** A file of a draft or a request. Its content is fetched after the message is acknowledged. */
export interface Attachment {
  id: FileId;
  /** The draft or request of the file; a sent draft keeps its id. */
  about: AboutId;
  by: PersonId;
  at: Date;
  name: string;
  /** Bytes, as the platform reported them until the file is stored. */
  size: number;
  /** A media type that `fileKind` knows; null until the content is known. */
  type: string | null;
  state: 'fetching' | 'stored' | 'refused';
  problem: FileProblem | null;
  /** The platform's reference to the file; only the platform's edge reads it, and people never see it. */
  source: { platform: Platform; reference: string };
  /** The name of the message that it came with (`nameOfMessage`); absent in files of earlier versions. */
  message?: string;
}

/** A file as readers may see it: without its sender, who may be an anonymous leader, their message and the platform's reference. */
export type FileView = Omit<Attachment, 'by' | 'source' | 'message'>;

/** A file of a message, as the platform describes it. */
export interface IncomingFile {
  name: string;
  /** Bytes, as the platform reports them; 0 when it does not. */
  size: number;
  platform: Platform;
  /** The platform's reference to the file; only its edge reads it. */
  reference: string;
}

/** The reasons for which a file was not kept. */
export const fileProblems = [
  'too-large',
  'wrong-type',
  'holds-programs',
  'holds-cpr',
  'unread',
  'too-many',
  'gone',
  'only-a-link',
] as const;
export type FileProblem = (typeof fileProblems)[number];

/** The limits leave room for a picture of a screen or a scanned form; larger files do not belong in a chat message. */
export const fileLimits = { bytes: 10 * 1024 * 1024, perRequest: 10, nameLength: 150 } as const;
