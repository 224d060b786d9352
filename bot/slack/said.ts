import { z } from 'zod';
import type { Arrival } from '../answer.ts';
import type { Workspace } from './clients.ts';
import { packReference } from './files.ts';
import { slackToText } from './text.ts';

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
});

const event = z.object({ channel: z.string(), ts: z.string(), subtype: z.string().optional() });
const changed = z.object({ message: said, previous_message: said.partial().optional() });
const deleted = z.object({ deleted_ts: z.string(), previous_message: said.partial().optional() });

/** What a person wrote: plainly, with a file, or from a thread to the channel. */
const spoken: ReadonlyArray<string | undefined> = [undefined, 'file_share', 'thread_broadcast'];

/** What somebody did with words. */
interface Heard {
  user: string;
  channel: string;
  arrival: Arrival;
}

/**
 * What a `message` event says, and who said it; null for joins, the bot's own posts and whatever else carries another
 * subtype (https://docs.slack.dev/reference/events/message).
 */
export function readMessageEvent(raw: unknown, workspace: Workspace, botUser: string | undefined): Heard | null {
  const parsed = event.safeParse(raw);
  if (!parsed.success) return null;
  const { channel, subtype, ts } = parsed.data;
  if (subtype === 'message_changed') return readEdit(channel, ts, raw);
  if (subtype === 'message_deleted') return readDeletion(channel, raw);
  return spoken.includes(subtype) ? readWords(channel, raw, workspace, botUser) : null;
}

/** What an `app_mention` event says, without the name of the bot. */
export function readMention(raw: unknown, workspace: Workspace, botUser: string | undefined): Heard | null {
  const { data } = event.safeParse(raw);
  return data ? readWords(data.channel, raw, workspace, botUser) : null;
}

function readWords(channel: string, raw: unknown, workspace: Workspace, botUser: string | undefined): Heard | null {
  const { data } = said.safeParse(raw);
  if (!data || data.bot_id !== undefined) return null;
  return { user: data.user, channel, arrival: wordsOf(channel, workspace, withoutBot(data, botUser)) };
}

type Said = z.output<typeof said>;

/** What is said to the bot is not about it. */
function withoutBot(data: Said, botUser: string | undefined): Said {
  if (botUser === undefined) return data;
  return { ...data, text: data.text.replaceAll(new RegExp(`<@${botUser}(\\|[^<>]*)?>`, 'g'), ' ') };
}

function wordsOf(channel: string, workspace: Workspace, { text, ts, thread_ts: thread, files }: Said): Arrival {
  return {
    arrives: 'words',
    text: slackToText(text).trim(),
    receipt: `slack:${channel}:${ts}`,
    message: ts,
    repliesTo: thread !== undefined && thread !== ts ? thread : null,
    files: files.map(({ id, name, size }) => ({
      name: name ?? id,
      size: size ?? 0,
      platform: 'slack',
      reference: packReference(workspace, id),
    })),
  };
}

/** Slack says "changed", too, when it has only added a preview of a link. */
function readEdit(channel: string, ts: string, raw: unknown) {
  const { data } = changed.safeParse(raw);
  if (!data || data.message.bot_id !== undefined || data.message.text === data.previous_message?.text) return null;
  // A message with replies that is deleted leaves its place: Slack says that it was changed into a tombstone.
  if (data.message.subtype === 'tombstone') return readRemoval(channel, data.message.ts, data.previous_message);
  const { user, ts: message, text } = data.message;
  const arrival = { arrives: 'edit', message, text: slackToText(text), receipt: `slack:${channel}:${ts}` } as const;
  return { user, channel, arrival };
}

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
  const arrival = { arrives: 'deletion', message, receipt: `slack:${channel}:${message}:deleted` } as const;
  return { user, channel, arrival };
}
