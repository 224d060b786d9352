import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { separateFields, unpackAction } from '../../cards/wire.ts';
import type { Arrival } from '../answer.ts';
import { placeOf, type TeamsActivity } from './activity.ts';

export const receiptOf = (activity: TeamsActivity): string => `teams:${activity.id ?? randomUUID()}`;

/** A client without Action.Execute sends its fallback as a message with the button's data. */
export const isPressed = ({ value }: TeamsActivity): boolean => value !== undefined && value !== null;

/** The button's own data says what to do; anything else is an action that nobody knows. */
export function readExecute(activity: TeamsActivity): Arrival {
  const value = z.looseObject({ action: z.looseObject({ data: z.unknown() }) }).safeParse(activity.value);
  return readData(value.success ? value.data.action.data : null);
}

/** What a `message` activity says: the press of a button, or words. */
export function readMessage(activity: TeamsActivity): Arrival {
  if (isPressed(activity)) return readData(activity.value);
  return {
    arrives: 'words',
    text: textOf(activity),
    receipt: receiptOf(activity),
    message: activity.id ?? '',
    repliesTo: placeOf(activity).root ?? quotedIn(activity),
    files: [],
  };
}

/** An edited or deleted message (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages). */
export function readAfterwards(activity: TeamsActivity): Arrival | null {
  const { type, id, channelData, timestamp = '' } = activity;
  if (id === undefined) return null;
  const { eventType } = channelData;
  if (type === 'messageUpdate' && eventType === 'editMessage')
    // The message keeps its id, so the time tells one edit from another.
    return { arrives: 'edit', message: id, text: textOf(activity), receipt: `teams:${id}:edited:${timestamp}` };
  if (type === 'messageDelete' && eventType === 'softDeleteMessage')
    return { arrives: 'deletion', message: id, receipt: `${receiptOf(activity)}:deleted` };
  return null;
}

/** The words without the name of the bot, which a channel or group needs to be heard. */
function textOf({ text = '', entities = [], recipient }: TeamsActivity): string {
  const mention = z.looseObject({ text: z.string().min(1), mentioned: z.looseObject({ id: z.string() }) });
  const names = entities.flatMap((entity) => {
    const { data } = mention.safeParse(entity);
    return entity.type === 'mention' && data?.mentioned.id === recipient.id ? [data.text] : [];
  });
  return names.reduce((rest, name) => rest.replaceAll(name, ' '), text).trim();
}

/** The message that a reply in a chat quotes; Teams names it in the HTML that comes along. */
function quotedIn({ attachments = [] }: TeamsActivity): string | null {
  const html = attachments.find(({ contentType }) => contentType === 'text/html')?.content;
  const found =
    typeof html === 'string' ? /<blockquote[^>]*itemtype="[^"]*\/Reply"[^>]*itemid="(\d+)"/.exec(html) : null;
  return found?.[1] ?? null;
}

function readData(data: unknown): Arrival {
  const separated = separateFields(data);
  const unpacked = separated && unpackAction(separated.packed);
  if (!unpacked) return { arrives: 'action', action: '', input: {}, receipt: randomUUID() };
  const { action, nonce } = unpacked;
  // What the button holds stands above what was typed: a field cannot pass for it.
  return { arrives: 'action', action, input: { ...separated.fields, ...unpacked.input }, receipt: nonce };
}
