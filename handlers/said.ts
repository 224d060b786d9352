import type { World } from '../domain/ports.ts';
import type { MessagePlace } from '../domain/posting.ts';
import type { IncomingFile } from '../domain/use-cases/attach-files.ts';
import { type Asking, type Inbound, type Reply, refusalReply } from './handler.ts';
import { handle } from './index.ts';
import { understand } from './understand.ts';

/** Words that a person wrote, with what came with them. */
export interface Words {
  text: string;
  receipt: string;
  /** Where they stand. */
  at: MessagePlace;
  /** The message that they answer: the root of the thread, or the one that is quoted. */
  repliesTo: string | null;
  files: readonly IncomingFile[];
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
  const { files, receipt, at } = words;
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
  // Files of a message that was refused have no request to go with, and a draft is no place for them.
  if (about === undefined && action === 'comment-on-request') return { action, reply };
  const attach = { ...(about === undefined ? {} : { about }), files: JSON.stringify(files) };
  const attached = await handle(asking, { action: 'attach-files', input: attach, receipt: `${receipt}:files` });
  // What a message became says more than that its files are there, but a draft shows both. What was refused says why.
  return { action, reply: about !== undefined && action === 'draft-request' ? attached : reply };
}

/** The person has edited a message: a draft that was made of it follows. */
export async function answerEdit(asking: Asking, at: MessagePlace, text: string, receipt: string): Promise<Said> {
  const about = await madeOf(asking, at);
  if (about === null) return ignored;
  const action = 'revise-draft';
  // Who may comment need not be somebody who may write drafts, and would be refused for that.
  if (!(await asking.world.drafts.byId(about)))
    return { action, reply: refusalReply('edited-too-late', asking.language) };
  return { action, reply: await handle(asking, { action, input: { draftId: about, text }, receipt }) };
}

/** The person has deleted a message: so is a draft that was made of it. What has been sent stands. */
export async function answerDeletion(asking: Asking, at: MessagePlace, receipt: string): Promise<Said> {
  const about = await madeOf(asking, at);
  if (about === null || !(await asking.world.drafts.byId(about))) return ignored;
  const action = 'discard-draft';
  return { action, reply: await handle(asking, { action, input: { draftId: about }, receipt }) };
}

/** Which channel it was said in, where everybody has read it already. */
function inPlace(room: Asking['room'], inbound: Inbound): Inbound {
  return room ? { ...inbound, input: { ...inbound.input, roomId: room.id, isShown: 'true' } } : inbound;
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

function inboundOf({ text, receipt, files }: Words, requestId: string | null): Inbound {
  const isWordless = text.trim() === '' && files.length > 0;
  if (isWordless && requestId === null) {
    return { action: 'attach-files', input: { files: JSON.stringify(files) }, receipt };
  }
  const names = files.map(({ name }) => `📎 ${name}`).join('\n');
  const inbound = understand(isWordless ? names : text, receipt);
  if (requestId === null || inbound.action !== 'draft-request') return inbound;
  return { action: 'comment-on-request', input: { requestId, text: inbound.input.text ?? '' }, receipt };
}
