import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { renderBlocks } from '../../cards/render/block-kit.ts';
import type { Place } from '../../domain/organisation.ts';
import type { Channel } from '../../jobs/job.ts';
import { problemOf } from './client.ts';

/** A direct message with the bot. `user` is the Slack user id. */
export interface SlackPlace extends Place {
  user: string;
  channel: string;
}

export function slackChannel(client: WebClient): Channel {
  return {
    async post(place, card, _language, thread) {
      const { channel } = place as SlackPlace;
      const under = thread === undefined ? {} : { thread_ts: thread };
      const said = { channel, ...renderBlocks(card, randomUUID()), ...quiet, ...under };
      const { ts } = await orProblem(client.chat.postMessage(said));
      if (!ts) throw new Error('chat.postMessage gave no ts');
      return { conversation: channel, message: ts };
    },
    async update(place, message, card) {
      const { channel } = place as SlackPlace;
      await orProblem(client.chat.update({ channel, ts: message, ...renderBlocks(card, randomUUID()) }));
    },
    async publishHome(place, card) {
      const { user } = place as SlackPlace;
      const { blocks } = renderBlocks(card, randomUUID());
      await orProblem(client.views.publish({ user_id: user, view: { type: 'home', blocks } }));
    },
    fetchFile: () => Promise.resolve('gone'),
    async find(email) {
      try {
        const { user } = await client.users.lookupByEmail({ email });
        return user?.id ? { user: user.id, channel: await openChat(client, user.id) } : null;
      } catch (error) {
        if (isUnknownUser(error)) return null;
        throw problemOf(error);
      }
    },
  };
}

/** No previews of what somebody's text may link to. */
export const quiet = { unfurl_links: false, unfurl_media: false } as const;

/** The direct message channel with a person; Slack gives the same one every time. */
export async function openChat(client: WebClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  if (!channel?.id) throw new Error('conversations.open gave no channel');
  return channel.id;
}

async function orProblem<Value>(call: Promise<Value>): Promise<Value> {
  try {
    return await call;
  } catch (error) {
    throw problemOf(error);
  }
}

function isUnknownUser(error: unknown): boolean {
  return (error as { data?: { error?: string } }).data?.error === 'users_not_found';
}
