import type { Content, Json } from '../../chats.ts';
import type { Accepted } from '../../ledger.ts';
import { textsOf } from '../blocks/read-blocks.ts';
import { directMessage, type Spot } from '../channels.ts';
import { botMessage } from '../events/payloads.ts';
import { withIds } from '../ids.ts';
import { messageRefusal } from '../limits.ts';
import { type Method, refuse, refuseContent, type Workspace } from './method.ts';

/** https://docs.slack.dev/reference/methods?family=chat */
export const chatMethods: Record<string, Method> = {
  'chat.postMessage': (args, workspace) => {
    const spot = spotOf(args.channel, workspace);
    if ('error' in spot) return refuse(spot.error);
    const refusal = messageRefusal(args);
    if (refusal) return refuseContent(refusal);
    const metadata = metadataOf(args);
    const about = { ...(args.thread_ts ? { thread: String(args.thread_ts) } : {}), ...(metadata ? { metadata } : {}) };
    const content = { ...contentOf(args), ...about };
    const ts = workspace.chats.add('slack', spot.key, { from: 'bot', ...content }, workspace.now());
    accept(workspace, 'post', spot, ts, args);
    const message = botMessage({ id: ts, ...content }, workspace.credentials);
    return { ok: true, channel: spot.id, ts, message };
  },

  'chat.postEphemeral': (args, workspace) => {
    const spot = spotOf(args.channel, workspace);
    if ('error' in spot) return refuse(spot.error);
    const person = workspace.people.find('slack', ({ slackUser }) => slackUser === args.user);
    const isThere = person && (spot.type === 'im' || workspace.channels.find(spot.id)?.members.has(person.email));
    if (!isThere) return refuse('user_not_in_channel');
    const refusal = messageRefusal(args);
    if (refusal) return refuseContent(refusal);
    const notice = { from: 'bot' as const, notice: true, only: person.email, ...contentOf(args) };
    return { ok: true, message_ts: workspace.chats.add('slack', spot.key, notice, workspace.now()) };
  },

  'chat.update': (args, workspace) => {
    const spot = spotOf(args.channel, workspace);
    if ('error' in spot) return refuse(spot.error);
    const earlier = workspace.chats.find('slack', spot.key, String(args.ts));
    // The Web API does not know ephemeral messages.
    if (!earlier || earlier.only !== undefined) return refuse('message_not_found');
    if (earlier.from !== 'bot') return refuse('cant_update_message');
    const refusal = messageRefusal(args);
    if (refusal) return refuseContent(refusal);
    const { id, at, thread } = earlier;
    const content = { ...contentOf(args), ...(thread === undefined ? {} : { thread }) };
    workspace.chats.put('slack', spot.key, { id, from: 'bot', at, ...content });
    accept(workspace, 'update', spot, id, args);
    const message = botMessage({ id, ...content }, workspace.credentials);
    return { ok: true, channel: spot.id, ts: id, text: message.text, message };
  },

  'chat.delete': ({ channel, ts }, workspace) => {
    const spot = spotOf(channel, workspace);
    if ('error' in spot) return refuse(spot.error);
    const earlier = workspace.chats.find('slack', spot.key, String(ts));
    if (!earlier) return refuse('message_not_found');
    if (earlier.from !== 'bot') return refuse('cant_delete_message');
    workspace.chats.remove('slack', spot.key, earlier.id);
    return { ok: true, channel: spot.id, ts: earlier.id };
  },
};

/** The direct messages alone: the manifest asks for no right to read channels. */
export const historyMethods: Record<string, Method> = {
  'conversations.history': ({ channel, oldest, latest, limit, include_all_metadata: all }, workspace) => {
    const spot = spotOf(channel, workspace);
    if ('error' in spot) return refuse(spot.error);
    if (spot.type !== 'im') return refuse('missing_scope');
    const within = ({ id }: { id: string }) =>
      (oldest === undefined || Number(id) >= Number(oldest)) && (latest === undefined || Number(id) <= Number(latest));
    const found = workspace.chats.of('slack', spot.key).messages.filter((one) => !one.notice && within(one));
    const shown = found.toReversed().slice(0, Number(limit ?? 100));
    const messages = shown.map((one) => ({
      ...(one.from === 'bot'
        ? botMessage(one, workspace.credentials)
        : { type: 'message', ts: one.id, text: one.text ?? '' }),
      ...(one.metadata && String(all) === 'true' ? { metadata: one.metadata } : {}),
    }));
    return { ok: true, messages, has_more: shown.length < found.length };
  },
};

/** Finds a direct message by its own id or by the person's; a channel, where the bot is a member, by its id. */
function spotOf(channel: unknown, { people, channels }: Workspace): Spot | { error: string } {
  const person = people.find(
    'slack',
    ({ slackChannel, slackUser }) => channel === slackChannel || channel === slackUser,
  );
  if (person) return directMessage(person);
  const found = channels.find(channel);
  if (!found) return { error: 'channel_not_found' };
  if (found.isArchived) return { error: 'is_archived' };
  // A private channel does not exist for people outside of it.
  if (!found.hasBot) return { error: found.isPrivate ? 'channel_not_found' : 'not_in_channel' };
  const { id, name, isPrivate } = found;
  return { key: id, id, name, type: isPrivate ? 'group' : 'channel' };
}

function accept({ ledger }: Workspace, does: Accepted['does'], { id }: Spot, message: string, args: Json): void {
  const words = textsOf(Array.isArray(args.blocks) ? args.blocks : [{ text: args.text }]);
  ledger.accept({ platform: 'slack', does, conversation: id, message, metadata: metadataOf(args) }, words);
}

/** https://docs.slack.dev/messaging/message-metadata */
const metadataOf = ({ metadata }: Json) => (metadata && typeof metadata === 'object' ? (metadata as Json) : null);

function contentOf({ text, blocks }: Json): Content {
  return {
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(Array.isArray(blocks) ? { blocks: withIds(blocks as Json[]) } : {}),
  };
}
