import type { Intent, Pending, Speaker } from '../../domain/conversation/intents/intent.ts';
import { keepsWords, type ReadIntent, readIntent } from '../../domain/conversation/intents/read-intent.ts';
import { openQuestions } from '../../domain/conversation/open-questions.ts';
import { textLimits, words } from '../../domain/input.ts';
import type { Person } from '../../domain/people/person.ts';
import { hasRole } from '../../domain/people/roles.ts';
import { type Draft, isOpen } from '../../domain/requests/drafts/draft.ts';
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
export function meantInRoom({ actor }: Asking, text: string): Asked | null {
  if (findCprNumbers(text).length > 0) return null;
  const meaning = readIntent({ text, speaker: speakerOf(actor), pending: 'none' });
  if (meaning.is === 'unsure' || keepsWords(meaning)) return null;
  return intentActions[meaning.intent]({ actor, text, draft: null });
}

const speakerOf = (actor: Person): Speaker =>
  (['admin', 'processOwner', 'manager', 'leader'] as const).find((role) => hasRole(actor, role)) ?? 'leader';

const wordsOfComment = words(textLimits.comment);

/**
 * The reply to an open question that words seem to be. With several questions, or where the words could also be a wish,
 * they are kept and the writer is asked. Null for words that answer nothing.
 */
export async function replyIn({ world, actor }: Asking, text: string): Promise<Asked | null> {
  // The other side could not be sent them.
  if (!wordsOfComment.safeParse(text).success) return null;
  const vector = await vectorOf(world.embedder, text);
  const read = readIntent({ text, speaker: speakerOf(actor), pending: 'question' }, vector);
  const isYesOrNo = read.is === 'one' && (read.intent === 'yes' || read.intent === 'no');
  if (!isYesOrNo && !mayReply(read)) return null;
  const [newest, ...others] = await openQuestions(world, actor);
  if (!newest) return null;
  if (isYesOrNo) {
    // A draft that was made after the question asks for a yes or no itself.
    const drafts = await world.drafts.ofPerson(actor.id);
    if (drafts.some((draft) => isOpen(draft) && draft.createdAt > newest.at)) return null;
  }
  const isClear = isYesOrNo || (read.is === 'one' && read.intent === 'reply');
  return isClear && others.length === 0
    ? { action: 'answer-question', input: { requestId: newest.request.id, text } }
    : { action: 'ask-about-words', input: { text } };
}

/** The intents of words that somebody may answer a question with, too. */
const unsureReplies: ReadonlySet<Intent> = new Set<Intent>(['reply', 'add', 'change', 'other']);

const mayReply = (read: ReadIntent): boolean =>
  (read.is === 'one' ? [read.intent] : read.options).some((intent) => unsureReplies.has(intent));

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
  return intentActions[meaning.intent]({ actor, text, draft });
}
