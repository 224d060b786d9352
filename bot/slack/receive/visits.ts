import { randomUUID } from 'node:crypto';
import type { App } from '@slack/bolt';
import { AnswerOnce } from '../../conversation/answer-once.ts';
import { deadlineOf } from '../../conversation/edge.ts';
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
    const idempotencyKey = `slack:${body.event_id}`;
    await listening.answer(listening.visit(workspace, event.user, event.channel), {
      read: () => ({ arrives: 'opening', idempotencyKey }),
      show: ({ client }, outgoing) => say(client, outgoing, event.channel, null),
    });
  });
}

/** Fills the Home tab as things stand now. */
export async function refreshHome({ answer, visit }: Listening, workspace: Workspace, user: string): Promise<void> {
  await answer(visit(workspace, user), {
    read: () => ({ arrives: 'action', action: 'show-home', input: {}, idempotencyKey: randomUUID() }),
    show: ({ client }, outgoing) => publishHome(client, user, outgoing),
  });
}

/** The bot is taken into channels and out of them; public and private ones alike. */
export function hearRooms(app: App, { edge, visit, answer }: Listening): void {
  const answerOnce = new AnswerOnce();
  const left = (workspace: Workspace, channel: string, event: string) =>
    // Nothing is said there, so it does not matter who did it.
    answer(visit(workspace, '', channel), {
      read: () => ({ arrives: 'bot-removed', idempotencyKey: `slack:${event}` }),
      show: async () => undefined,
    });

  app.event('member_joined_channel', async ({ event, body }) => {
    if (event.user !== botOf(body)) return;
    // Not the event's id: Slack may tell of one event under several (https://github.com/slackapi/node-slack-sdk/issues/2141).
    const idempotencyKey = `slack:${event.channel}:${event.event_ts}:joined`;
    const introduced = answerOnce.once(idempotencyKey, async () => {
      const { client, sender } = await visit(workspaceOf(body), event.user, event.channel);
      const outgoing = await handleArrival(edge, sender, { arrives: 'bot-added', idempotencyKey });
      if (outgoing) await say(client, outgoing, event.channel, null);
    });
    await deadlineOf(edge, 'slack').known(introduced);
  });

  app.event('member_left_channel', async ({ event, body }) => {
    if (event.user === botOf(body)) await left(workspaceOf(body), event.channel, body.event_id);
  });

  // A private channel that is shared with another organisation gets another id:
  // https://docs.slack.dev/reference/events/channel_id_changed
  app.event('channel_id_changed', ({ event, body }) =>
    answer(visit(workspaceOf(body), '', event.new_channel_id), {
      read: () => ({ arrives: 'room-moved', from: event.old_channel_id, idempotencyKey: `slack:${body.event_id}` }),
      show: async () => undefined,
    }),
  );

  // Slack withholds one or the other at times: https://docs.slack.dev/reference/events/channel_left
  app.event('channel_left', ({ event, body }) => left(workspaceOf(body), event.channel, body.event_id));
  app.event('group_left', ({ event, body }) => left(workspaceOf(body), event.channel, body.event_id));
  app.event('channel_archive', ({ event, body }) => left(workspaceOf(body), event.channel, body.event_id));
  app.event('group_archive', ({ event, body }) => left(workspaceOf(body), event.channel, body.event_id));
  app.event('channel_deleted', ({ event, body }) => left(workspaceOf(body), event.channel, body.event_id));
  app.event('group_deleted', ({ event, body }) => left(workspaceOf(body), event.channel, body.event_id));
}
