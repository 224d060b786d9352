import type { Connection } from 'mongoose';
import { noAdministration } from '../../domain/people/administrations.ts';
import type { Draft } from '../../domain/requests/drafts/draft.ts';
import type { AnswerDraft } from '../../domain/requests/record/answer.ts';
import type { Attachment } from '../../domain/requests/record/attachment.ts';
import type { Comment } from '../../domain/requests/record/comment.ts';
import type { HistoryEvent } from '../../domain/requests/record/history.ts';
import type { Request } from '../../domain/requests/record/request.ts';
import {
  absentDate,
  absentStructure,
  absentText,
  anyText,
  count,
  date,
  model,
  optionalDate,
  optionalStructure,
  optionalText,
  type Stored,
  structure,
  text,
  yesOrNo,
} from '../schema.ts';

/** The last serial number that a request of the year got. */
interface CounterRow {
  organisation: string;
  year: number;
  last: number;
}

/**
 * `said`: the digest of the person and the words as they were first said, which tells a repeat of the same message under
 * another id; absent where there are no such words.
 */
export type DraftRow = Stored<Draft> & { said?: string };

/** Half a year: an answer that nobody has sent by then is not going to be. */
const answerDraftSeconds = 183 * 24 * 3600;

type AnswerDraftRow = AnswerDraft & { organisation: string };

/** The collections of requests: drafts, requests, their history, and their messages and files. */
export function requestCollections(connection: Connection) {
  return {
    drafts: model<DraftRow>(
      connection,
      'drafts',
      {
        _id: text,
        organisation: text,
        personId: text,
        text: anyText,
        createdAt: date,
        editedAt: absentDate,
        mentionedAt: absentDate,
        shownAt: absentDate,
        rest: absentText,
        reply: absentStructure,
        numbers: absentStructure,
        parts: absentStructure,
        near: absentText,
        deniedAt: absentDate,
        said: absentText,
      },
      [
        [{ organisation: 1, personId: 1, createdAt: -1 }],
        [{ organisation: 1, createdAt: 1 }],
        [{ organisation: 1, mentionedAt: 1, createdAt: 1 }],
        [
          { organisation: 1, said: 1 },
          { unique: true, partialFilterExpression: { said: { $exists: true } } },
        ],
      ],
    ),
    answerDrafts: model<AnswerDraftRow>(
      connection,
      'answerDrafts',
      { organisation: text, personId: text, requestId: text, decision: text, values: structure, at: date },
      [
        [{ organisation: 1, personId: 1, requestId: 1 }, { unique: true }],
        [{ at: 1 }, { expireAfterSeconds: answerDraftSeconds }],
      ],
    ),
    requests: model<Stored<Request>>(
      connection,
      'requests',
      {
        _id: text,
        organisation: text,
        number: text,
        leaderId: text,
        anonymous: yesOrNo,
        administration: { type: String, default: noAdministration },
        origin: optionalStructure,
        text,
        numbers: absentStructure,
        area: text,
        kind: optionalText,
        burden: structure,
        unit: text,
        state: text,
        submittedAt: date,
        dueOn: text,
        answer: optionalStructure,
        deliveredAt: optionalDate,
        version: count,
      },
      [
        [{ organisation: 1, number: 1 }, { unique: true }],
        [{ organisation: 1, leaderId: 1, submittedAt: -1 }],
        [{ organisation: 1, submittedAt: -1 }],
        [{ organisation: 1, unit: 1, state: 1, dueOn: 1 }],
        [{ organisation: 1, state: 1 }],
      ],
    ),
    events: model<Stored<HistoryEvent>>(
      connection,
      'events',
      {
        _id: text,
        organisation: text,
        requestId: text,
        step: count,
        at: date,
        by: text,
        type: text,
        unit: absentText,
        dueOn: absentText,
        from: absentText,
        to: absentText,
        reason: absentText,
        decision: absentText,
        before: absentText,
        added: absentText,
      },
      [[{ organisation: 1, requestId: 1, step: 1 }, { unique: true }], [{ organisation: 1, at: 1 }]],
    ),
    comments: model<Stored<Comment>>(
      connection,
      'comments',
      { _id: text, organisation: text, requestId: text, at: date, by: text, side: text, text },
      [[{ organisation: 1, requestId: 1, at: 1 }]],
    ),
    attachments: model<Stored<Attachment>>(
      connection,
      'attachments',
      {
        _id: text,
        organisation: text,
        about: text,
        by: text,
        at: date,
        name: text,
        size: count,
        type: optionalText,
        state: text,
        problem: optionalText,
        source: structure,
        message: absentText,
      },
      [[{ organisation: 1, about: 1, at: 1 }]],
    ),
    counters: model<CounterRow>(connection, 'counters', { organisation: text, year: count, last: count }, [
      [{ organisation: 1, year: 1 }, { unique: true }],
    ]),
  };
}

export type RequestCollections = ReturnType<typeof requestCollections>;
