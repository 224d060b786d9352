import { randomUUID } from 'node:crypto';
import type mongoose from 'mongoose';
import type { ClientSession, Connection } from 'mongoose';
import type { Collections } from '../../collections.ts';
import { isDuplicate } from '../../stored.ts';
import { onTransaction } from '../../transaction.ts';
import type { InstancesRow } from '../collections.ts';
import { endLocks, type Holder } from '../delivery-queue.ts';

// A bot that is killed leaves its open transactions, which hold what they have written, and its claims of messages. MongoDB
// ends such a transaction after 60 to 90 seconds (transactionLifetimeLimitSeconds), the embedded server after 60 seconds,
// and a claim ends after 60 seconds. So bots tell each other that they live, and end what the dead ones have left.

/** Milliseconds between two beats of a bot. */
export const beatMs = 4000;

/** So many looks without a beat of another end its transactions. If it lives after all, the driver begins them again. */
const looksForSessions = 2;

/** So many end its claims. It may be late, and must be done with every call that it has begun meanwhile. */
const looksForClaims = 6;

/** Longer than any call to a platform takes. */
const callMs = 15_000;

/** Milliseconds after the last beat from which a call might last until this one is taken for dead. */
const longestSilence = looksForClaims * beatMs - callMs;

/** More transactions than a bot ever has open at once. */
const mostSessions = 200;

const _id = 'all';

/** This bot among the others on the same database. It may send as long as no other can take it for dead meanwhile. */
export interface Instance extends Holder {
  /** Tells that this one lives, and ends what dead ones have left. To be called every `beatMs`. */
  beat(): Promise<void>;
  /** Takes its leave. */
  leave(): Promise<void>;
}

/**
 * Joins the bots of a database.
 * @param elapsed milliseconds by a clock that nobody can set
 */
export async function joinInstances(
  connection: Connection,
  stored: Pick<Collections, 'instances' | 'outbox' | 'organisations'>,
  elapsed: () => number = () => performance.now(),
): Promise<Instance> {
  const { instances } = stored;
  const id = randomUUID();
  /** The last beat of each other one, and how often it has been the same since. */
  const heard = new Map<string, { beat: number; looks: number }>();
  const noted = new Map<string, NonNullable<ClientSession['id']>>();
  let beatAt = elapsed();
  /** Counts the times that it may have been taken for dead. */
  let life = 0;

  const note = async ({ id: session }: ClientSession) => {
    const key = session && Buffer.from(session.id.buffer).toString('hex');
    if (!key || noted.has(key)) return;
    noted.set(key, session);
    for (const oldest of noted.keys()) if (noted.size > mostSessions) noted.delete(oldest);
    const more: mongoose.mongo.Document = {
      $push: { [`sessions.${id}`]: { $each: [session], $slice: -mostSessions } },
    };
    // By the driver, because it is no part of the transaction that is about to begin.
    await instances.collection.updateOne({ _id } as mongoose.mongo.Document, more);
  };

  const remove = (one: string) =>
    instances.updateOne({ _id }, { $unset: { [`beats.${one}`]: 1, [`sessions.${one}`]: 1 } });

  await make(stored);
  const forget = onTransaction(connection, note);
  return {
    id,
    hold() {
      const begun = life;
      return () => life === begun && elapsed() - beatAt < longestSilence;
    },
    async beat() {
      const at = elapsed();
      const row = await instances
        .findOneAndUpdate({ _id }, { $inc: { [`beats.${id}`]: 1 } }, { returnDocument: 'after' })
        .lean();
      if (!row) return make(stored);
      if (at - beatAt >= longestSilence) life += 1;
      beatAt = at;
      // Somebody has taken this one for dead.
      if (row.beats[id] === 1 && noted.size > 0)
        await instances.updateOne({ _id }, { $set: { [`sessions.${id}`]: [...noted.values()] } });
      const others = new Set([...Object.keys(row.beats), ...Object.keys(row.sessions)]);
      others.delete(id);
      for (const other of others) {
        const beat = row.beats[other] ?? 0;
        const known = heard.get(other);
        const looks = known?.beat === beat ? known.looks + 1 : 0;
        heard.set(other, { beat, looks });
        if (looks === looksForSessions) await endSessions(connection, row.sessions[other]);
        if (looks === looksForClaims) {
          await endLocks(stored, other);
          await remove(other);
        }
      }
      for (const other of heard.keys()) if (!others.has(other)) heard.delete(other);
    },
    async leave() {
      forget();
      await remove(id);
    },
  };
}

/** Ends what all others have left. For a database that this process alone works on, when it starts. */
export async function endInstances(
  connection: Connection,
  stored: Pick<Collections, 'instances' | 'outbox' | 'organisations'>,
): Promise<void> {
  const row = await stored.instances.findOne({ _id }).lean();
  for (const sessions of Object.values(row?.sessions ?? {})) await endSessions(connection, sessions);
  await endLocks(stored, null);
  await stored.instances.deleteMany({ _id });
}

async function make({ instances }: Pick<Collections, 'instances'>): Promise<void> {
  if (await instances.exists({ _id })) return;
  try {
    await instances.create([{ _id, beats: {}, sessions: {} }]);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

async function endSessions(connection: Connection, sessions: InstancesRow['sessions'][string] = []): Promise<void> {
  // An empty list would end everybody's.
  if (sessions.length > 0) await connection.db?.admin().command({ killSessions: sessions });
}
