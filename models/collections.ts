import mongoose, { type Connection, type Model } from 'mongoose';
import type { Campaign } from '../domain/campaigns/campaign.ts';
import type { Message } from '../domain/delivery/message.ts';
import type { Organisation, Person } from '../domain/people/organisation.ts';
import type { Draft, HistoryEvent, Request } from '../domain/requests/request.ts';
import { conversationCollections } from './conversation/collections.ts';
import { type InstallationRow, installationFields, type UsedRow, usedFields } from './people/installations.ts';
import { anyText, date, flag, mixed, model, optionalDate, optionalText, type Stored, text } from './schema.ts';

export interface OutboxRow {
  _id: string;
  organisation: string;
  /** Whose turn it is: rows with the same `to` go one after the other. A person's, a room's or an errand's id. */
  to: string;
  message: Message;
  notBefore: Date;
  at: Date;
  /** The order within a conversation: microseconds, strictly rising in each instance. */
  order: number;
  state: 'waiting' | 'sent' | 'settled' | 'parked';
  attempts: number;
  /** Who is sending it now, and until when nobody else may. */
  claim: string | null;
  claimedUntil: Date;
  sentAt: Date | null;
  /** Why it was parked or put off, as a code for the administrator. */
  problem: string | null;
}

export interface ReceiptRow {
  organisation: string;
  receipt: string;
  value: unknown;
  at: Date;
}

/** A tenant of Teams or a workspace of Slack, and the organisation that it belongs to. */
export interface ConnectionRow {
  platform: string;
  /** The Teams tenant id or the Slack team id. */
  tenant: string;
  organisation: string;
}

/** The collections of one database. Indexes are declared here and built by `buildIndexes`. */
export function collections(connection: Connection) {
  return {
    ...conversationCollections(connection),
    organisations: model<Omit<Organisation, 'id'> & { _id: string }>(
      connection,
      'organisations',
      { _id: String, name: text, language: text, numberPrefix: text, units: mixed },
      [],
    ),
    connections: model<ConnectionRow>(connection, 'connections', { platform: text, tenant: text, organisation: text }, [
      [{ platform: 1, tenant: 1 }, { unique: true }],
      [{ platform: 1, organisation: 1 }],
    ]),
    installations: model<InstallationRow>(connection, 'installations', installationFields, [
      [{ platform: 1, tenant: 1 }, { unique: true }],
    ]),
    used: model<UsedRow>(connection, 'used', usedFields, [
      [{ platform: 1, nonce: 1 }, { unique: true }],
      [{ until: 1 }, { expireAfterSeconds: 0 }],
    ]),
    people: model<Stored<Person>>(
      connection,
      'people',
      {
        _id: String,
        organisation: text,
        email: text,
        name: text,
        roles: [String],
        administration: anyText,
        institution: anyText,
        unit: optionalText,
        managerEmail: optionalText,
        entraObjectId: optionalText,
        language: optionalText,
        active: { type: Boolean, required: true },
        chat: optionalText,
        places: { type: mongoose.Schema.Types.Mixed, default: {} },
        promptsSnoozedUntil: optionalDate,
        promptsStopped: flag,
        homeShown: flag,
        met: flag,
        letIn: flag,
      },
      [
        [{ organisation: 1, email: 1 }, { unique: true }],
        [{ organisation: 1, 'places.teams.user': 1 }],
        [{ organisation: 1, entraObjectId: 1 }],
        [{ organisation: 1, 'places.slack.user': 1 }],
        [{ organisation: 1, unit: 1, active: 1 }],
        [{ organisation: 1, active: 1 }],
      ],
    ),
    requests: model<Stored<Request>>(
      connection,
      'requests',
      {
        _id: String,
        organisation: text,
        number: text,
        leaderId: text,
        anonymous: { type: Boolean, required: true },
        administration: anyText,
        text,
        area: text,
        kind: optionalText,
        burden: mixed,
        unit: text,
        state: text,
        submittedAt: date,
        dueOn: text,
        answer: mixed,
        deliveredAt: optionalDate,
        version: { type: Number, required: true },
      },
      [
        [{ organisation: 1, number: 1 }, { unique: true }],
        [{ organisation: 1, leaderId: 1, submittedAt: -1 }],
        [{ organisation: 1, unit: 1, state: 1, dueOn: 1 }],
      ],
    ),
    events: model<Stored<HistoryEvent>>(
      connection,
      'events',
      {
        _id: String,
        organisation: text,
        requestId: text,
        step: { type: Number, required: true },
        at: date,
        by: text,
        type: text,
        unit: String,
        dueOn: String,
        from: String,
        to: String,
        reason: String,
        decision: String,
      },
      [[{ organisation: 1, requestId: 1, step: 1 }, { unique: true }], [{ organisation: 1, at: 1 }]],
    ),
    drafts: model<Stored<Draft>>(
      connection,
      'drafts',
      { _id: String, organisation: text, personId: text, text: anyText, createdAt: date, editedAt: Date },
      [[{ organisation: 1, personId: 1, createdAt: -1 }]],
    ),
    campaigns: model<Stored<Campaign>>(
      connection,
      'campaigns',
      {
        _id: String,
        organisation: text,
        question: text,
        administration: optionalText,
        startedBy: text,
        startedAt: date,
      },
      [],
    ),
    outbox: model<OutboxRow>(
      connection,
      'outbox',
      {
        _id: String,
        organisation: text,
        to: text,
        message: mixed,
        notBefore: date,
        at: date,
        order: { type: Number, required: true },
        state: text,
        attempts: { type: Number, default: 0 },
        claim: optionalText,
        claimedUntil: date,
        sentAt: optionalDate,
        problem: optionalText,
      },
      [
        [{ organisation: 1, state: 1, notBefore: 1 }],
        [{ organisation: 1, to: 1, state: 1, order: 1 }],
        [{ organisation: 1, to: 1, state: 1, sentAt: 1 }],
      ],
    ),
    receipts: model<ReceiptRow>(connection, 'receipts', { organisation: text, receipt: text, value: mixed, at: date }, [
      [{ organisation: 1, receipt: 1 }, { unique: true }],
      // A month is far beyond any redelivery of either platform; old cards are then refused by the state of the request.
      [{ at: 1 }, { expireAfterSeconds: 30 * 24 * 3600 }],
    ]),
    counters: model<{ organisation: string; year: number; last: number }>(
      connection,
      'counters',
      { organisation: text, year: { type: Number, required: true }, last: { type: Number, required: true } },
      [[{ organisation: 1, year: 1 }, { unique: true }]],
    ),
    occurrences: model<{ organisation: string; job: string; occurrence: string; at: Date }>(
      connection,
      'occurrences',
      { organisation: text, job: text, occurrence: text, at: date },
      [[{ organisation: 1, job: 1, occurrence: 1 }, { unique: true }]],
    ),
  };
}

export type Collections = ReturnType<typeof collections>;

/** Creates every collection, with all its indexes in one command; safe to repeat, also on two instances at once. */
export async function buildIndexes(stored: Collections): Promise<void> {
  for (const one of Object.values(stored) as Model<unknown>[]) {
    const indexes = one.schema
      .indexes()
      .map(([key, options]) => ({ ...options, key }) as mongoose.mongo.IndexDescription);
    if (indexes.length > 0) await one.collection.createIndexes(indexes);
    else await one.createCollection();
  }
}
