import { AsyncLocalStorage } from 'node:async_hooks';
import type { Campaign } from '../../domain/campaigns/campaign.ts';
import type { Room } from '../../domain/channels/room.ts';
import type { Posting } from '../../domain/delivery/posting.ts';
import type { StoredMessage } from '../../domain/delivery/queue.ts';
import type { JoinRequest, StrangerWords } from '../../domain/people/join/join-request.ts';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { OrganisationEvent } from '../../domain/people/organisation-history.ts';
import type { Person } from '../../domain/people/person.ts';
import type { KeptImport } from '../../domain/ports.ts';
import type { Draft } from '../../domain/requests/drafts/draft.ts';
import type { AnswerDraft } from '../../domain/requests/record/answer.ts';
import type { Attachment } from '../../domain/requests/record/attachment.ts';
import type { Comment } from '../../domain/requests/record/comment.ts';
import type { HistoryEvent } from '../../domain/requests/record/history.ts';
import type { Request } from '../../domain/requests/record/request.ts';
import { type Shape, Table, type Views } from './table.ts';

export interface OutboxRow {
  id: string;
  to: string;
  message: StoredMessage;
  notBefore: Date;
  /** The reason for which it is parked; null: it waits. */
  problem: string | null;
  told: boolean;
}

/** One organisation's data in memory: what a `World` needs that is not kept on disk. */
export type MemoryDatabase = ReturnType<typeof memoryDatabase>;

const byId = { key: ({ id }: { id: string }) => id };

export function memoryDatabase() {
  const open = new AsyncLocalStorage<Views>();
  const table = <Row extends object>(shape: Shape<Row>) => new Table<Row>(open, shape);
  const tables = {
    organisations: table<Organisation>(byId),
    organisationEvents: table<OrganisationEvent>(byId),
    people: table<Person>({ ...byId, unique: ({ email }) => email }),
    requests: table<Request>({ ...byId, unique: ({ number }) => number }),
    events: table<HistoryEvent>({ ...byId, unique: ({ requestId, step }) => `${requestId} ${step}` }),
    drafts: table<Draft>({
      ...byId,
      unique: ({ id, personId, text, editedAt, reply }) =>
        text === '' || editedAt || reply ? id : `${personId} ${text}`,
    }),
    answerDrafts: table<AnswerDraft>({ key: ({ personId, requestId }) => `${personId} ${requestId}` }),
    comments: table<Comment>(byId),
    attachments: table<Attachment>(byId),
    rooms: table<Room>({ ...byId, unique: ({ platform, conversation }) => `${platform} ${conversation}` }),
    postings: table<Posting>({ key: postingKey }),
    joins: table<JoinRequest>(byId),
    strangerWords: table<StrangerWords>(byId),
    imports: table<KeptImport>(byId),
    campaigns: table<Campaign>(byId),
    outbox: table<OutboxRow>(byId),
    outcomes: table<{ key: string; value: unknown; at: Date; typed: string | null }>({ key: ({ key }) => key }),
  };
  const all = Object.values(tables) as Table<object>[];

  const once = async <Value>(work: () => Promise<Value>): Promise<{ value: Value } | 'collided'> => {
    const views = new Map(all.map((one) => [one, one.begin()] as const));
    const value = await open.run(views, work);
    if ([...views].some(([one, view]) => one.collides(view))) return 'collided';
    for (const [one, view] of views) one.commit(view);
    return { value };
  };

  return {
    ...tables,
    /** Outside every transaction: a serial number that was given is used up, and a file that was kept stays. */
    serials: new Map<number, number>(),
    files: new Map<string, Uint8Array>(),

    async transaction<Value>(work: () => Promise<Value>): Promise<Value> {
      if (open.getStore()) throw new Error('a transaction within a transaction');
      for (let tries = 1; tries <= 100; tries++) {
        const done = await once(work);
        if (done !== 'collided') return done.value;
      }
      throw new Error('a transaction that collides with others 100 times in a row');
    },
  };
}

export function postingKey({ platform, conversation, message }: Omit<Posting, 'about' | 'kind' | 'to'>): string {
  return JSON.stringify([platform, conversation, message]);
}
