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
    async post(place, card) {
      const { channel } = place as SlackPlace;
      try {
        await client.chat.postMessage({ channel, ...renderBlocks(card, randomUUID()), ...quiet });
      } catch (error) {
        throw problemOf(error);
      }
    },
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

function isUnknownUser(error: unknown): boolean {
  return (error as { data?: { error?: string } }).data?.error === 'users_not_found';
}
