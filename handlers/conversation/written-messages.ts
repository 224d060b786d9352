import { text } from '../../cards/parts.ts';
import type { WrittenMessage } from '../../domain/context.ts';
import {
  draftMadeOf,
  draftOfLaterEdit,
  meaningOfEdit,
  requestRepliedTo,
} from '../../domain/conversation/known-message.ts';
import type { ActionName } from '../../domain/index.ts';
import { cleanText } from '../../domain/text/clean-text.ts';
import { fileTexts } from '../../locales/requests/files.ts';
import { type Asking, type Inbound, type Reply, refusalReply } from '../handler.ts';
import { handle } from '../index.ts';
import { draftShown } from '../requests/drafts.ts';
import { commandIn, understand } from './understand.ts';

/** The words of a message; the context holds its place and its files. */
export interface Words {
  text: string;
  idempotencyKey: string;
  /** The message that the words reply to: the root of the thread, or the quoted one. */
  repliesTo: string | null;
}

/** A message after an edit, or after it came back from a deletion. */
export interface Edit extends Words {
  /** True when the words are unchanged. */
  isBack: boolean;
}

/** A person with the message that they wrote. */
export type Writing = Asking & { context: { message: WrittenMessage } };

/** The actions that a message in a channel may ask for, because everybody there reads the reply. */
const inChannels: readonly string[] = [
  'help',
  'open-follow-form',
  'unfollow-unit',
  'comment-on-request',
] satisfies ActionName[];

/** The action that a message asked for, with the reply to the person. */
export interface Understood {
  action: string;
  /** Null when the bot stays silent. */
  reply: Reply | null;
}

const ignored: Understood = { action: 'ignored', reply: null };

/**
 * Answers a written message: a command, a reply to a request, or words to keep as a draft. Its files go with the draft
 * or request. In a channel the reply is null for an action that has no place there.
 */
export async function answerWords(asking: Writing, words: Words): Promise<Understood> {
  const { world, actor, context } = asking;
  const { room, message } = context;
  const later = message.editedAt === null && !room ? await draftOfLaterEdit(world, actor, message.at) : null;
  if (later !== null) return { action: 'show-draft', reply: await draftShown(asking, { draftId: later }) };
  const requestId = await requestRepliedTo(world, message.at, words.repliesTo);
  const inbound = await inboundOf(asking, words, requestId);
  const { action } = inbound;
  if (room && !inChannels.includes(action)) return ignored;
  const reply = await handle(asking, inbound);
  const { files } = message;
  if (files.length === 0 || action === 'attach-files') return { action, reply };
  const about = reply.reply === 'card' ? reply.card.about : undefined;
  // When the words became nothing, their files have no place: they do not belong to another draft.
  if (about === undefined) return { action, reply: withoutFiles(reply, asking, files.length) };
  const attached = await handle(asking, {
    action: 'attach-files',
    input: { about },
    idempotencyKey: `${words.idempotencyKey}:files`,
  });
  // The result for the words tells more than that the files are attached, but a draft shows both.
  if (action === 'draft-request') return { action, reply: attached };
  const isKept = attached.reply === 'card' && attached.card.about !== undefined;
  return { action, reply: isKept ? reply : withoutFiles(reply, asking, files.length) };
}

/**
 * Answers an edit, or a message that came back from a deletion: a draft that was made of it follows. When the message
 * became nothing, or nothing of it is left, it counts as written now, because it may correct a refused text.
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
      // No card shows anything of the message yet, so the reply replaces none.
      return { ...said, reply: said.reply && { ...said.reply, at: 'below' } };
    }
  }
}

/** Answers the deletion of a message: a draft that was made of it is deleted, too. A sent request stays. */
export async function answerDeletion(asking: Writing, idempotencyKey: string): Promise<Understood> {
  const { world, actor, context } = asking;
  const draft = await draftMadeOf(world, actor, context.message.at);
  if (!draft) return ignored;
  const action = 'discard-draft';
  return { action, reply: await handle(asking, { action, input: { draftId: draft.id }, idempotencyKey }) };
}

/** Adds to the reply that the files were not kept. */
function withoutFiles(reply: Reply, { language }: Asking, count: number): Reply {
  const word = text(fileTexts[language].notKept(count));
  return reply.reply === 'card'
    ? { ...reply, card: { ...reply.card, blocks: [...reply.card.blocks, word] } }
    : { ...reply, form: { ...reply.form, intro: [word, ...reply.form.intro] } };
}

/** Words in a channel, and a reply to a request, are about what stands there: only commands mean something else. */
async function inboundOf(asking: Writing, { text, idempotencyKey }: Words, requestId: string | null): Promise<Inbound> {
  const { room, message } = asking.context;
  const { files } = message;
  const isWordless = text.trim() === '' && files.length > 0;
  if (isWordless && requestId === null) return { action: 'attach-files', input: {}, idempotencyKey };
  const names = files.map(({ name }) => `📎 ${name}`).join('\n');
  const said = cleanText(isWordless ? names : text);
  // A file is for somebody to see, so its words are, too.
  if (requestId === null && !room && files.length === 0) return understand(asking, said, idempotencyKey);
  const command = commandIn(said);
  if (command) return { ...command, idempotencyKey };
  return requestId === null
    ? { action: 'draft-request', input: { text: said }, idempotencyKey }
    : { action: 'comment-on-request', input: { requestId, text: said }, idempotencyKey };
}
