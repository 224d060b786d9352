import type { App } from '@slack/bolt';
import { AnswerOnce } from '../../conversation/answer-once.ts';
import type { Arrival } from '../../conversation/arrival.ts';
import { deadlineOf } from '../../conversation/edge.ts';
import { handleArrival } from '../../conversation/handle-arrival.ts';
import type { Workspace } from '../place.ts';
import { workspaceOf } from '../send/clients.ts';
import { say } from '../send/show.ts';
import { botOf, type Listening } from './listening.ts';
import { type Heard, readMention, readMessageEvent } from './read-event.ts';
import { isDirect } from './sender.ts';

/** Hears messages to the bot, in a person's own chat and where they call it by name. */
export function hearWords(app: App, { edge, visit }: Listening): void {
  const answerOnce = new AnswerOnce();
  const hear = async (workspace: Workspace, heard: Heard | null) => {
    if (!heard) return;
    const { user, channel, arrival } = heard;
    const answered = answerOnce.once(arrival.idempotencyKey, async () => {
      const { client, sender, toText } = await visit(workspace, user, channel);
      const read = 'text' in arrival ? { ...arrival, text: await toText(arrival.text) } : arrival;
      const outgoing = await handleArrival(edge, sender, read);
      if (outgoing) await say(client, outgoing, channel, threadOf(channel, read));
    });
    // Slack sends again what is late, and the repeat ends as the first does.
    await deadlineOf(edge, 'slack').known(answered);
  };

  app.event('message', async ({ event, body }) => {
    const workspace = workspaceOf(body);
    // In channels the bot hears only what mentions it.
    if (event.channel_type === 'im') await hear(workspace, readMessageEvent(event, workspace, botOf(body)));
  });

  app.event('app_mention', async ({ event, body }) => {
    const workspace = workspaceOf(body);
    await hear(workspace, readMention(event, workspace, botOf(body)));
  });
}

/** In a channel the answer stands in the thread; in a direct message only where the person wrote in one. */
function threadOf(channel: string, arrival: Arrival): string | null {
  if (arrival.arrives !== 'words' && arrival.arrives !== 'edit') return null;
  return arrival.repliesTo ?? (isDirect(channel) ? null : arrival.message);
}
