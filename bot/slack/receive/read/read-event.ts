import { z } from 'zod';
import type { Unread } from '../../../../domain/conversation/unread.ts';
import { nameOfMessage } from '../../../../domain/delivery/posting.ts';
import { type Arrival, readMoment } from '../../../conversation/arrival.ts';
import type { Workspace } from '../../place.ts';
import { packReference } from '../../send/files.ts';
import { blocks, textOfBlocks, textOfTables } from './block-text.ts';

const file = z.object({
  id: z.string().min(1).max(100),
  name: z.string().nullish(),
  size: z.number().nullish(),
  mimetype: z.string().nullish(),
  filetype: z.string().nullish(),
  mode: z.string().nullish(),
  subtype: z.string().nullish(),
});

/** What Slack adds to a message: what was forwarded in it, a table, previews of its links. */
const attachment = z.looseObject({
  is_share: z.boolean().optional(),
  text: z.string().nullish(),
  blocks: blocks.nullish(),
  message_blocks: z.array(z.looseObject({ message: z.looseObject({ blocks: blocks.nullish() }).nullish() })).nullish(),
  files: z.array(file).max(100).nullish(),
});

const said = z.object({
  user: z.string(),
  /** The workspace of somebody who writes through Slack Connect: https://docs.slack.dev/apis/slack-connect/ */
  user_team: z.string().nullish(),
  ts: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  /** Each of these alone says that an app wrote it: https://docs.slack.dev/reference/events/message/bot_message */
  bot_id: z.string().nullish(),
  app_id: z.string().nullish(),
  bot_profile: z.unknown().optional(),
  subtype: z.string().optional(),
  files: z.array(file).max(100).default([]),
  blocks: blocks.default([]),
  attachments: z.array(attachment).max(100).default([]),
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
  /** Whether somebody of another workspace did it, whose id may be one of ours there. */
  isForeign: boolean;
  arrival: Arrival;
  /** Files that hold nothing but text: a long paste, which Slack makes a file of, or a snippet. */
  texts: readonly TextFile[];
}

/** A file of text, whose words are read before anything else is done. */
export interface TextFile {
  id: string;
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
  if (subtype === 'message_deleted') return readDeletion(channel, raw, workspace, botUser);
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
  if (!data || isApps(data, botUser)) return null;
  return heardOf(data, channel, workspace, wordsOf(channel, workspace, withoutBot(data, botUser)));
}

type Said = z.output<typeof said>;

type Before = NonNullable<z.output<typeof deleted>['previous_message']>;
type Author = Pick<Before, 'user' | 'bot_id' | 'app_id' | 'bot_profile'>;

/** Whether an app wrote it, such as the bot itself: answering that would never end. */
function isApps({ user, bot_id: bot, app_id: app, bot_profile: profile }: Author, botUser: string | undefined) {
  return Boolean(bot ?? app ?? profile) || (botUser !== undefined && user === botUser);
}

function heardOf<Given extends Arrival>(data: Said, channel: string, workspace: Workspace, arrival: Given) {
  const texts = allFiles(data).filter(isText);
  return {
    user: data.user,
    channel,
    isForeign: isForeign(data, workspace),
    arrival,
    texts: texts.map(({ id }) => ({ id })),
  };
}

/** Ids are unique in an Enterprise organisation, whose workspaces an event does not name all. */
function isForeign({ user_team: home }: Before, { team, enterprise }: Workspace): boolean {
  return Boolean(home) && team !== '' && enterprise === '' && home !== team;
}

type SlackFile = z.output<typeof file>;

/** The files of a message and of what is forwarded in it. */
function allFiles({ files, attachments }: Pick<Said, 'files' | 'attachments'>): SlackFile[] {
  return [...files, ...attachments.flatMap(({ is_share, files }) => (is_share ? (files ?? []) : []))];
}

/** https://docs.slack.dev/reference/objects/file-object */
const isText = ({ mode, mimetype }: SlackFile): boolean => mode === 'snippet' || mimetype === 'text/plain';

/** Clips that were recorded in Slack, and other sound and video. */
const isHeard = ({ subtype, mimetype }: SlackFile): boolean =>
  subtype === 'slack_audio' || subtype === 'slack_video' || /^(?:audio|video)\//.test(mimetype ?? '');

/** A canvas or post of Slack's own is a page, which only a link leads to. */
const isPage = ({ mode }: SlackFile): boolean =>
  mode === 'post' || mode === 'quip' || mode === 'canvas' || mode === 'space';

/** The words of a message, and those of what is forwarded or pasted in it. */
function allWords({ text = '', blocks: own = [], attachments = [] }: Before): string {
  const shared = attachments.map(({ is_share: isShare, text: said, blocks: theirs, message_blocks: messages }) => {
    if (!isShare) return textOfTables(theirs ?? []);
    return said || (messages ?? []).map(({ message }) => textOfBlocks(message?.blocks ?? [])).join('\n');
  });
  const written = text.trim() === '' ? textOfBlocks(own) : [text, textOfTables(own)].filter(Boolean).join('\n\n');
  return [written, ...shared].filter((part) => part.trim() !== '').join('\n\n');
}

/** The words of a message that somebody uses a shortcut on, whoever wrote it; empty for none. */
export function wordsInMessage(raw: unknown): string {
  const { data } = said.partial().safeParse(raw);
  return data ? allWords(data) : '';
}

/** The bot's own name is an address and no part of the text. */
function withoutBot(data: Said, botUser: string | undefined): Said {
  if (botUser === undefined) return data;
  return { ...data, text: data.text.replaceAll(new RegExp(`<@${botUser}(\\|[^<>]*)?>`, 'g'), ' ') };
}

function wordsOf(channel: string, workspace: Workspace, message: Said) {
  const { ts, thread_ts: thread } = message;
  const files = allFiles(message);
  const unread: Unread[] = [
    ...(files.some(isHeard) ? (['voice'] as const) : []),
    ...(files.some(isPage) ? (['file-link'] as const) : []),
  ];
  const text = allWords(message);
  return {
    arrives: 'words' as const,
    text,
    idempotencyKey: nameOfMessage({ platform: 'slack', conversation: channel, message: ts }),
    message: ts,
    repliesTo: thread !== undefined && thread !== ts ? thread : null,
    unread,
    files: files
      .filter((one) => !isText(one) && !isHeard(one) && !isPage(one))
      .map(({ id, name, size }) => ({
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
  if (!data || isApps(data.message, botUser)) return null;
  const { previous_message: before } = data;
  if (before && allWords(data.message) === allWords(before)) return null;
  // A message with replies that is deleted leaves its place: Slack says that it was changed into a tombstone.
  if (data.message.subtype === 'tombstone') return readRemoval(channel, data.message.ts, before, workspace, botUser);
  const { edited } = data.message;
  if (!edited) return null;
  const words = wordsOf(channel, workspace, withoutBot(data.message, botUser));
  return heardOf(data.message, channel, workspace, editOf(words, edited, `slack:${channel}:${ts}`));
}

function editOf(words: ReturnType<typeof wordsOf>, edited: { ts: string }, idempotencyKey: string) {
  return { ...words, arrives: 'edit', idempotencyKey, editedAt: momentOf(edited), isBack: false } as const;
}

const momentOf = (edited: { ts: string }) => readMoment(Number(edited.ts) * 1000);

function readDeletion(channel: string, raw: unknown, workspace: Workspace, botUser: string | undefined) {
  const { data } = deleted.safeParse(raw);
  return data ? readRemoval(channel, data.deleted_ts, data.previous_message, workspace, botUser) : null;
}

function readRemoval(
  channel: string,
  message: string,
  before: Before = {},
  workspace: Workspace,
  botUser: string | undefined,
) {
  const { user } = before;
  if (user === undefined || isApps(before, botUser)) return null;
  const arrival = { arrives: 'deletion', message, idempotencyKey: `slack:${channel}:${message}:deleted` } as const;
  return { user, channel, isForeign: isForeign(before, workspace), arrival, texts: [] };
}
