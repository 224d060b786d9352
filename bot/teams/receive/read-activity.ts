import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { separateFields, unpackAction } from '../../../cards/packed-action.ts';
import type { Language } from '../../../domain/vocabulary.ts';
import { edgeTexts } from '../../../locales/edges/edge.ts';
import type { Arrival } from '../../conversation/handle-arrival.ts';
import { readMoment } from '../../conversation/read-moment.ts';
import { placeOf, type TeamsActivity } from './activity.ts';
import { filesIn } from './files.ts';
import { quotedIn, unquoted } from './quote.ts';

/** A message's id is the millisecond in which it was written, so that two chats may have the same. */
export const idempotencyKeyOf = ({ id = randomUUID(), conversation }: TeamsActivity): string =>
  `teams:${conversation.id}:${id}`;

/** A client without Action.Execute sends its fallback as a message with the button's data. */
export const isPressed = ({ value }: TeamsActivity): boolean => value !== undefined && value !== null;

/** The button's own data says what to do; anything else is an action that nobody knows. */
export function readExecute(activity: TeamsActivity): Extract<Arrival, { arrives: 'action' }> {
  const value = z
    .looseObject({ action: z.looseObject({ data: z.unknown() }), trigger: z.string().optional() })
    .safeParse(activity.value);
  if (!value.success) return readData(null);
  // A client that shows an old card asks for a fresh one by itself.
  return { ...readData(value.data.action.data), byItself: value.data.trigger === 'automatic' };
}

/** What a `message` activity says: the press of a button, or words. */
export function readMessage(activity: TeamsActivity, language: Language): Arrival {
  if (isPressed(activity)) return { ...readData(activity.value), seenByAll: true };
  return { arrives: 'words', ...wordsOf(activity, language), idempotencyKey: idempotencyKeyOf(activity) };
}

function wordsOf(activity: TeamsActivity, language: Language) {
  return {
    text: textOf(activity),
    message: activity.id ?? '',
    repliesTo: placeOf(activity).root ?? quotedIn(activity),
    files: filesIn(activity, edgeTexts[language].picture),
  };
}

/** How `messageUpdate` says that a message was edited, and that it came back after it was deleted. */
const updated: ReadonlyArray<string | undefined> = ['editMessage', 'undeleteMessage'];

/** An edited, deleted or undeleted message (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages). */
export function readAfterwards(activity: TeamsActivity, language: Language): Arrival | null {
  const { type, id, channelData, timestamp = '' } = activity;
  if (id === undefined) return null;
  const { eventType } = channelData;
  if (type === 'messageUpdate' && updated.includes(eventType)) {
    const words = wordsOf(activity, language);
    // The message keeps its id, so the time tells one edit from another, or where there is none, the words.
    const which = createHash('sha256').update(`${eventType} ${words.text}`).digest('base64url').slice(0, 16);
    const idempotencyKey = `${idempotencyKeyOf(activity)}:edited:${timestamp}:${which}`;
    const editedAt = readMoment(timestamp);
    const isBack = eventType === 'undeleteMessage';
    return { arrives: 'edit', ...words, idempotencyKey, editedAt, isBack };
  }
  if (type === 'messageDelete' && eventType === 'softDeleteMessage')
    return { arrives: 'deletion', message: id, idempotencyKey: `${idempotencyKeyOf(activity)}:deleted` };
  return null;
}

/** The words without what they quote and without the name of the bot, which a channel or group needs to be heard. */
function textOf(activity: TeamsActivity): string {
  const { entities = [], recipient } = activity;
  const mention = z.looseObject({ text: z.string().min(1), mentioned: z.looseObject({ id: z.string() }) });
  const names = entities.flatMap((entity) => {
    const { data } = mention.safeParse(entity);
    return entity.type === 'mention' && data?.mentioned.id === recipient.id ? [data.text] : [];
  });
  const words = names.reduce((rest, name) => rest.replaceAll(name, ' '), unquoted(activity)).trim();
  // In HTML the name stands without the tag that it has in the text.
  const bare = names.map((name) => name.replace(/<[^<>]*>/g, '').trim()).find((name) => name && words.startsWith(name));
  return bare === undefined ? words : words.slice(bare.length).trim();
}

/** What a button holds, with the inputs that came with it. */
export function readData(data: unknown): Extract<Arrival, { arrives: 'action' }> {
  const separated = separateFields(data);
  const unpacked = separated && unpackAction(separated.packed);
  if (!unpacked) return { arrives: 'action', action: '', input: {}, idempotencyKey: randomUUID() };
  const { action, nonce } = unpacked;
  // What the button holds stands above what was typed: a field cannot pass for it.
  return { arrives: 'action', action, input: { ...separated.fields, ...unpacked.input }, idempotencyKey: nonce };
}
