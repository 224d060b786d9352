import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { ZodError } from 'zod';
import { readViewState } from '../../../cards/render/block-kit/view-state.ts';
import type { Inbound } from '../../../handlers/handler.ts';
import type { Action, Arrival } from '../../conversation/arrival.ts';
import { deadlineOf, type Edge, organisationOf } from '../../conversation/edge.ts';
import { handleArrival } from '../../conversation/handle-arrival.ts';
import type { Outgoing } from '../../conversation/outgoing.ts';
import type { Workspace } from '../place.ts';
import type { SlackClients } from '../send/clients.ts';
import { openChat } from '../send/deliver.ts';
import { namelessIn, namingWith, slackToText } from './read/text.ts';
import { type SlackSender, senderOf } from './sender.ts';

/** Everything that the listeners share. */
export interface Listening {
  edge: Edge;
  /** Another server in Slack's place, in local mode. */
  apiUrl: string | undefined;
  /**
   * A person's doing in a channel, and the client by which the bot speaks there.
   * @param channel their own chat when it is left out
   */
  visit(workspace: Workspace, user: string, channel?: string): Promise<Visit>;
  /** Whether the bot has been met in a channel. */
  isRoom(workspace: Workspace, channel: string): Promise<boolean>;
  /**
   * Hands an arrival on, and shows the reply.
   * @throws NotKnownYet when the result is not known in time; it is shown when it is known after all
   */
  answer(visiting: Promise<Visit>, asked: Asked): Promise<void>;
}

interface Asked {
  read(visited: Visit): Arrival | Promise<Arrival>;
  show(visited: Visit, outgoing: Outgoing): Promise<void>;
}

/** Somebody who did something somewhere in Slack. */
export interface Visit {
  client: WebClient;
  sender: SlackSender;
  user: string;
  channel: string;
  /** The direct message with the person, opened where it is not yet. */
  ownChat(): Promise<string>;
  /** The person's text, out of Slack's spelling, with the names of the people whom it mentions. */
  toText(spelt: string): Promise<string>;
}

/** More people than a large municipality has leaders; asking Slack again costs a call (conversations.open), no more. */
const mostChats = 10_000;

export function listeningWith(clients: SlackClients, edge: Edge, apiUrl: string | undefined): Listening {
  const chats = new LRUCache<string, string>({ max: mostChats });
  const named = namingWith(edge.log);
  const chatOf = async (client: WebClient, { team }: Workspace, user: string) => {
    const key = `${team}:${user}`;
    const channel = chats.get(key) ?? (await openChat(client, user));
    chats.set(key, channel);
    return channel;
  };
  return {
    edge,
    apiUrl,
    async answer(visiting, { read, show }) {
      const deadline = deadlineOf(edge, 'slack');
      const handle = async () => {
        const visited = await visiting;
        return { visited, outgoing: await handleArrival(edge, visited.sender, await read(visited)) };
      };
      const shown = async ({ visited, outgoing }: Awaited<ReturnType<typeof handle>>) => {
        if (outgoing) await show(visited, outgoing);
      };
      const late = (result: Awaited<ReturnType<typeof handle>>) => {
        shown(result).catch((err: unknown) => edge.log.error({ platform: 'slack', err }, 'event failed'));
      };
      await shown(await deadline.known(handle(), late));
    },
    async isRoom(workspace, channel) {
      const tenant = await tenantOf(edge, workspace);
      const organisation = await organisationOf(edge, { platform: 'slack', tenant });
      const rooms = await edge.world(organisation).rooms.all();
      return rooms.some(({ platform, conversation }) => platform === 'slack' && conversation === channel);
    },
    async visit(workspace, user, given) {
      const tenant = await tenantOf(edge, workspace);
      // First of all: nothing is called for a workspace that nobody has connected.
      await organisationOf(edge, { platform: 'slack', tenant });
      const client = await clients.of(workspace);
      const ownChat = () => chatOf(client, workspace, user);
      const channel = given ?? (await ownChat());
      const sender = senderOf(client, tenant, workspace, user, channel);
      return {
        client,
        sender,
        user,
        channel,
        ownChat,
        async toText(spelt) {
          const nameless = namelessIn(spelt);
          if (nameless.length === 0) return slackToText(spelt).trim();
          return slackToText(spelt, await named(client, workspace, nameless, sender.locale)).trim();
        },
      };
    },
  };
}

/** The tenant that a workspace is connected by: its own id, or that of the Enterprise organisation that it is in. */
export async function tenantOf({ directory }: Edge, { team, enterprise }: Workspace): Promise<string> {
  const own = team !== '' && (await directory.organisationAt('slack', team)) !== null;
  return own || enterprise === '' ? team : enterprise;
}

/** A button or form as it came back; anything that is not ours asks for an action that nobody knows. */
export function pressed(unpacked: Inbound | null): Action {
  if (!unpacked) return { arrives: 'action', action: '', input: {}, idempotencyKey: randomUUID() };
  const { action, input, held = input, idempotencyKey } = unpacked;
  return { arrives: 'action', action, input, held, idempotencyKey };
}

/**
 * Reads the fields of a modal, by field id; null for those of a modal from before an update.
 * @param state `view.state` of a submission, or of a press in a modal
 */
export function readFields(state: unknown): Record<string, string> | null {
  try {
    return readViewState(state);
  } catch (error) {
    if (error instanceof ZodError) return null;
    throw error;
  }
}

/** The bot's own user in the workspace of an event (https://docs.slack.dev/apis/events-api/#authorizations). */
export function botOf(body: { authorizations?: Array<{ user_id: string; is_bot: boolean }> }): string | undefined {
  return body.authorizations?.find(({ is_bot }) => is_bot)?.user_id;
}
