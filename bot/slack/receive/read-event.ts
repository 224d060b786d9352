import { z } from 'zod';
import { nameOfMessage } from '../../../domain/delivery/posting.ts';
import { type Arrival, readMoment } from '../../conversation/arrival.ts';
import type { Workspace } from '../place.ts';
import { packReference } from '../send/files.ts';

const file = z.object({
  id: z.string().min(1).max(100),
  name: z.string().nullish(),
  size: z.number().nullish(),
});

const said = z.object({
  user: z.string(),
  ts: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  files: z.array(file).max(100).default([]),
  edited: z.object({ ts: z.string() }).optional(),
});

const event = z.object({ channel: z.string(), ts: z.string(), subtype: z.string().optional() });
const changed = z.object({ message: said, previous_message: said.partial().optional() });
const deleted = z.object({ deleted_ts: z.string(), previous_message: said.partial().optional() });

/** Subtypes of a person's own words: plain, with a file, from a thread to the channel, as something they do (`/me`). */
const spoken: ReadonlyArray<string | undefined> = [undefined, 'file_share', 'thread_broadcast', 'me_message'];

/** A person's doing with words. */
export interface Heard {
  user: string;
  channel: string;
  arrival: Arrival;
}

/**
 * Reads a `message` event, in Slack's spelling; null for joins, the bot's own posts and every other subtype
 * (https://docs.slack.dev/reference/events/message).
 */
export function readMessageEvent(raw: unknown, workspace: Workspace, botUser: string | undefined): Heard | null {
  const parsed = event.safeParse(raw);
  if (!parsed.success) return null;
  const { channel, subtype, ts } = parsed.data;
  if (subtype === 'message_changed') return readEdit(channel, ts, raw, workspace, botUser);
  if (subtype === 'message_deleted') return readDeletion(channel, raw);
  return spoken.includes(subtype) ? readWords(channel, raw, workspace, botUser) : null;
}

/**
 * Reads an `app_mention` event, without the name of the bot. Slack sends it once more, with `edited`, when the
 * message is edited (https://docs.slack.dev/reference/events/app_mention).
 */
export function readMention(raw: unknown, workspace: Workspace, botUser: string | undefined): Heard | null {
  const { data } = event.safeParse(raw);
  const heard = data ? readWords(data.channel, raw, workspace, botUser) : null;
  const edited = said.safeParse(raw).data?.edited;
  if (!heard || !edited) return heard;
  return { ...heard, arrival: editOf(heard.arrival, edited, `${heard.arrival.idempotencyKey}:edited:${edited.ts}`) };
}

function readWords(channel: string, raw: unknown, workspace: Workspace, botUser: string | undefined) {
  const { data } = said.safeParse(raw);
  if (!data || data.bot_id !== undefined) return null;
  return { user: data.user, channel, arrival: wordsOf(channel, workspace, withoutBot(data, botUser)) };
}

type Said = z.output<typeof said>;

/** The bot's own name is an address and no part of the text. */
function withoutBot(data: Said, botUser: string | undefined): Said {
  if (botUser === undefined) return data;
  return { ...data, text: data.text.replaceAll(new RegExp(`<@${botUser}(\\|[^<>]*)?>`, 'g'), ' ') };
}

function wordsOf(channel: string, workspace: Workspace, { text, ts, thread_ts: thread, files }: Said) {
  return {
    arrives: 'words' as const,
    text,
    idempotencyKey: nameOfMessage({ platform: 'slack', conversation: channel, message: ts }),
    message: ts,
    repliesTo: thread !== undefined && thread !== ts ? thread : null,
    files: files.map(({ id, name, size }) => ({
      name: name ?? id,
      size: size ?? 0,
      platform: 'slack' as const,
      reference: packReference(workspace, id),
    })),
  };
}

/**
 * A person's edit says when it was made (https://docs.slack.dev/reference/events/message/message_changed). Slack says
 * "changed", too, of what it does itself, such as adding a preview of a link.
 */
function readEdit(channel: string, ts: string, raw: unknown, workspace: Workspace, botUser: string | undefined) {
  const { data } = changed.safeParse(raw);
  if (!data || data.message.bot_id !== undefined || data.message.text === data.previous_message?.text) return null;
  // A message with replies that is deleted leaves its place: Slack says that it was changed into a tombstone.
  if (data.message.subtype === 'tombstone') return readRemoval(channel, data.message.ts, data.previous_message);
  const { user, edited } = data.message;
  if (!edited) return null;
  const words = wordsOf(channel, workspace, withoutBot(data.message, botUser));
  return { user, channel, arrival: editOf(words, edited, `slack:${channel}:${ts}`) };
}

function editOf(words: ReturnType<typeof wordsOf>, edited: { ts: string }, idempotencyKey: string) {
  return { ...words, arrives: 'edit', idempotencyKey, editedAt: momentOf(edited), isBack: false } as const;
}

const momentOf = (edited: { ts: string }) => readMoment(Number(edited.ts) * 1000);

function readDeletion(channel: string, raw: unknown) {
  const { data } = deleted.safeParse(raw);
  return data ? readRemoval(channel, data.deleted_ts, data.previous_message) : null;
}

function readRemoval(
  channel: string,
  message: string,
  before: { user?: string | undefined; bot_id?: string | undefined } = {},
) {
  const { user, bot_id: bot } = before;
  if (user === undefined || bot !== undefined) return null;
  const arrival = { arrives: 'deletion', message, idempotencyKey: `slack:${channel}:${message}:deleted` } as const;
  return { user, channel, arrival };
}
