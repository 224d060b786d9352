import type { Card } from '../cards/card.ts';
import type { DeliveryQueue } from '../domain/delivery/queue.ts';
import type { Person } from '../domain/people/person.ts';
import type { Place } from '../domain/people/place.ts';
import type { World } from '../domain/ports.ts';
import type { FileProblem } from '../domain/requests/record/attachment.ts';
import type { Language, Platform } from '../domain/vocabulary.ts';
import type { jobEvents, LogOf } from './log-event.ts';

/** A way into people's chats. The edges implement it; jobs know no platform. */
export interface Channel {
  /**
   * Posts a card into a chat, or into the thread under one of its messages. Gives the platform's ids of where it stands
   * now. Throws `DeliveryProblem`.
   * @param readers the chats of those who may act on it, where more people read along: they get a view of their own
   */
  post(
    place: Place,
    card: Card,
    language: Language,
    thread?: string,
    readers?: readonly Place[],
  ): Promise<{ conversation: string; message: string }>;
  /** Replaces a card that was posted. Throws `DeliveryProblem`, of the kind `gone` when it is not there any more. */
  update(place: Place, message: string, card: Card, language: Language, readers?: readonly Place[]): Promise<void>;
  /** Fills the person's Home tab, where the platform has one. */
  publishHome?(place: Place, card: Card, language: Language): Promise<void>;
  /**
   * The content of a file that somebody sent, by what the platform's edge said of it; why not, when it is larger than
   * `most` bytes, no longer there, or was only a link to another service. Throws `DeliveryProblem`.
   */
  fetchFile(
    reference: string,
    most: number,
  ): Promise<Uint8Array | Extract<FileProblem, 'too-large' | 'gone' | 'only-a-link'>>;
  /** The chat of somebody who has not written yet, where the platform can tell; null where it cannot. */
  find(person: Pick<Person, 'email' | 'entraObjectId' | 'upn'>): Promise<(Place & { user: string }) | null>;
}

/** Why a message did not arrive, as far as the platform said. */
export class DeliveryProblem extends Error {
  override name = 'DeliveryProblem';
  /**
   * `later`: try again. `unreachable`: blocked, left or gone. `uninstalled`: the app is not there. `refused`: the platform
   * will never take this message. `gone`: the message that was to be changed is not there any more.
   */
  readonly kind: 'later' | 'unreachable' | 'uninstalled' | 'refused' | 'gone';
  readonly retryAfterSeconds: number | null;
  /** The platform's own code for it, for the operator. */
  readonly reason: string;
  constructor(kind: DeliveryProblem['kind'], reason: string, retryAfterSeconds: number | null = null) {
    super(reason);
    this.kind = kind;
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What jobs work with, for one organisation. */
export interface JobContext {
  world: World;
  queue: DeliveryQueue;
  channels: Partial<Record<Platform, Channel>>;
  /** Remembers where a person's chat was found. */
  rememberChat(person: Person, platform: Platform, place: Place & { user: string }): Promise<void>;
  /**
   * Does `work` once for an occurrence, whichever instance asks first, in one transaction with the note that it is done.
   * False when it was done before.
   */
  claimOccurrence(job: string, occurrence: string, work: () => Promise<void>): Promise<boolean>;
  /** A number from 0 up to 1: how much of a wait before the next try is left to chance. */
  random(): number;
  log: LogOf<typeof jobEvents>;
}

/** What happens without a person asking. `run` is called often and does nothing when nothing is due. */
export interface Job {
  name: string;
  everySeconds: number;
  run(context: JobContext): Promise<void>;
}
