import { randomUUID } from 'node:crypto';
import type { App } from '@slack/bolt';
import { welcome } from '../../conversation/welcome.ts';
import { type Workspace, workspaceOf } from '../send/clients.ts';
import { publishHome, say } from '../send/show.ts';
import type { Listening } from './listening.ts';

/** The app's own place in Slack: its Home tab is filled, and whoever opens its messages for the first time is greeted. */
export function hearHome(app: App, listening: Listening): void {
  app.event('app_home_opened', async ({ event, body }) => {
    const workspace = workspaceOf(body);
    if (event.tab === 'home') return refreshHome(listening, workspace, event.user);
    if (event.tab === 'messages') await greet(listening, workspace, event.user, event.channel);
  });
}

/** Fills the Home tab as things stand now. */
export async function refreshHome({ ask, chatOf }: Listening, workspace: Workspace, user: string): Promise<void> {
  const inbound = { arrives: 'action', action: 'show-home', input: {}, idempotencyKey: randomUUID() } as const;
  const { client, outgoing } = await ask(workspace, user, await chatOf(workspace, user), inbound);
  if (outgoing) await publishHome(client, user, outgoing);
}

async function greet({ edge, senderIn }: Listening, workspace: Workspace, user: string, channel: string) {
  const { client, sender } = await senderIn(workspace, user, channel);
  const outgoing = await welcome(edge, sender);
  if (outgoing) await say(client, outgoing, channel, null);
}
