import { createHash, randomUUID } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import type { Organisation } from '../domain/people/organisation.ts';
import type { World } from '../domain/ports.ts';
import type { Collections } from './collections.ts';
import { attachmentsOf } from './requests/attachments.ts';
import { commentsOf, joinsOf, postingsOf, roomsOf } from './conversation/conversations.ts';
import { peopleOf } from './people/people.ts';
import { requestsOf } from './requests/requests.ts';
import { fromStored, orCollision, toStored } from './stored.ts';

// Every query inside `transaction` belongs to it without being handed a session, so that none can be forgotten.
mongoose.set('transactionAsyncLocalStorage', true);

/** An arrival holds what was typed: what is kept of it cannot be read, and fits an index. */
const digestOf = (arrival: string): string => createHash('sha256').update(arrival).digest('base64url');

let lastOrder = 0;

/** Two messages of the same millisecond keep the order in which they were put in. */
function nextOrder(now: Date): number {
  lastOrder = Math.max(lastOrder + 1, now.getTime() * 1000);
  return lastOrder;
}

const sameAs = (message: object) =>
  Object.fromEntries(Object.entries(message).map(([key, value]) => [`message.${key}`, value]));

/** The domain's world on MongoDB, scoped to one organisation. */
export function worldOf(
  connection: Connection,
  stored: Collections,
  organisation: Organisation,
  now: () => Date,
): World {
  const scope = organisation.id;
  return {
    organisation,
    now,
    newId: randomUUID,
    transaction: (work) => connection.transaction(work) as ReturnType<typeof work>,
    people: peopleOf(stored, scope),
    requests: requestsOf(stored, scope),
    drafts: {
      async add(draft) {
        await stored.drafts.create([toStored(scope, draft)]);
      },
      async byId(id) {
        const found = await stored.drafts.findOne({ _id: id, organisation: scope }).lean();
        return found && fromStored(found);
      },
      async ofPerson(personId) {
        const found = await stored.drafts.find({ organisation: scope, personId }).sort({ createdAt: -1 }).lean();
        return found.map(fromStored);
      },
      async remove(id) {
        await stored.drafts.deleteOne({ _id: id, organisation: scope });
      },
      async setText(id, text, editedAt) {
        await stored.drafts.updateOne({ _id: id, organisation: scope }, { text, ...(editedAt ? { editedAt } : {}) });
      },
    },
    comments: commentsOf(stored, scope),
    attachments: attachmentsOf(connection, stored, scope),
    rooms: roomsOf(stored, scope),
    postings: postingsOf(stored, scope),
    joins: joinsOf(stored, scope),
    campaigns: {
      async add(campaign) {
        await stored.campaigns.create([toStored(scope, campaign)]);
      },
      async byId(id) {
        const found = await stored.campaigns.findOne({ _id: id, organisation: scope }).lean();
        return found && fromStored(found);
      },
    },
    outbox: {
      async add(messages) {
        const at = now();
        const rows = messages.map(({ to, message, notBefore }) => ({
          _id: randomUUID(),
          organisation: scope,
          to,
          message,
          notBefore,
          at,
          order: nextOrder(at),
          state: 'waiting' as const,
          attempts: 0,
          claim: null,
          claimedUntil: new Date(0),
          sentAt: null,
          problem: null,
        }));
        await stored.outbox.insertMany(rows);
      },
      async has(to, message) {
        return (await stored.outbox.exists({ organisation: scope, to, ...sameAs(message) })) !== null;
      },
      async waits(to, message) {
        const waiting = { organisation: scope, to, state: 'waiting' } as const;
        const rows = await stored.outbox.find({ ...waiting, order: { $gt: 0 } }).lean();
        return rows.some(
          ({ claim, message: one }) => claim === null && JSON.stringify(one) === JSON.stringify(message),
        );
      },
    },
    outcomes: {
      async find(arrival) {
        const found = await stored.receipts.findOne({ organisation: scope, receipt: digestOf(arrival) }).lean();
        return found && { value: found.value };
      },
      async add(arrival, value) {
        const receipt = digestOf(arrival);
        await orCollision(stored.receipts.create([{ organisation: scope, receipt, value, at: now() }]));
      },
    },
  };
}
