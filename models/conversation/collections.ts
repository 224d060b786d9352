import type { Connection } from 'mongoose';
import type { Posting } from '../../domain/delivery/posting.ts';
import type { FileId, PersonId } from '../../domain/ids.ts';
import { date, model, text } from '../schema.ts';

type PostingRow = Posting & { organisation: string };

export interface FileLink {
  organisation: string;
  fileId: FileId;
  personId: PersonId;
}

/** A link by the digest of its token, good until `until`. */
type FileLinkRow = FileLink & { _id: string; until: Date };

/** Where in the chats a draft or a request stands, and the links by which people open files. */
export function conversationCollections(connection: Connection) {
  return {
    postings: model<PostingRow>(
      connection,
      'postings',
      { organisation: text, platform: text, conversation: text, message: text, about: text, kind: text, to: text },
      [
        [{ organisation: 1, platform: 1, conversation: 1, message: 1 }, { unique: true }],
        [{ organisation: 1, about: 1 }],
      ],
    ),
    fileLinks: model<FileLinkRow>(
      connection,
      'fileLinks',
      { _id: text, organisation: text, fileId: text, personId: text, until: date },
      [[{ until: 1 }, { expireAfterSeconds: 0 }]],
    ),
  };
}

export type ConversationCollections = ReturnType<typeof conversationCollections>;
