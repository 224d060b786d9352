import { text } from '../../cards/parts.ts';
import type { WrittenMessage } from '../../domain/context.ts';
import {
  draftMadeOf,
  draftOfLaterEdit,
  meaningOfEdit,
  requestRepliedTo,
} from '../../domain/conversation/known-message.ts';
import type { ActionName } from '../../domain/index.ts';
import { fileTexts } from '../../locales/requests/files.ts';
import { type Asking, type Inbound, type Reply, refusalReply } from '../handler.ts';
import { handle } from '../index.ts';
import { draftShown } from '../requests/drafts.ts';
import { understand } from './understand.ts';

/** Words that a person wrote; where they stand and what came with them is in the context. */
export interface Words {
  text: string;
  idempotencyKey: string;
  /** The message that they answer: the root of the thread, or the one that is quoted. */
  repliesTo: string | null;
}

/** A message that was changed, or that came back after it was deleted, as it is now. */
export interface Edit extends Words {
  /** The words are the same as before. */
  isBack: boolean;
}

/** Who writes, with the message that they wrote. */
export type Writing = Asking & { context: { message: WrittenMessage } };

/** What may be asked for in a channel, where everybody reads the answer. */
const inChannels: readonly string[] = [
  'help',
  'open-follow-form',
  'unfollow-unit',
  'comment-on-request',
] satisfies ActionName[];

/** What a message turned out to ask for, and what the person sees of it. */
export interface Understood {
  action: string;
  /** Null when there is nothing to say to it. */
  reply: Reply | null;
}

const ignored: Understood = { action: 'ignored', reply: null };

/**
 * Answers what a person wrote: a command, a reply to a request, or words to keep as a draft; files go with what the
 * words became. Without a reply what has no place in a channel.
 */
export async function answerWords(asking: Writing, words: Words): Promise<Understood> {
  const { world, actor, context } = asking;
  const { room, message } = context;
  const later = message.editedAt === null && !room ? await draftOfLaterEdit(world, actor, message.at) : null;
  if (later !== null) return { action: 'show-draft', reply: await draftShown(asking, { draftId: later }) };
  const requestId = await requestRepliedTo(world, message.at, words.repliesTo);
  const inbound = inboundOf(words, message, requestId);
  const { action } = inbound;
  if (room && !inChannels.includes(action)) return ignored;
  const reply = await handle(asking, inbound);
  const { files } = message;
  if (files.length === 0 || action === 'attach-files') return { action, reply };
  const about = reply.reply === 'card' ? reply.card.about : undefined;
  // Files of words that became nothing have nothing to go with: another draft is no place for them.
  if (about === undefined) return { action, reply: withoutFiles(reply, asking, files.length) };
  const attached = await handle(asking, {
    action: 'attach-files',
    input: { about },
    idempotencyKey: `${words.idempotencyKey}:files`,
  });
  // What a message became says more than that its files are there, but a draft shows both.
  if (action === 'draft-request') return { action, reply: attached };
  const isKept = attached.reply === 'card' && attached.card.about !== undefined;
  return { action, reply: isKept ? reply : withoutFiles(reply, asking, files.length) };
}

/**
 * The person has edited a message, or taken back that it was deleted: a draft that was made of it follows. A message that
 * nothing was made of, or nothing that is left, is taken as if it were written now: it may be what was to be corrected.
 */
export async function answerEdit(asking: Writing, edit: Edit): Promise<Understood> {
  const { world, actor, language, context } = asking;
  const { room, message } = context;
  const action = 'revise-draft';
  const meaning = await meaningOfEdit(world, actor, { ...edit, at: message.at }, room);
  switch (meaning.is) {
    case 'nothing':
      return ignored;
    case 'too-late':
      return { action, reply: refusalReply('edited-too-late', language) };
    case 'revision': {
      const input = { draftId: meaning.draftId, text: edit.text };
      return { action, reply: await handle(asking, { action, input, idempotencyKey: edit.idempotencyKey }) };
    }
    case 'new': {
      const said = await answerWords(asking, edit);
      // Nothing of it stands anywhere yet that the answer could take the place of.
      return { ...said, reply: said.reply && { ...said.reply, at: 'below' } };
    }
  }
}

/** The person has deleted a message: so is a draft that was made of it. What has been sent stands. */
export async function answerDeletion(asking: Writing, idempotencyKey: string): Promise<Understood> {
  const { world, actor, context } = asking;
  const draft = await draftMadeOf(world, actor, context.message.at);
  if (!draft) return ignored;
  const action = 'discard-draft';
  return { action, reply: await handle(asking, { action, input: { draftId: draft.id }, idempotencyKey }) };
}

/** The reply, and that the files were not kept. */
function withoutFiles(reply: Reply, { language }: Asking, count: number): Reply {
  const word = text(fileTexts[language].notKept(count));
  return reply.reply === 'card'
    ? { ...reply, card: { ...reply.card, blocks: [...reply.card.blocks, word] } }
    : { ...reply, form: { ...reply.form, intro: [word, ...reply.form.intro] } };
}

function inboundOf({ text, idempotencyKey }: Words, { files }: WrittenMessage, requestId: string | null): Inbound {
  const isWordless = text.trim() === '' && files.length > 0;
  if (isWordless && requestId === null) return { action: 'attach-files', input: {}, idempotencyKey };
  const names = files.map(({ name }) => `📎 ${name}`).join('\n');
  const inbound = understand(isWordless ? names : text, idempotencyKey);
  if (inbound.action !== 'draft-request' || requestId === null) return inbound;
  return { action: 'comment-on-request', input: { requestId, text: inbound.input.text ?? '' }, idempotencyKey };
}
