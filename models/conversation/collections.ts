import type { Connection } from 'mongoose';
import type { FileId, PersonId } from '../../domain/ids.ts';
import { date, model, text } from '../schema.ts';

export interface FileLink {
  organisation: string;
  fileId: FileId;
  personId: PersonId;
}

/** A link, under the digest of its token, which is valid until `until`. */
type FileLinkRow = FileLink & { _id: string; until: Date };

/** The collection of links by which people open files. */
export function conversationCollections(connection: Connection) {
  return {
    fileLinks: model<FileLinkRow>(
      connection,
      'fileLinks',
      { _id: text, organisation: text, fileId: text, personId: text, until: date },
      [[{ until: 1 }, { expireAfterSeconds: 0 }]],
    ),
  };
}

export type ConversationCollections = ReturnType<typeof conversationCollections>;
