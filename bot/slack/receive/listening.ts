import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Inbound } from '../../../handlers/handler.ts';
import {
  type Arrival,
  type Edge,
  handleArrival,
  type Outgoing,
  type Sender,
} from '../../conversation/handle-arrival.ts';
import type { SlackClients, Workspace } from '../send/clients.ts';
import { openChat } from '../send/deliver.ts';
import { namingWith } from './names.ts';
import { senderOf } from './sender.ts';
import { namelessIn, slackToText } from './text.ts';

/** What the listeners share: who somebody is, where their chat is, and what the bot answers them. */
export interface Listening {
  edge: Edge;
  /** The direct message with a person, opened where it is not yet. */
  chatOf(workspace: Workspace, user: string): Promise<string>;
  /** What the user wrote, out of Slack's spelling, with the names of those whom it mentions. */
  toText(workspace: Workspace, user: string, spelt: string): Promise<string>;
  senderIn(workspace: Workspace, user: string, channel: string): Promise<{ client: WebClient; sender: Sender }>;
  ask(
    workspace: Workspace,
    user: string,
    channel: string,
    arrival: Arrival,
  ): Promise<{ client: WebClient; outgoing: Outgoing | null }>;
}

/** So many people's chats are known by heart. */
const most = 10_000;

export function listeningWith(clients: SlackClients, edge: Edge): Listening {
  const chats = new Map<string, string>();
  const senderIn: Listening['senderIn'] = async (workspace, user, channel) => {
    const tenant = await tenantOf(edge, workspace);
    const client = await clients.of(workspace);
    return { client, sender: senderOf(client, tenant, workspace, user, channel) };
  };
  const named = namingWith(edge.log);
  return {
    edge,
    senderIn,
    async toText(workspace, user, spelt) {
      const nameless = namelessIn(spelt);
      if (nameless.length === 0) return slackToText(spelt).trim();
      const { client, sender } = await senderIn(workspace, user, '');
      return slackToText(spelt, await named(client, workspace, nameless, sender.locale)).trim();
    },
    async chatOf(workspace, user) {
      const key = `${workspace.team}:${user}`;
      const channel = chats.get(key) ?? (await openChat(await clients.of(workspace), user));
      chats.set(key, channel);
      if (chats.size > most) chats.delete(chats.keys().next().value ?? '');
      return channel;
    },
    async ask(workspace, user, channel, arrival) {
      const { client, sender } = await senderIn(workspace, user, channel);
      return { client, outgoing: await handleArrival(edge, sender, arrival) };
    },
  };
}

/** Whose a workspace is: its own id is connected, or that of the Enterprise organisation that it is in. */
export async function tenantOf({ directory }: Edge, { team, enterprise }: Workspace): Promise<string> {
  const own = team !== '' && (await directory.organisationAt('slack', team)) !== null;
  return own || enterprise === '' ? team : enterprise;
}

/** A button or form as it came back; what is none of ours asks for an action that nobody knows. */
export function pressed(unpacked: Inbound | null): Extract<Arrival, { arrives: 'action' }> {
  const { action, input, idempotencyKey } = unpacked ?? { action: '', input: {}, idempotencyKey: randomUUID() };
  return { arrives: 'action', action, input, idempotencyKey };
}

/** The bot's own user in the workspace of an event (https://docs.slack.dev/apis/events-api/#authorizations). */
export function botOf(body: { authorizations?: Array<{ user_id: string; is_bot: boolean }> }): string | undefined {
  return body.authorizations?.find(({ is_bot }) => is_bot)?.user_id;
}
