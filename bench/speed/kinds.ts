import { randomUUID } from 'node:crypto';
import { packAction } from '../../cards/packed-action.ts';
import type { BotAnswer } from '../../simulator/answers.ts';
import type { Message } from '../../simulator/chats.ts';
import type { Simulator } from '../../simulator/simulator.ts';

/** Somebody of the sample municipality who does things in the benchmark. */
export interface Doer {
  email: string;
  /** A request of theirs that they look at. */
  requestId: string;
}

export interface Did {
  answer: BotAnswer;
  /** The newest message in the chat afterwards. */
  newest: Message | undefined;
}

/** Gives the bot's answer to what somebody does. Throws when it is not status 200. */
export async function accepted(doing: Promise<Did>): Promise<BotAnswer> {
  const { answer } = await doing;
  if (answer.status !== 200) throw new Error(`the bot answered with status ${answer.status}`);
  return answer;
}

/** A kind of request that people make, with a test for the bot's right answer. */
export interface Kind {
  /** `reads` change nothing; `writes` add to the stored data. */
  does: 'reads' | 'writes';
  send(simulator: Simulator, doer: Doer, serial: number): Promise<Did>;
  /** Matches the answer and the newest message, as JSON. */
  answeredBy: RegExp;
}

/** The texts that people write. No two are the same, since the bot recognises repeated words. */
export const wish = (serial: number): string =>
  // Each is a wish of its own, however soon it comes.
  `Nyt ønske: Nye vikarer bliver ansat, men lønnen kommer en uge for sent. Det tager 20 minutter hver gang, og det er gang nummer ${serial}.`;

/** The data of a button on a card that nobody has used before. */
export const freshAction = (action: string, input: Record<string, string> = {}) =>
  packAction(action, input, randomUUID());

/** The message with the pressed button: neither bot has posted it, so both get the same payload. */
export const pressedMessage = '1795507200.000100';

export const showsMine = /Dine ønsker.*FØ-2026-\d{4}/;
export const showsRequest = /FØ-2026-\d{4}.*Vikarer oprettes for sent/;
export const showsReceipt = /har fået nummer FØ-2026-\d{4}/;
export const showsDraft = /Er det rigtigt forstået\?/;
