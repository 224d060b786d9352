import type { Connection } from 'mongoose';
import type { Room } from '../../domain/channels/room.ts';
import type { Posting } from '../../domain/conversation/posting.ts';
import type { JoinRequest } from '../../domain/people/join/join-request.ts';
import type { Attachment } from '../../domain/requests/attachment.ts';
import type { Comment } from '../../domain/requests/comment.ts';
import { count, date, mixed, model, optionalText, type Stored, text } from '../schema.ts';
import type { FileLink } from './file-links.ts';

export type StoredPosting = Posting & { organisation: string };

/** What is said around requests: comments, files, and where in the chats all of it stands. */
export function conversationCollections(connection: Connection) {
  return {
    comments: model<Stored<Comment>>(
      connection,
      'comments',
      { _id: String, organisation: text, requestId: text, at: date, by: text, side: text, text },
      [[{ organisation: 1, requestId: 1, at: 1 }]],
    ),
    attachments: model<Stored<Attachment>>(
      connection,
      'attachments',
      {
        _id: String,
        organisation: text,
        about: text,
        by: text,
        at: date,
        name: text,
        size: count,
        type: optionalText,
        state: text,
        problem: optionalText,
        source: mixed,
      },
      [[{ organisation: 1, about: 1, at: 1 }]],
    ),
    rooms: model<Stored<Room>>(
      connection,
      'rooms',
      {
        _id: String,
        organisation: text,
        platform: text,
        conversation: text,
        place: mixed,
        unit: optionalText,
        followedBy: optionalText,
      },
      [[{ organisation: 1, platform: 1, conversation: 1 }, { unique: true }], [{ organisation: 1, unit: 1 }]],
    ),
    postings: model<StoredPosting>(
      connection,
      'postings',
      { organisation: text, platform: text, conversation: text, message: text, about: text, kind: text, to: text },
      [
        [{ organisation: 1, platform: 1, conversation: 1, message: 1 }, { unique: true }],
        [{ organisation: 1, about: 1 }],
      ],
    ),
    fileLinks: model<FileLink & { _id: string; until: Date }>(
      connection,
      'fileLinks',
      { _id: String, organisation: text, fileId: text, personId: text, until: date },
      [[{ until: 1 }, { expireAfterSeconds: 0 }]],
    ),
    joins: model<Stored<JoinRequest>>(
      connection,
      'joins',
      {
        _id: String,
        organisation: text,
        platform: text,
        place: mixed,
        name: text,
        email: text,
        at: date,
        state: text,
        decidedBy: optionalText,
      },
      [[{ organisation: 1, platform: 1, 'place.user': 1 }]],
    ),
  };
}
