import type { App } from '@slack/bolt';
import { AnswerOnce } from '../../conversation/answer-once.ts';
import type { Arrival } from '../../conversation/handle-arrival.ts';
import { type Workspace, workspaceOf } from '../send/clients.ts';
import { say } from '../send/show.ts';
import { botOf, type Listening } from './listening.ts';
import { readMention, readMessageEvent } from './read-event.ts';
import { isDirect } from './sender.ts';

/** What people write to the bot, in their own chat or where they call it by name. */
export function hearWords(app: App, { ask, toText }: Listening): void {
  const answerOnce = new AnswerOnce();
  const hear = async (workspace: Workspace, said: ReturnType<typeof readMessageEvent>) => {
    if (!said) return;
    const { user, channel, arrival } = said;
    await answerOnce.once(arrival.idempotencyKey, async () => {
      const read = 'text' in arrival ? { ...arrival, text: await toText(workspace, user, arrival.text) } : arrival;
      const { client, outgoing } = await ask(workspace, user, channel, read);
      const thread = arrival.arrives === 'words' || arrival.arrives === 'edit' ? threadOf(channel, arrival) : null;
      if (outgoing) await say(client, outgoing, channel, thread);
    });
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
function threadOf(
  channel: string,
  { message, repliesTo }: Extract<Arrival, { arrives: 'words' | 'edit' }>,
): string | null {
  return repliesTo ?? (isDirect(channel) ? null : message);
}
