import type { Platform } from '../domain/vocabulary.ts';
import type { DeliveryProblem, JobContext } from './job.ts';

/** What became of a row that was sent without a problem. */
export type Outcome =
  /** `platform`: where a person has it. */
  | { is: 'sent'; platform: Platform | null }
  /** A background task is done. */
  | { is: 'done' }
  /** There is nothing to tell any more, or nobody to tell it to. */
  | { is: 'settled' }
  | { is: 'not-yet'; until: Date }
  /** The person is in no chat with the bot. */
  | { is: 'no-chat' };

/** A row of the outbox as it is to be delivered. */
export interface Delivery {
  /** Throws `DeliveryProblem`, and whatever else goes wrong. */
  send(): Promise<Outcome>;
  /** It cannot be delivered: what follows from that, and whether an administrator is to see the row. */
  giveUp(problem: DeliveryProblem | null): Promise<'park' | 'forget'>;
}

/** How a background task is done. It can be done again without harm, for a crash may cut it off. */
export interface Work<Payload> {
  run(context: JobContext, payload: Payload): Promise<void>;
  /** What follows when it will not be done. */
  giveUp?(context: JobContext, payload: Payload): Promise<void>;
}
