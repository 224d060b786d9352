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
  const { client, answered } = await ask(workspace, user, await chatOf(workspace, user), inbound);
  if (answered) await publishHome(client, user, answered);
}

async function greet({ answering, senderIn }: Listening, workspace: Workspace, user: string, channel: string) {
  const { client, sender } = await senderIn(workspace, user, channel);
  const answered = await welcome(answering, sender);
  if (answered) await say(client, answered, channel, null);
}
