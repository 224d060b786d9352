import type { z } from 'zod';
import type { Card, Form } from '../cards/card.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Context } from '../domain/context.ts';
import type { FileId, RequestId } from '../domain/ids.ts';
import type { Person } from '../domain/people/person.ts';
import { Claimed, perform } from '../domain/perform.ts';
import type { World } from '../domain/ports.ts';
import type { Problems, Refusal, Result } from '../domain/refusal.ts';
import { type RequestView, viewRequest } from '../domain/requests/view-request.ts';
import type { UseCase } from '../domain/use-case.ts';
import type { Language } from '../domain/vocabulary.ts';
import { fieldProblemTexts, refusalTexts } from '../locales/refusals.ts';

/**
 * Where a reply appears: `here` in place of the card that was acted on, `below` as a new message, so that the card acted
 * on stays. What answers a written message always comes below.
 */
export type At = 'here' | 'below';

/**
 * What the person sees. What was pressed in a channel is answered to its presser alone, unless it is `for` everybody there:
 * what becomes of the channel itself.
 */
export type Reply = { reply: 'card'; card: Card; at: At; for?: 'room' } | { reply: 'form'; form: Form; at: At };

/** One thing that a person did, whatever the platform: the edges make it, the handlers answer it. */
export interface Inbound {
  action: string;
  input: Readonly<Record<string, string>>;
  /** Names this arrival, so that a repeat of it changes nothing: a card's nonce or a message's id. */
  idempotencyKey: string;
}

/** Who asks, in which scope, from where, and in which language the answer is read. */
export interface Asking {
  world: World;
  actor: Person;
  language: Language;
  context: Context;
  /** An address where the actor alone can open a file for a short time; null where there is none. */
  fileLink(fileId: FileId): Promise<string | null>;
}

export interface Refused {
  refusal: Refusal;
  /** By field id, in the reader's language. */
  problems: Readonly<Record<string, string>>;
  input: Readonly<Record<string, string>>;
}

export type Handler = (asking: Asking, inbound: Inbound) => Promise<Reply>;

interface Replies<Value> {
  done(asking: Asking, value: Value): Promise<Reply> | Reply;
  /** For refusals that deserve more than their sentence: a form comes back with what was typed; null leaves it. */
  refused?(asking: Asking, refused: Refused): Promise<Reply | null>;
}

/** Binds a use case to what the person sees of it. */
export function handler<Schema extends z.ZodType, Value>(
  useCase: UseCase<string, Schema, Value>,
  replies: Replies<Value>,
): Handler {
  return async (asking, { input, idempotencyKey }) => {
    const result = await does(asking, useCase, new Claimed(input), idempotencyKey);
    if (result.ok) return replies.done(asking, result.value);
    const { refusal } = result;
    const refused = { refusal, problems: problemTexts(result.problems, asking.language), input };
    return (await replies.refused?.(asking, refused)) ?? refusalReply(refusal, asking.language);
  };
}

/** What a use case gives for whoever asks: a look-up, such as the form that is to be filled in again, or a setting. */
export function does<Schema extends z.ZodType, Value>(
  { world, actor, context }: Asking,
  useCase: UseCase<string, Schema, Value>,
  input: z.input<Schema> | Claimed,
  idempotencyKey: string | null = null,
): Promise<Result<Value>> {
  return perform({ world, useCase, actor, input, context, idempotencyKey });
}

/** A request that the person has just dealt with, as it stands now. */
export async function viewOf({ world, actor }: Asking, requestId: RequestId): Promise<RequestView> {
  const request = await world.requests.byId(requestId);
  const view = request && (await viewRequest(world, actor, request));
  if (!view) throw new Error(`request ${requestId} is gone for the one who has just dealt with it`);
  return view;
}

export const card = (shown: Card, at: At = 'here'): Reply => ({ reply: 'card', card: shown, at });

export const form = (shown: Form, at: At = 'here'): Reply => ({ reply: 'form', form: shown, at });

export function refusalReply(refusal: Refusal, language: Language): Reply {
  return card(noticeCard(refusalTexts[language][refusal]), 'below');
}

function problemTexts(problems: Problems, language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, fieldProblemTexts[language][problem]]),
  );
}
