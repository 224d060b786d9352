import type { Card } from '../cards/card.ts';
import type { Posting } from '../domain/delivery/posting.ts';
import type { DeliveryQueue } from '../domain/delivery/queue.ts';
import type { Occurrences } from '../domain/delivery/schedule.ts';
import type { Person } from '../domain/people/person.ts';
import type { Place } from '../domain/people/place.ts';
import type { World } from '../domain/ports.ts';
import type { FileProblem } from '../domain/requests/record/attachment.ts';
import type { Language, Platform } from '../domain/vocabulary.ts';
import type { jobEvents, LogOf } from './log-event.ts';
import type { DeliveryMeasures } from './measures.ts';

/** A way into people's chats. The edges implement it; jobs know no platform. */
export interface Channel {
  /**
   * Posts a card into a chat, or into the thread under one of its messages. Gives the platform's ids of the new
   * message. Throws `DeliveryProblem`.
   */
  post(place: Place, card: Card, language: Language, how: HowToPost): Promise<Posted>;
  /**
   * Tells whether a message with this reference stands in the person's own chat, where the platform can be asked: null
   * when none does. Throws `DeliveryProblem`.
   * @param since when it was put in, at the earliest
   */
  findPosted?(place: Place, reference: string, since: Date): Promise<Posted | null>;
  /** Replaces a posted card. Throws `DeliveryProblem`, of the kind `gone` when the card is no longer there. */
  update(place: Place, message: string, card: Card, language: Language, readers?: readonly Place[]): Promise<void>;
  /**
   * Gives the milliseconds after this instance has written in a chat in which none may, by the platform's limits of one
   * conversation. Absent: there are none.
   */
  restAfter?(place: Place, what: 'post' | 'update'): number;
  /** Fills the person's Home tab, where the platform has one. */
  publishHome?(place: Place, card: Card, language: Language): Promise<void>;
  /**
   * Gives the content of a sent file by the reference of the platform's edge, or the reason for having none: it is
   * larger than `most` bytes, no longer there, or only a link to another service. Throws `DeliveryProblem`.
   */
  fetchFile(
    reference: string,
    most: number,
  ): Promise<Uint8Array | Extract<FileProblem, 'too-large' | 'gone' | 'only-a-link'>>;
  /** Finds the chat of a person who has not written yet, where the platform can tell; null where it cannot. */
  find(person: Pick<Person, 'email' | 'entraObjectId' | 'upn'>): Promise<(Place & { user: string }) | null>;
}

export interface HowToPost {
  /** The message of a thread under which it stands. */
  thread?: string;
  /** The chats of the people who may act on it, where more people read along: they get a view of their own. */
  readers?: readonly Place[];
  /** The rank of the outbox row: of the messages that wait for a platform's limit, the lowest goes first. */
  rank?: number;
  /** The id of the outbox row, which a platform that can be asked keeps with the message. */
  reference?: string;
}

/** The platform's ids of a new message. */
export interface Posted {
  conversation: string;
  message: string;
}

/** A message did not arrive, or nobody knows whether it did, for the reason that the platform gave. */
export class DeliveryProblem extends Error {
  override name = 'DeliveryProblem';
  /**
   * `later`: it surely did not arrive; try again. `unknown`: it may have arrived. `odd`: the platform gave a reason whose
   * meaning we do not know. `lost`: the chat is not there; it may have moved. `unreachable`: blocked, left or gone.
   * `paused`: the whole workspace or tenant does not take the bot's token; it surely did not arrive.
   * `refused`: the platform will never take this message. `gone`: the message that was to be changed is no longer
   * there.
   */
  readonly kind: 'later' | 'unknown' | 'odd' | 'lost' | 'unreachable' | 'paused' | 'refused' | 'gone';
  readonly retryAfterSeconds: number | null;
  /** The platform's own code for the problem, for the operator. */
  readonly reason: string;
  constructor(kind: DeliveryProblem['kind'], reason: string, retryAfterSeconds: number | null = null, cause?: unknown) {
    super(reason, cause === undefined ? {} : { cause });
    this.kind = kind;
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * Notes where a message stands that a platform has taken. If that cannot be stored, its delivery is in doubt: whoever
 * tries again knows nothing of the message.
 */
export async function noteStanding(world: World, posting: Posting): Promise<void> {
  try {
    await world.postings.put(posting);
  } catch (error) {
    throw new DeliveryProblem('unknown', 'the message was taken, and its place could not be stored', null, error);
  }
}

/**
 * Gives what a message has to say. Records are taken as they were known a moment ago, which may be before the message was
 * put in: one that seems to have nothing to say of a request looks at it anew before it is settled.
 */
export async function contentOf<Content>(
  world: World,
  payload: object,
  read: () => Promise<Content | null>,
): Promise<Content | null> {
  return (await read()) ?? ('requestId' in payload ? world.transaction(read) : null);
}

/** The sign of life that all instances leave together. */
export interface Heartbeat {
  /** The last time that any instance was there, by domain time; null when none was before. */
  last(): Promise<Date | null>;
  /** Notes that this instance is there. One that is late does not take the time back. */
  beat(at: Date): Promise<void>;
  /**
   * The milliseconds since this instance itself was last there, by the clock of the machine: `Infinity` before its
   * first sign of life. Domain time may be moved, in tests and in the playground, while the bot runs.
   */
  silentMs(): number;
}

/** The services that jobs use, for one organisation. */
export interface JobContext extends Occurrences {
  world: World;
  queue: DeliveryQueue;
  channels: Partial<Record<Platform, Channel>>;
  /** Stores the chat that was found for a person. */
  rememberChat(person: Person, platform: Platform, place: Place & { user: string }): Promise<void>;
  /** Notes that a person's chat was closed to the bot, so that parked messages are sent when they are back. */
  closeChat(person: Person, platform: Platform): Promise<void>;
  heartbeat: Heartbeat;
  /** A number from 0 up to 1: the share of chance in the wait before the next try. */
  random(): number;
  /** Calls once, after so many milliseconds; gives the way to call it off. */
  after(ms: number, call: () => void): () => void;
  log: LogOf<typeof jobEvents>;
  measures: DeliveryMeasures;
}

/** Work that runs without a person asking. `run` is called often and does nothing when nothing is due. */
export interface Job {
  name: string;
  run(context: JobContext): Promise<void>;
}
