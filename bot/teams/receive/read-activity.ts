import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '../../../domain/vocabulary.ts';
import { edgeTexts } from '../../../locales/edges/edge.ts';
import { type Arrival, readMoment } from '../../conversation/arrival.ts';
import { idempotencyKeyOf, isPersonal, placeOf, type TeamsActivity } from './activity.ts';
import { filesIn } from './files.ts';
import { htmlText, quotedMessage } from './html-text.ts';
import { readData } from './read-invoke.ts';

/** A client without Action.Execute sends its fallback as a message with the button's data. */
export const isPressed = ({ type, value }: TeamsActivity): boolean =>
  type === 'message' && value !== undefined && value !== null;

/**
 * Reads an activity that Teams waits for no answer to (`readInvoke` reads the others); null where there is nothing to do.
 * `language` is that of the name of a picture that has none.
 */
export function readActivity(activity: TeamsActivity, language: Language): Arrival | null {
  switch (activity.type) {
    case 'message':
      return isPressed(activity)
        ? { ...readData(activity.value), seenByAll: true }
        : { arrives: 'words', ...wordsOf(activity, language), idempotencyKey: idempotencyKeyOf(activity) };
    case 'messageUpdate':
      return readEdit(activity, language);
    case 'messageDelete':
      return readDeletion(activity);
    case 'installationUpdate':
      return readInstallation(activity);
    case 'conversationUpdate':
      return readRemovedChannel(activity);
    default:
      return null;
  }
}

function wordsOf(activity: TeamsActivity, language: Language) {
  return {
    text: textOf(activity),
    message: activity.id ?? '',
    repliesTo: placeOf(activity).root ?? quotedIn(activity),
    files: filesIn(activity, edgeTexts[language].picture),
  };
}

/** The words of `messageUpdate` for a message that was edited, and for one that came back after it was deleted. */
const updated: ReadonlyArray<string | undefined> = ['editMessage', 'undeleteMessage'];

/** An edited or undeleted message (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages). */
function readEdit(activity: TeamsActivity, language: Language): Arrival | null {
  const { id, channelData, timestamp = '' } = activity;
  const { eventType } = channelData;
  if (id === undefined || !updated.includes(eventType)) return null;
  const words = wordsOf(activity, language);
  // The message keeps its id, so the time tells one edit from another, or where there is none, the words.
  const which = createHash('sha256').update(`${eventType} ${words.text}`).digest('base64url').slice(0, 16);
  const idempotencyKey = `${idempotencyKeyOf(activity)}:edited:${timestamp}:${which}`;
  return {
    arrives: 'edit',
    ...words,
    idempotencyKey,
    editedAt: readMoment(timestamp),
    isBack: eventType === 'undeleteMessage',
  };
}

function readDeletion(activity: TeamsActivity): Arrival | null {
  const { id, channelData } = activity;
  if (id === undefined || channelData.eventType !== 'softDeleteMessage') return null;
  return { arrives: 'deletion', message: id, idempotencyKey: `${idempotencyKeyOf(activity)}:deleted` };
}

/**
 * The first meeting with a person, and the bot's coming and going in channels and groups. A new version of the app comes
 * as `add-upgrade`, the old one goes as `remove-upgrade`: then nothing has begun or ended.
 */
function readInstallation(activity: TeamsActivity): Arrival | null {
  const { action, channelData } = activity;
  const idempotencyKey = idempotencyKeyOf(activity);
  const isShared = !isPersonal(activity);
  if (action === 'add')
    return isShared
      ? { arrives: 'bot-added', idempotencyKey }
      : { arrives: 'action', action: 'help', input: {}, idempotencyKey };
  if (action !== 'remove' || !isShared) return null;
  const team = channelData.team?.id;
  // Teams names one channel of the team, and the bot is out of all of them.
  return { arrives: 'bot-removed', idempotencyKey, ...(team === undefined ? {} : { shared: { team } }) };
}

function readRemovedChannel(activity: TeamsActivity): Arrival | null {
  const { eventType, channel } = activity.channelData;
  if (eventType !== 'channelDeleted') return null;
  const idempotencyKey = idempotencyKeyOf(activity);
  return { arrives: 'bot-removed', idempotencyKey, ...(channel ? { conversation: channel.id } : {}) };
}

const mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.looseObject({ id: z.string() }),
});

/** The words without what they quote and without the name of the bot, which a channel or group needs to be heard. */
function textOf(activity: TeamsActivity): string {
  const { entities = [], recipient } = activity;
  const names = entities.flatMap((entity) => {
    const { data } = mention.safeParse(entity);
    return data?.mentioned.id === recipient.id ? [data.text] : [];
  });
  const words = names.reduce((rest, name) => rest.replaceAll(name, ' '), unquoted(activity)).trim();
  // In HTML the name stands without the tag that it has in the text.
  const bare = names.map(htmlText).find((name) => name !== '' && words.startsWith(name));
  return bare === undefined ? words : words.slice(bare.length).trim();
}

/** https://learn.microsoft.com/dotnet/api/microsoft.teams.apps.schema.entities.quotedreplyentity */
const quotedReply = z.looseObject({
  type: z.literal('quotedReply'),
  quotedReply: z.looseObject({ messageId: z.string().min(1).max(100) }),
});

/** Stands in plain text for a message that an entity quotes. */
const placeholder = /<quoted\b[^<>]*>/gi;

/**
 * The message that a reply in a chat quotes. Teams names it in the HTML that comes along, newer clients in an entity;
 * null when none is quoted.
 */
export function quotedIn({ attachments, entities = [] }: Pick<TeamsActivity, 'attachments' | 'entities'>) {
  for (const entity of entities) {
    const { data } = quotedReply.safeParse(entity);
    if (data) return data.quotedReply.messageId;
  }
  return quotedMessage(htmlOf(attachments)) || null;
}

/** The words without those that are quoted; the plain text of such a message holds both without a border between. */
export function unquoted({ text = '', attachments }: Pick<TeamsActivity, 'text' | 'attachments'>): string {
  const html = htmlOf(attachments);
  return quotedMessage(html) === null ? text.replace(placeholder, ' ') : htmlText(html);
}

function htmlOf(attachments: TeamsActivity['attachments'] = []): string {
  const html = attachments.find(({ contentType }) => contentType === 'text/html')?.content;
  return typeof html === 'string' ? html : '';
}
