import { createHash } from 'node:crypto';
import type { Language } from '../../../domain/vocabulary.ts';
import { type Arrival, readMoment } from '../../conversation/arrival.ts';
import { idempotencyKeyOf, isPersonal, type TeamsActivity } from './activity.ts';
import { readData } from './read-invoke.ts';
import { wordsOf } from './read-words.ts';

/** A client without Action.Execute sends its fallback as a message with the button's data. */
export const isPressed = ({ type, value }: TeamsActivity): boolean =>
  type === 'message' && value !== undefined && value !== null;

/** Nothing that the bot says, changes or takes back comes back as a person's doing: answering that would never end. */
const isOwn = ({ from, recipient }: TeamsActivity): boolean => from.id === recipient.id || from.role === 'bot';

/**
 * Reads an activity that Teams waits for no answer to (`readInvoke` reads the others); null where there is nothing to do.
 * `language` is that of the name of a picture that has none.
 */
export function readActivity(activity: TeamsActivity, language: Language): Arrival | null {
  switch (activity.type) {
    case 'message':
      if (isOwn(activity)) return null;
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

/** The words of `messageUpdate` for a message that was edited, and for one that came back after it was deleted. */
const updated: ReadonlyArray<string | undefined> = ['editMessage', 'undeleteMessage'];

/** An edited or undeleted message (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages). */
function readEdit(activity: TeamsActivity, language: Language): Arrival | null {
  const { id, channelData, timestamp = '' } = activity;
  const { eventType } = channelData;
  if (id === undefined || !updated.includes(eventType) || isOwn(activity)) return null;
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
  if (id === undefined || channelData.eventType !== 'softDeleteMessage' || isOwn(activity)) return null;
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
