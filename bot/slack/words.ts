import type { App } from '@slack/bolt';
import type { Arrival } from '../answer.ts';
import { Arrivals } from '../arrivals.ts';
import { type Workspace, workspaceOf } from './clients.ts';
import { botOf, type Listening } from './listening.ts';
import { readMention, readMessageEvent } from './said.ts';
import { isDirect } from './sender.ts';
import { say } from './show.ts';

/** What people write to the bot, in their own chat or where they call it by name. */
export function hearWords(app: App, { ask }: Listening): void {
  const arrivals = new Arrivals();
  const hear = async (workspace: Workspace, said: ReturnType<typeof readMessageEvent>) => {
    if (!said) return;
    const { user, channel, arrival } = said;
    await arrivals.once(arrival.receipt, async () => {
      const { client, answered } = await ask(workspace, user, channel, arrival);
      const thread = arrival.arrives === 'words' ? threadOf(channel, arrival) : null;
      if (answered) await say(client, answered, channel, thread);
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
function threadOf(channel: string, { message, repliesTo }: Extract<Arrival, { arrives: 'words' }>): string | null {
  return repliesTo ?? (isDirect(channel) ? null : message);
}
