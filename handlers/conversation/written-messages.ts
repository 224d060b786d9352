import { text } from '../../cards/parts.ts';
import type { IncomingFile } from '../../domain/conversation/attach-files.ts';
import type { MessagePlace } from '../../domain/conversation/posting.ts';
import type { World } from '../../domain/ports.ts';
import { fileTexts } from '../../locales/conversation/files.ts';
import { type Asking, type Inbound, type Reply, refusalReply } from '../handler.ts';
import { handle } from '../index.ts';
import { draftShown } from '../requests/submit.ts';
import { understand } from './understand.ts';

/** Words that a person wrote, with what came with them. */
export interface Words {
  text: string;
  idempotencyKey: string;
  /** Where they stand. */
  at: MessagePlace;
  /** The message that they answer: the root of the thread, or the one that is quoted. */
  repliesTo: string | null;
  files: readonly IncomingFile[];
  /** When they were changed to what they are; null as they were first sent, and where nobody knows. */
  editedAt: Date | null;
}

/** A message that was changed, or that came back after it was deleted, as it is now. */
export interface Edit extends Words {
  /** The words are the same as before. */
  isBack: boolean;
}

/** What may be asked for in a channel, where everybody reads the answer. */
const inRooms = ['help', 'open-follow-form', 'unfollow-unit', 'comment-on-request'];

/** What somebody said turned out to ask for, and what they see of it. */
export interface Said {
  action: string;
  /** Null when there is nothing to say to it. */
  reply: Reply | null;
}

const ignored: Said = { action: 'ignored', reply: null };

/**
 * Answers what a person wrote: a command, a reply to a request, or words to keep as a draft; files go with what the
 * words became. Without a reply what has no place in a channel.
 */
export async function answerWords(asking: Asking, words: Words): Promise<Said> {
  const { world, actor, room } = asking;
  const { files, idempotencyKey, at } = words;
  const later = await editedBefore(asking, words);
  if (later !== null) return { action: 'show-draft', reply: await draftShown(asking, { draftId: later }) };
  const requestId = await repliedTo(world, words);
  const inbound = inPlace(room, inboundOf(words, requestId));
  const { action } = inbound;
  if (room && !inRooms.includes(action)) return ignored;
  const reply = await handle(asking, inbound);
  const about = reply.reply === 'card' ? reply.card.about : undefined;
  if (about !== undefined && ['draft-request', 'comment-on-request', 'attach-files'].includes(action)) {
    await world.postings.put({ ...at, about, kind: 'words', to: actor.id });
  }
  if (files.length === 0 || action === 'attach-files') return { action, reply };
  // Files of words that became nothing have nothing to go with: another draft is no place for them.
  if (about === undefined) return { action, reply: withoutFiles(reply, asking, files.length) };
  const attach = { about, files: JSON.stringify(files) };
  const attached = await handle(asking, {
    action: 'attach-files',
    input: attach,
    idempotencyKey: `${idempotencyKey}:files`,
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
export async function answerEdit(asking: Asking, edit: Edit): Promise<Said> {
  const { world, actor, room, language } = asking;
  const posting = await world.postings.at(edit.at);
  if (posting && (posting.kind !== 'words' || posting.to !== actor.id)) return ignored;
  const { text, idempotencyKey } = edit;
  const action = 'revise-draft';
  if (posting && (await world.drafts.byId(posting.about))) {
    const input = { draftId: posting.about, text, ...timeOf(edit) };
    return { action, reply: await handle(asking, { action, input, idempotencyKey }) };
  }
  // Who may comment need not be somebody who may write drafts, and would be refused for that.
  if (posting && (await world.requests.byId(posting.about)))
    return edit.isBack ? ignored : { action, reply: refusalReply('edited-too-late', language) };
  // In a channel only what is said about a request is worth correcting.
  if (room && edit.repliesTo === null) return ignored;
  const said = await answerWords(asking, edit);
  // Nothing of it stands anywhere yet that the answer could take the place of.
  return { ...said, reply: said.reply && { ...said.reply, at: 'below' } };
}

/** The person has deleted a message: so is a draft that was made of it. What has been sent stands. */
export async function answerDeletion(asking: Asking, at: MessagePlace, idempotencyKey: string): Promise<Said> {
  const about = await madeOf(asking, at);
  if (about === null || !(await asking.world.drafts.byId(about))) return ignored;
  const action = 'discard-draft';
  return { action, reply: await handle(asking, { action, input: { draftId: about }, idempotencyKey }) };
}

/** Which channel it was said in, where everybody has read it already. */
function inPlace(room: Asking['room'], inbound: Inbound): Inbound {
  return room ? { ...inbound, input: { ...inbound.input, roomId: room.id, isShown: 'true' } } : inbound;
}

/** The draft that a later edit of the same message has become already, when that is heard of first. */
async function editedBefore(asking: Asking, { at, editedAt }: Words): Promise<string | null> {
  const about = editedAt === null && !asking.room ? await madeOf(asking, at) : null;
  const draft = about === null ? null : await asking.world.drafts.byId(about);
  return draft?.editedAt ? draft.id : null;
}

/** The reply, and that the files were not kept. */
function withoutFiles(reply: Reply, { language }: Asking, count: number): Reply {
  const word = text(fileTexts[language].notKept(count));
  return reply.reply === 'card'
    ? { ...reply, card: { ...reply.card, blocks: [...reply.card.blocks, word] } }
    : { ...reply, form: { ...reply.form, intro: [word, ...reply.form.intro] } };
}

async function madeOf({ world, actor }: Asking, at: MessagePlace): Promise<string | null> {
  const posting = await world.postings.at(at);
  return posting?.kind === 'words' && posting.to === actor.id ? posting.about : null;
}

/** The request that a message is a reply to. A reply to a draft is words like any others. */
async function repliedTo(world: World, { at, repliesTo }: Words): Promise<string | null> {
  if (repliesTo === null) return null;
  const posting = await world.postings.at({ ...at, message: repliesTo });
  const request = posting && (await world.requests.byId(posting.about));
  return request?.id ?? null;
}

function timeOf({ editedAt }: Words): { editedAt?: string } {
  return editedAt === null ? {} : { editedAt: editedAt.toISOString() };
}

function inboundOf(words: Words, requestId: string | null): Inbound {
  const { text, idempotencyKey, files } = words;
  const isWordless = text.trim() === '' && files.length > 0;
  if (isWordless && requestId === null) {
    return { action: 'attach-files', input: { files: JSON.stringify(files) }, idempotencyKey };
  }
  const names = files.map(({ name }) => `📎 ${name}`).join('\n');
  const inbound = understand(isWordless ? names : text, idempotencyKey);
  if (inbound.action !== 'draft-request') return inbound;
  if (requestId === null) return { ...inbound, input: { ...inbound.input, ...timeOf(words) } };
  return { action: 'comment-on-request', input: { requestId, text: inbound.input.text ?? '' }, idempotencyKey };
}
