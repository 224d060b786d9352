import type { Platform } from '../domain/vocabulary.ts';
import type { DeliveryProblem, JobContext } from './job.ts';

/** The result of a delivery without a problem. */
export type Outcome =
  /** `platform`: the platform on which the person has it. `restMs`: the rest of the chat after it, in milliseconds. */
  | { is: 'sent'; platform: Platform | null; restMs: number }
  /** A background task is done. */
  | { is: 'done' }
  /** The matter is settled, or nobody is left to tell it to. */
  | { is: 'settled' }
  | { is: 'not-yet'; until: Date }
  /** The person has no chat with the bot. */
  | { is: 'no-chat' };

/** The delivery of one outbox row. */
export interface Delivery {
  /** Throws `DeliveryProblem`, and any other error. */
  send(): Promise<Outcome>;
  /** Ends a row that cannot be delivered, and tells whether it is parked for an administrator. */
  giveUp(problem: DeliveryProblem | null): Promise<'park' | 'forget'>;
}

/** The work of a background task. It may be repeated without harm, because a crash may interrupt it. */
export interface Work<Payload> {
  run(context: JobContext, payload: Payload): Promise<void>;
  /** Runs when the task has failed for good. */
  giveUp?(context: JobContext, payload: Payload, problem: DeliveryProblem | null): Promise<void>;
}
