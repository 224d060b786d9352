import { randomUUID } from 'node:crypto';
import { packAction } from '../../cards/packed-action.ts';
import type { BotAnswer } from '../../simulator/answers.ts';
import type { Message } from '../../simulator/chats.ts';
import type { Simulator } from '../../simulator/simulator.ts';

/** Somebody of the sample municipality who does things in the benchmark. */
export interface Doer {
  email: string;
  /** A request of theirs, to be looked at. */
  requestId: string;
}

export interface Did {
  answer: BotAnswer;
  /** The newest message in the chat afterwards. */
  newest: Message | undefined;
}

/** A kind of request that people make, and how our bot's answer to it is known for the right one. */
export interface Kind {
  /** `reads` look at what is there and leave it; `writes` add to it. */
  does: 'reads' | 'writes';
  send(simulator: Simulator, doer: Doer, serial: number): Promise<Did>;
  /** Matches the answer and the newest message, as JSON. */
  answeredBy: RegExp;
}

/** What people write. No two are the same, for words that were sent before are recognised. */
export const wish = (serial: number): string =>
  `Nye vikarer bliver ansat, men lønnen kommer en uge for sent. Det tager 20 minutter hver gang, og det er gang nummer ${serial}.`;

/** What a button of a card on which nobody has acted before sends back. */
export const freshAction = (action: string, input: Record<string, string> = {}) =>
  packAction(action, input, randomUUID());

/** The message that the pressed button stands in: neither bot has posted it, so both get the same payload. */
export const pressedMessage = '1795507200.000100';

export const showsMine = /Dine ønsker.*FØ-2026-\d{4}/;
export const showsRequest = /FØ-2026-\d{4}.*Vikarer oprettes for sent/;
export const showsReceipt = /har fået nummer FØ-2026-\d{4}/;
export const showsDraft = /Er det rigtigt forstået\?/;
