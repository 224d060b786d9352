import type { App } from '@slack/bolt';
import { AnswerOnce } from '../../conversation/answer-once.ts';
import { introduce, leave } from '../../conversation/handle-arrival.ts';
import { type Workspace, workspaceOf } from '../send/clients.ts';
import { say } from '../send/show.ts';
import { botOf, type Listening } from './listening.ts';

/** The bot is taken into channels and out of them; public and private ones alike. */
export function hearRooms(app: App, { edge, senderIn }: Listening): void {
  const answerOnce = new AnswerOnce();
  const left = async (workspace: Workspace, channel: string) => {
    // Whoever did it: nothing is said there, so nobody need be known.
    const { sender } = await senderIn(workspace, '', channel);
    await leave(edge, sender);
  };

  app.event('member_joined_channel', async ({ event, body }) => {
    if (event.user !== botOf(body)) return;
    await answerOnce.once(body.event_id, async () => {
      const { client, sender } = await senderIn(workspaceOf(body), event.user, event.channel);
      await say(client, await introduce(edge, sender, `slack:${body.event_id}`), event.channel, null);
    });
  });

  app.event('member_left_channel', async ({ event, body }) => {
    if (event.user === botOf(body)) await left(workspaceOf(body), event.channel);
  });

  // Slack withholds one or the other at times: https://docs.slack.dev/reference/events/channel_left
  app.event('channel_left', ({ event, body }) => left(workspaceOf(body), event.channel));
  app.event('group_left', ({ event, body }) => left(workspaceOf(body), event.channel));
  app.event('channel_archive', ({ event, body }) => left(workspaceOf(body), event.channel));
  app.event('group_archive', ({ event, body }) => left(workspaceOf(body), event.channel));
  app.event('channel_deleted', ({ event, body }) => left(workspaceOf(body), event.channel));
  app.event('group_deleted', ({ event, body }) => left(workspaceOf(body), event.channel));
}
