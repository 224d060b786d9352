import type { Content, Json } from '../chats.ts';
import type { Identity, People } from '../people.ts';
import { withIds } from './ids.ts';
import { messageRefusal } from './limits.ts';
import { type Method, refuse, refuseContent } from './method.ts';
import { botMessage } from './payloads.ts';

/** https://docs.slack.dev/reference/methods?family=chat, in direct messages. */
export const chatMethods: Record<string, Method> = {
  'chat.postMessage': (args, { people, chats, credentials, now }) => {
    const person = personAt(people, args.channel);
    if (!person) return refuse('channel_not_found');
    const refusal = messageRefusal(args);
    if (refusal) return refuseContent(refusal);
    const content = contentOf(args);
    const ts = chats.add('slack', person.email, { from: 'bot', ...content }, now());
    const message = botMessage({ id: ts, ...content }, credentials);
    return { ok: true, channel: person.slackChannel, ts, message };
  },

  'chat.update': (args, { people, chats, credentials }) => {
    const person = personAt(people, args.channel);
    if (!person) return refuse('channel_not_found');
    const earlier = chats.find('slack', person.email, String(args.ts));
    if (!earlier) return refuse('message_not_found');
    if (earlier.from !== 'bot') return refuse('cant_update_message');
    const refusal = messageRefusal(args);
    if (refusal) return refuseContent(refusal);
    const { id, at } = earlier;
    const content = contentOf(args);
    chats.put('slack', person.email, { id, from: 'bot', at, ...content });
    const message = botMessage({ id, ...content }, credentials);
    return { ok: true, channel: person.slackChannel, ts: id, text: message.text, message };
  },

  'chat.delete': ({ channel, ts }, { people, chats }) => {
    const person = personAt(people, channel);
    if (!person) return refuse('channel_not_found');
    const earlier = chats.find('slack', person.email, String(ts));
    if (!earlier) return refuse('message_not_found');
    if (earlier.from !== 'bot') return refuse('cant_delete_message');
    chats.remove('slack', person.email, earlier.id);
    return { ok: true, channel: person.slackChannel, ts: earlier.id };
  },
};

/** A direct message is found by its own id or by the person's. */
function personAt(people: People, channel: unknown): Identity | undefined {
  return people.find('slack', ({ slackChannel, slackUser }) => channel === slackChannel || channel === slackUser);
}

function contentOf({ text, blocks }: Json): Content {
  return {
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(Array.isArray(blocks) ? { blocks: withIds(blocks as Json[]) } : {}),
  };
}
