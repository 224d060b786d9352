import { randomUUID } from 'node:crypto';
import type { App } from '@slack/bolt';
import { AnswerOnce } from '../../conversation/answer-once.ts';
import { handleArrival } from '../../conversation/handle-arrival.ts';
import type { Workspace } from '../place.ts';
import { workspaceOf } from '../send/clients.ts';
import { publishHome, say } from '../send/show.ts';
import { botOf, type Listening } from './listening.ts';

/** The app's own place in Slack: its Home tab is filled, and whoever opens its messages for the first time is greeted. */
export function hearHome(app: App, listening: Listening): void {
  app.event('app_home_opened', async ({ event, body }) => {
    const workspace = workspaceOf(body);
    if (event.tab === 'home') return refreshHome(listening, workspace, event.user);
    if (event.tab !== 'messages') return;
    const { client, sender } = await listening.visit(workspace, event.user, event.channel);
    const opening = { arrives: 'opening', idempotencyKey: `slack:${body.event_id}` } as const;
    const outgoing = await handleArrival(listening.edge, sender, opening);
    if (outgoing) await say(client, outgoing, event.channel, null);
  });
}

/** Fills the Home tab as things stand now. */
export async function refreshHome({ edge, visit }: Listening, workspace: Workspace, user: string): Promise<void> {
  const { client, sender } = await visit(workspace, user);
  const shown = { arrives: 'action', action: 'show-home', input: {}, idempotencyKey: randomUUID() } as const;
  const outgoing = await handleArrival(edge, sender, shown);
  if (outgoing) await publishHome(client, user, outgoing);
}

/** The bot is taken into channels and out of them; public and private ones alike. */
export function hearRooms(app: App, { edge, visit }: Listening): void {
  const answerOnce = new AnswerOnce();
  const left = async (workspace: Workspace, channel: string, event: string) => {
    // Nothing is said there, so it does not matter who did it.
    const { sender } = await visit(workspace, '', channel);
    await handleArrival(edge, sender, { arrives: 'bot-removed', idempotencyKey: `slack:${event}` });
  };

  app.event('member_joined_channel', async ({ event, body }) => {
    if (event.user !== botOf(body)) return;
    await answerOnce.once(body.event_id, async () => {
      const { client, sender } = await visit(workspaceOf(body), event.user, event.channel);
      const added = { arrives: 'bot-added', idempotencyKey: `slack:${body.event_id}` } as const;
      const outgoing = await handleArrival(edge, sender, added);
      if (outgoing) await say(client, outgoing, event.channel, null);
    });
  });

  app.event('member_left_channel', async ({ event, body }) => {
    if (event.user === botOf(body)) await left(workspaceOf(body), event.channel, body.event_id);
  });

  // Slack withholds one or the other at times: https://docs.slack.dev/reference/events/channel_left
  app.event('channel_left', ({ event, body }) => left(workspaceOf(body), event.channel, body.event_id));
  app.event('group_left', ({ event, body }) => left(workspaceOf(body), event.channel, body.event_id));
  app.event('channel_archive', ({ event, body }) => left(workspaceOf(body), event.channel, body.event_id));
  app.event('group_archive', ({ event, body }) => left(workspaceOf(body), event.channel, body.event_id));
  app.event('channel_deleted', ({ event, body }) => left(workspaceOf(body), event.channel, body.event_id));
  app.event('group_deleted', ({ event, body }) => left(workspaceOf(body), event.channel, body.event_id));
}
