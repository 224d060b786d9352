import type { Pending } from '../../domain/conversation/intents/intent.ts';
import { keepsWords, readIntent } from '../../domain/conversation/intents/read-intent.ts';
import { speakerOf } from '../../domain/conversation/intents/speaker.ts';
import { meantAsReply } from '../../domain/conversation/replies/meant-as-reply.ts';
import type { Draft } from '../../domain/requests/drafts/draft.ts';
import { numberPattern } from '../../domain/requests/record/request.ts';
import { cleanText } from '../../domain/text/clean-text.ts';
import { findCprNumbers } from '../../domain/text/cpr/find.ts';
import { vectorOf } from '../../domain/text/embedder.ts';
import { commands } from '../../locales/conversation/commands.ts';
import type { Asking, Inbound } from '../handler.ts';
import { type Asked, intentActions } from './intent-actions.ts';

/** `FØ-2026-0042`, also in lower case, with "vis" or "show" before it. */
const number = new RegExp(`^(?:vis |se |show |see )?(${numberPattern})$`, 'iu');

/** No command or number is longer, however many signs follow it. */
const longestCommand = 100;

/**
 * Finds the action that a written message asks for: a command, a request by its number, what the words mean, a reply to
 * a question that is open, or, for all other words, keeping them as a draft. Asks the database only for what the
 * meaning depends on.
 */
export async function understand(asking: Asking, text: string, idempotencyKey: string): Promise<Inbound> {
  const said = cleanText(text);
  const asked = commandIn(said) ?? (await meant(asking, said)) ?? { action: 'draft-request', input: { text: said } };
  return { ...asked, idempotencyKey };
}

/** A command or a request's number that is the whole message; null for other words. */
export function commandIn(said: string): Asked | null {
  // A text without a command is not searched for its end, because that takes seconds in a long row of signs.
  if (said.length > longestCommand) return null;
  const plain = said
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/[.!?]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const command = commands.find(({ words }) => words.includes(plain));
  if (command) return { action: command.action, input: command.input };
  const named = number.exec(plain)?.[1];
  return named ? { action: 'show-request', input: { request: named } } : null;
}

/** The action that words in a channel ask for, beside its commands; null for words that somebody else is to read. */
export function meantInRoom({ world, actor }: Asking, text: string): Asked | null {
  if (findCprNumbers(text).length > 0) return null;
  const meaning = readIntent({ text, speaker: speakerOf(actor), pending: 'none' });
  if (meaning.is === 'unsure' || keepsWords(meaning)) return null;
  return intentActions[meaning.intent]({ actor, text, draft: null, now: world.now() });
}

/** The reply to an open question that words seem to be, or the question which it is; null for words that answer nothing. */
export async function replyIn({ world, actor }: Asking, text: string): Promise<Asked | null> {
  const reply = await meantAsReply(world, actor, text);
  if (!reply) return null;
  return reply.is === 'reply'
    ? { action: 'answer-question', input: { requestId: reply.to, text } }
    : { action: 'ask-about-words', input: { text } };
}

async function meant(asking: Asking, text: string): Promise<Asked | null> {
  // The draft refuses it and says why, whatever was meant.
  if (findCprNumbers(text).length > 0) return null;
  const { world, actor } = asking;
  const reply = await replyIn(asking, text);
  if (reply) return reply;
  const speaker = speakerOf(actor);
  const vector = await vectorOf(world.embedder, text);
  const read = (pending: Pending) => readIntent({ text, speaker, pending }, vector);
  let meaning = read('none');
  let draft: Draft | null = null;
  const onDraft = read('draft');
  const isKept = [meaning, onDraft].every(keepsWords);
  // What is kept either way needs no look at the drafts.
  if (!isKept) {
    draft = (await world.drafts.ofPerson(actor.id))[0] ?? null;
    if (draft) meaning = onDraft;
  }
  // Two readings are too near to each other: the words are kept, and the draft's card asks.
  if (meaning.is === 'unsure') return null;
  return intentActions[meaning.intent]({ actor, text, draft, now: world.now() });
}
