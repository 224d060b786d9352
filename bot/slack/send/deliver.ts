import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { renderBlocks } from '../../../cards/render/block-kit/card.ts';
import type { Place } from '../../../domain/people/organisation.ts';
import type { Channel } from '../../../jobs/job.ts';
import { isGuest } from '../receive/guest.ts';
import { deliveryProblemOf, errorOf } from './client.ts';
import { type SlackClients, type Workspace, workspaceOfTenant } from './clients.ts';
import { fetchFile, unpackReference } from './files.ts';

/** A direct message with the bot in a workspace. `user` is the Slack user id. */
export interface SlackPlace extends Place, Workspace {
  user: string;
  channel: string;
}

/**
 * @param tenants what of Slack belongs to the organisation whose people are written to
 * @param apiUrl another server in Slack's place, in local mode
 */
export function slackChannel(
  clients: SlackClients,
  tenants: () => Promise<readonly string[]>,
  apiUrl: string | undefined,
): Channel {
  const at = async <Value>(place: Place, call: (client: WebClient) => Promise<Value>): Promise<Value> => {
    try {
      return await call(await clients.of(await workspaceAt(place, tenants)));
    } catch (error) {
      throw deliveryProblemOf(error);
    }
  };
  return {
    async post(place, card, _language, thread) {
      const { channel } = place as SlackPlace;
      const under = thread === undefined ? {} : { thread_ts: thread };
      const said = { channel, ...renderBlocks(card, randomUUID()), ...quiet, ...under };
      const { ts } = await at(place, (client) => client.chat.postMessage(said));
      if (!ts) throw new Error('chat.postMessage gave no ts');
      return { conversation: channel, message: ts };
    },
    async update(place, message, card) {
      const { channel } = place as SlackPlace;
      await at(place, (client) => client.chat.update({ channel, ts: message, ...renderBlocks(card, randomUUID()) }));
    },
    async publishHome(place, card) {
      const { user } = place as SlackPlace;
      const { blocks } = renderBlocks(card, randomUUID());
      await at(place, (client) => client.views.publish({ user_id: user, view: { type: 'home', blocks } }));
    },
    async fetchFile(reference, most) {
      const { workspace, file } = unpackReference(reference);
      try {
        return await fetchFile(await clients.of(workspace), file, most, apiUrl);
      } catch (error) {
        throw deliveryProblemOf(error);
      }
    },
    async find({ email }) {
      let problem: unknown = null;
      for (const tenant of await tenants()) {
        try {
          const found = await findIn(clients, tenant, email);
          if (found) return found;
        } catch (error) {
          // Somebody who is in another workspace of the organisation is found there all the same.
          problem = deliveryProblemOf(error);
        }
      }
      if (problem) throw problem;
      return null;
    },
  };
}

/** A chat from before workspaces were stored with it is in the one that the organisation had then. */
async function workspaceAt(place: Place, tenants: () => Promise<readonly string[]>): Promise<Workspace> {
  const { team, enterprise } = place;
  if (team !== undefined && enterprise !== undefined) return { team, enterprise };
  return workspaceOfTenant((await tenants())[0] ?? '');
}

async function findIn(clients: SlackClients, tenant: string, email: string): Promise<SlackPlace | null> {
  const workspace = workspaceOfTenant(tenant);
  const client = await clients.of(workspace);
  try {
    const { user } = await client.users.lookupByEmail({ email });
    if (!user?.id || isGuest(user, tenant)) return null;
    const place = { ...workspace, ...(user.team_id ? { team: user.team_id } : {}) };
    return { ...place, user: user.id, channel: await openChat(client, user.id) };
  } catch (error) {
    if (errorOf(error) === 'users_not_found') return null;
    throw error;
  }
}

/** No previews of what somebody's text may link to. */
export const quiet = { unfurl_links: false, unfurl_media: false } as const;

/** The direct message channel with a person; Slack gives the same one every time. */
export async function openChat(client: WebClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  if (!channel?.id) throw new Error('conversations.open gave no channel');
  return channel.id;
}
