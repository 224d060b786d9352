import type { Card } from '../cards/card.ts';
import type { Place } from '../domain/people/place.ts';
import type { Language, Platform } from '../domain/vocabulary.ts';
import { type Channel, DeliveryProblem, type JobContext } from '../jobs/job.ts';
import { heartbeatOf } from '../models/delivery/alive/heartbeats.ts';
import { deliveryQueueOf } from '../models/delivery/delivery-queue.ts';
import { databaseClock, type LockClock } from '../models/delivery/lock-clock.ts';
import { occurrencesOf } from '../models/delivery/occurrences.ts';
import { directoryOf } from '../models/people/directory.ts';
import type { StoredSample } from './stored-sample-domain.ts';

/** A card as it stands in a chat or channel. */
export interface Standing {
  conversation: string;
  message: string;
  thread: string | null;
  card: Card;
  language: Language;
  /** The outbox row that it was posted for. */
  reference: string | null;
}

/** A platform that keeps what it is given: so small that it shows what jobs need of one. */
export interface MemoryChannel extends Channel {
  publishHome(place: Place, card: Card, language: Language): Promise<void>;
  /** Everything that stands there now, in the order it was posted. */
  standing: Standing[];
  /** Home tabs, in the order they were filled. */
  homes: Array<{ user: string; card: Card }>;
  /** The file that the platform keeps under a reference; a function is called for it. */
  files: Record<string, Uint8Array | 'gone' | 'too-large' | (() => Promise<Uint8Array>)>;
  /** The problem of the next call, until it is set back. */
  failure: (() => DeliveryProblem | undefined) | null;
  /** The problem of the next call after the message was taken, until it is set back. */
  failureAfter: (() => DeliveryProblem) | null;
  /** The problem of cards with a title; null: none. */
  refuses(title: string): DeliveryProblem | null;
  /** Waits before a card is taken, where it is set. */
  holds: ((card: Card) => Promise<void>) | null;
  /** Whether the platform tells which messages stand in a chat. */
  canBeAsked: boolean;
  isFound(email: string): boolean;
  /** The conversations that are not there any more. */
  lost: readonly string[];
  posts: number;
  updates: number;
}

export const conversationOf = ({ user = '', channel = user }: Place): string => String(channel);

export function memoryChannel(): MemoryChannel {
  const fail = () => {
    const problem = channel.failure?.();
    if (problem) throw problem;
  };
  const channel: MemoryChannel = {
    standing: [],
    homes: [],
    files: {},
    failure: null,
    failureAfter: null,
    refuses: () => null,
    holds: null,
    canBeAsked: false,
    isFound: () => true,
    lost: [],
    posts: 0,
    updates: 0,
    async post(place, card, language, { thread, reference }) {
      fail();
      if (channel.lost.includes(conversationOf(place))) throw new DeliveryProblem('lost', 'channel_not_found');
      const refusal = channel.refuses(card.title);
      if (refusal) throw refusal;
      await channel.holds?.(card);
      channel.posts++;
      const at = { conversation: conversationOf(place), message: `m${channel.posts}` };
      channel.standing.push({ ...at, thread: thread ?? null, card, language, reference: reference ?? null });
      const problem = channel.failureAfter?.();
      if (problem) throw problem;
      return at;
    },
    async findPosted(place, reference) {
      const stands = (one: Standing) => one.reference === reference && one.conversation === conversationOf(place);
      return channel.canBeAsked ? (channel.standing.find(stands) ?? null) : null;
    },
    async update(place, message, card, language) {
      fail();
      const found = channel.standing.find(
        (one) => one.message === message && one.conversation === conversationOf(place),
      );
      if (!found) throw new DeliveryProblem('gone', 'message_not_found');
      channel.updates++;
      Object.assign(found, { card, language });
    },
    async publishHome(place, card) {
      fail();
      channel.homes.push({ user: conversationOf(place), card });
    },
    async fetchFile(reference) {
      fail();
      const kept = channel.files[reference] ?? 'gone';
      return typeof kept === 'function' ? kept() : kept;
    },
    find: async ({ email }) => (channel.isFound(email) ? { user: email } : null),
  };
  return channel;
}

/** The context of jobs in the sample municipality. */
export function jobsOf(
  sample: Pick<StoredSample, 'database' | 'organisation' | 'world' | 'clock'>,
  channels: Partial<Record<Platform, Channel>>,
  locks: LockClock = databaseClock(sample.database.connection),
): JobContext {
  const { stored } = sample.database;
  const directory = directoryOf(stored, () => sample.clock.now);
  return {
    world: sample.world,
    queue: deliveryQueueOf(stored, { organisation: sample.organisation.id, now: () => sample.clock.now, locks }),
    channels,
    rememberChat: (person, platform, place) =>
      directory.rememberChat(sample.organisation.id, person, platform, place, false),
    closeChat: (person, platform) => directory.closeChat(sample.organisation.id, person, platform),
    ...occurrencesOf(stored, sample.world),
    heartbeat: heartbeatOf(stored, sample.organisation.id, Date.now),
    random: () => 0.5,
    after(ms, call) {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    measures: { pickedUp: () => undefined, tried: () => undefined },
  };
}
