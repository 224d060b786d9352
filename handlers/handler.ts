import type { z } from 'zod';
import type { Card, Form } from '../cards/card.ts';
import { noticeCard } from '../cards/notice.ts';
import { helpCard } from '../cards/overview/help.ts';
import type { Context } from '../domain/context.ts';
import type { FileId, RequestId } from '../domain/ids.ts';
import type { Person } from '../domain/people/person.ts';
import { Claimed, type Performed, perform } from '../domain/perform.ts';
import type { World } from '../domain/ports.ts';
import type { Problems, Refusal } from '../domain/refusal.ts';
import { type RequestView, viewRequest } from '../domain/requests/view-request.ts';
import type { UseCase } from '../domain/use-case.ts';
import type { Language } from '../domain/vocabulary.ts';
import { fieldProblemTexts, refusalTexts } from '../locales/refusals.ts';

/**
 * The place of a reply: `here` replaces the card that was acted on; `below` is a new message, and that card stays. The
 * reply to a written message is always below.
 */
export type At = 'here' | 'below';

/**
 * The reply to a person. A press in a channel is answered to that person alone; `for` a room, the reply about the
 * channel itself is for everybody there. One that `renews` takes the place of the card that shows the same draft already,
 * though it answers a message.
 */
export type Reply =
  | { reply: 'card'; card: Card; at: At; for?: 'room'; renews?: true }
  | { reply: 'form'; form: Form; at: At };

/** One action of a person, on any platform: the edges make it, the handlers answer it. */
export interface Inbound {
  action: string;
  input: Readonly<Record<string, string>>;
  /** Names this arrival (a card's nonce or a message's id), so that a repeat of it changes nothing. */
  idempotencyKey: string;
  /** The part of the input that the card held from the beginning; absent where nothing was pressed. */
  held?: Readonly<Record<string, string>>;
}

/** The person who asks, with the scope, the context and the language of the reply. */
export interface Asking {
  world: World;
  actor: Person;
  language: Language;
  context: Context;
  /** Gives an address at which only the actor can open a file for a short time; null where there is none. */
  fileLink(fileId: FileId): Promise<string | null>;
}

export interface Refused<Value = unknown> {
  refusal: Refusal;
  /** With `sent-already`: the value of what was sent first, which stands. */
  earlier?: Value | undefined;
  /** The problems by field id, in the reader's language. */
  problems: Readonly<Record<string, string>>;
  input: Readonly<Record<string, string>>;
}

export type Handler = (asking: Asking, inbound: Inbound) => Promise<Reply>;

interface Replies<Value> {
  done(asking: Asking, value: Value): Promise<Reply> | Reply;
  /**
   * Gives a reply that says more than the sentence of the refusal, such as the form with the typed values; null leaves
   * the sentence.
   */
  refused?(asking: Asking, refused: Refused<NoInfer<Value>>): Promise<Reply | null>;
}

/** Makes the handler of a use case from its replies. */
export function handler<Schema extends z.ZodType, Value>(
  useCase: UseCase<string, Schema, Value>,
  replies: Replies<Value>,
): Handler {
  return async (asking, { input, idempotencyKey, held }) => {
    const result = await does(asking, useCase, new Claimed(input), idempotencyKey, held);
    if (result.ok) return replies.done(asking, result.value);
    const { refusal, earlier } = result;
    const refused = { refusal, earlier, problems: problemTexts(result.problems, asking.language), input };
    const own = await replies.refused?.(asking, refused);
    return own ?? (refusal === 'not-allowed' ? notYours(asking) : refusalReply(refusal, asking.language));
  };
}

/**
 * Performs a use case for the person who asks; without a key for a look-up, such as the form that opens again, or a
 * setting.
 */
export function does<Schema extends z.ZodType, Value>(
  { world, actor, context }: Asking,
  useCase: UseCase<string, Schema, Value>,
  input: z.input<Schema> | Claimed,
  idempotencyKey: string | null = null,
  held?: Readonly<Record<string, string>>,
): Promise<Performed<Value>> {
  return perform({ world, useCase, actor, input, context, idempotencyKey, held });
}

/** Gives the present view of a request that the person has just acted on; throws when there is none. */
export async function viewOf({ world, actor }: Asking, requestId: RequestId): Promise<RequestView> {
  const request = await world.requests.byId(requestId);
  const view = request && (await viewRequest(world, actor, request));
  if (!view) throw new Error(`request ${requestId} is gone for the one who has just dealt with it`);
  return view;
}

/** Makes a reply with a card. */
export const card = (shown: Card, at: At = 'here'): Reply => ({ reply: 'card', card: shown, at });

/** Makes a reply with a form. */
export const form = (shown: Form, at: At = 'here'): Reply => ({ reply: 'form', form: shown, at });

/** Makes the reply to a refusal: its sentence, below the card that was acted on. */
export function refusalReply(refusal: Refusal, language: Language): Reply {
  return card(noticeCard(refusalTexts[language][refusal]), 'below');
}

/** Nobody hears only that something is not for them: they hear what they can do. */
function notYours({ world, actor, language, context: { room } }: Asking): Reply {
  if (room) return refusalReply('not-allowed', language);
  return card(helpCard(actor, world.organisation, language, 'not-yours'), 'below');
}

function problemTexts(problems: Problems, language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, fieldProblemTexts[language][problem]]),
  );
}
