import type { Block } from '../../cards/card.ts';
import { noticeCard } from '../../cards/notice.ts';
import { button, text } from '../../cards/parts.ts';
import type { WrittenMessage } from '../../domain/context.ts';
import {
  draftMadeOf,
  draftOfLaterEdit,
  madeOf,
  meaningOfEdit,
  repliedTo,
} from '../../domain/conversation/known-message.ts';
import { passedOver, type Unread } from '../../domain/conversation/unread.ts';
import type { ActionName } from '../../domain/index.ts';
import { unitName } from '../../domain/people/organisation.ts';
import { maySubmit } from '../../domain/people/roles.ts';
import { cleanText } from '../../domain/text/clean-text.ts';
import { unreadTexts } from '../../locales/conversation/unread.ts';
import { edgeTexts } from '../../locales/edges/edge.ts';
import { draftTexts } from '../../locales/requests/draft.ts';
import { fileTexts } from '../../locales/requests/files.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { type Asking, card, type Inbound, type Reply, refusalReply } from '../handler.ts';
import { handle } from '../index.ts';
import { draftShown } from '../requests/drafts.ts';
import { offerAdding } from './offer-adding.ts';
import { commandIn, meantInRoom, replyIn, understand } from './understand.ts';

/** The words of a message; the context holds its place and its files. */
export interface Words {
  text: string;
  idempotencyKey: string;
  /** The message that the words reply to: the root of the thread, or the quoted one. */
  repliesTo: string | null;
  /** The words of the message that is quoted, where those are not the bot's; absent: none. */
  quoted?: string;
  /** What came along and could not be read; absent: nothing. */
  unread?: readonly Unread[];
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

/** The actions that make a draft of words. */
const keeping: readonly string[] = ['draft-request', 'answer-question', 'ask-about-words'] satisfies ActionName[];

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
  const about = await repliedTo(world, message.at, words.repliesTo);
  if (isUnreadable(asking, words)) return { action: 'unread', reply: unreadReply(words, asking) };
  const inbound = await inboundOf(asking, about.isKnown ? words : withQuoted(words), about.requestId);
  const understood = await carryOut(asking, inbound);
  const known = (words.unread ?? []).filter((kind) => !passedOver.has(kind));
  const lines = known.map((kind) => text(unreadTexts[asking.language][kind]));
  const { reply } = understood;
  return { ...understood, reply: reply && lines.length > 0 ? withLines(reply, lines) : reply };
}

/** Carries out what was asked for, in a channel without showing to everybody what is for the writer alone. */
async function carryOut(asking: Writing, inbound: Inbound): Promise<Understood> {
  const { room, message } = asking.context;
  const { action } = inbound;
  const isDraft = action === 'draft-request' && maySubmit(asking.actor);
  if (room && !isDraft && !inChannels.includes(action)) {
    const { length: count } = message.files;
    const elsewhere = card(noticeCard(edgeTexts[asking.language].onlyInPrivate), 'below');
    return count === 0 ? ignored : { action, reply: withoutFiles(elsewhere, asking, count) };
  }
  const understood = await withItsFiles(asking, inbound);
  const { reply } = understood;
  const isKept = room !== null && isDraft && reply?.reply === 'card' && reply.card.about !== undefined;
  return isKept ? { action, reply: card(noticeCard(draftTexts[asking.language].keptInPrivate), 'below') } : understood;
}

/** Carries out what was asked for, and attaches the files of the message to what became of its words. */
async function withItsFiles(asking: Writing, inbound: Inbound): Promise<Understood> {
  const { action, idempotencyKey } = inbound;
  const { files } = asking.context.message;
  const handled = await handle(asking, inbound);
  // Words that go on with a draft are about that.
  const renews = handled.reply === 'card' && handled.renews;
  const isNew = action === 'draft-request' && !renews;
  const reply = isNew ? await offerAdding(asking, inbound.input.text ?? '', handled) : handled;
  if (files.length === 0 || action === 'attach-files') return { action, reply };
  const about = reply.reply === 'card' ? reply.card.about : undefined;
  // When the words became nothing, their files have no place: they do not belong to another draft.
  if (about === undefined) return { action, reply: withoutFiles(reply, asking, files.length) };
  const attached = await handle(asking, {
    action: 'attach-files',
    input: { about },
    idempotencyKey: `${idempotencyKey}:files`,
  });
  // The result for the words tells more than that the files are attached, but a draft shows both.
  if (keeping.includes(action))
    return { action, reply: attached.reply === 'card' && renews ? { ...attached, renews } : attached };
  const isKept = attached.reply === 'card' && attached.card.about !== undefined;
  return { action, reply: isKept ? withLines(reply, attached.card.blocks) : withoutFiles(reply, asking, files.length) };
}

/** Nothing of the message can be read or kept. */
function isUnreadable({ context: { message } }: Writing, { text, quoted = '', unread = [] }: Words): boolean {
  return text.trim() === '' && quoted === '' && message.files.length === 0 && unread.length > 0;
}

/** What the person can do instead. */
function unreadReply({ unread = [] }: Words, { language }: Asking): Reply {
  const [first = '', ...more] = unread.map((kind) => unreadTexts[language][kind]);
  const said = noticeCard(first);
  return card({ ...said, blocks: [...said.blocks, ...more.map((line) => text(line))] }, 'below');
}

/** The words with those that they quote below them, unless they are a command. */
function withQuoted(words: Words): Words {
  const { text, quoted = '' } = words;
  return quoted === '' || commandIn(cleanText(text)) ? words : { ...words, text: `${text}\n\n${quoted}`.trim() };
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
      const input = { draftId: meaning.draftId, text: withQuoted(edit).text };
      const reply = await handle(asking, { action, input, idempotencyKey: edit.idempotencyKey });
      // In a channel the corrected draft comes to its writer alone.
      const isKept = reply.reply === 'card' && reply.card.about !== undefined;
      return { action, reply: room && isKept ? null : reply };
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
  if (!draft) return (await sentStays(asking)) ?? ignored;
  const action = 'take-words-back';
  return { action, reply: await handle(asking, { action, input: { draftId: draft.id }, idempotencyKey }) };
}

/** Says that a request which was sent stays, though its leader deletes the message; null for any other message. */
async function sentStays({ world, actor, language, context }: Writing): Promise<Understood | null> {
  const { room, message } = context;
  const about = room ? null : await madeOf(world, actor, message.at);
  const request = about === null ? null : await world.requests.byId(about);
  if (request?.leaderId !== actor.id || request.state === 'withdrawn') return null;
  const words = requestTexts[language];
  const said = words.sentStays(request.number, unitName(world.organisation, request.unit));
  const see = button('show-request', words.seeRequest, { request: request.id });
  return { action: 'show-request', reply: card(noticeCard(said, [see]), 'below') };
}

/** Adds to the reply that the files were not kept. */
function withoutFiles(reply: Reply, { language }: Asking, count: number): Reply {
  return withLines(reply, [text(fileTexts[language].notKept(count))]);
}

function withLines(reply: Reply, lines: readonly Block[]): Reply {
  return reply.reply === 'card'
    ? { ...reply, card: { ...reply.card, blocks: [...reply.card.blocks, ...lines] } }
    : { ...reply, form: { ...reply.form, intro: [...lines, ...reply.form.intro] } };
}

/** Words in a channel, and a reply to a request, are about what stands there: only commands mean something else. */
async function inboundOf(asking: Writing, { text, idempotencyKey }: Words, requestId: string | null): Promise<Inbound> {
  const { room, message } = asking.context;
  const { files } = message;
  const isWordless = text.trim() === '' && files.length > 0;
  if (isWordless && requestId === null) return { action: 'attach-files', input: {}, idempotencyKey };
  const names = files.map(({ name }) => `📎 ${name}`).join('\n');
  const said = cleanText(isWordless ? names : text);
  if (requestId === null && !room && files.length === 0) return understand(asking, said, idempotencyKey);
  const command = commandIn(said);
  if (command) return { ...command, idempotencyKey };
  if (requestId !== null) return { action: 'comment-on-request', input: { requestId, text: said }, idempotencyKey };
  // A file is for somebody to see, so its words are, too.
  const reply = room ? null : await replyIn(asking, said);
  const asked = reply ?? (files.length === 0 ? meantInRoom(asking, said) : null);
  return { ...(asked ?? { action: 'draft-request', input: { text: said } }), idempotencyKey };
}
