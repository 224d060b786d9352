import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { AnswerOnce } from '../../conversation/answer-once.ts';
import type { Arrival } from '../../conversation/arrival.ts';
import { deadlineOf } from '../../conversation/edge.ts';
import { handleArrival } from '../../conversation/handle-arrival.ts';
import { longestText, withTexts, wordsOfFile } from '../../conversation/text-files.ts';
import type { Workspace } from '../place.ts';
import { workspaceOf } from '../send/clients.ts';
import { fetchFile } from '../send/files.ts';
import { say } from '../send/show.ts';
import { botOf, type Listening } from './listening.ts';
import { type Heard, readMention, readMessageEvent, type TextFile } from './read/read-event.ts';
import { isDirect } from './sender.ts';

/** Hears messages to the bot, in a person's own chat and where they call it by name. */
export function hearWords(app: App, { edge, visit, apiUrl }: Listening): void {
  const answerOnce = new AnswerOnce();
  const wordsWith = async <Given extends Extract<Arrival, { arrives: 'words' | 'edit' }>>(
    client: WebClient,
    arrival: Given,
    texts: readonly TextFile[],
    toText: (spelt: string) => Promise<string>,
  ): Promise<Given> =>
    withTexts({ ...arrival, text: await toText(arrival.text) }, texts, ({ id }) =>
      wordsOfFile(fetchFile(client, id, longestText, apiUrl), 'slack', edge.log),
    );
  const ownUsers = new WeakMap<WebClient, string>();
  /** The bot's own user, where an event does not say who that is. */
  const ownUser = async (client: WebClient): Promise<string | undefined> => {
    const user = ownUsers.get(client) ?? (await client.auth.test()).user_id;
    if (user !== undefined) ownUsers.set(client, user);
    return user;
  };
  const hear = async (
    workspace: Workspace,
    botUser: string | undefined,
    readFor: (botUser: string | undefined) => Heard | null,
  ) => {
    const first = readFor(botUser);
    if (!first) return;
    const { user, channel } = first;
    const answered = answerOnce.once(first.arrival.idempotencyKey, async () => {
      const { client, sender, toText } = await visit(workspace, user, channel);
      const heard = botUser === undefined ? readFor(await ownUser(client)) : first;
      if (!heard) return;
      const { arrival, texts, isForeign } = heard;
      const read =
        'text' in arrival && 'message' in arrival && !isForeign
          ? await wordsWith(client, arrival, texts, toText)
          : arrival;
      const outgoing = await handleArrival(edge, isForeign ? { ...sender, foreign: true } : sender, read);
      if (outgoing) await say(client, outgoing, channel, threadOf(channel, read));
    });
    // Slack sends again what is late, and the repeat ends as the first does.
    await deadlineOf(edge, 'slack').known(answered);
  };

  app.event('message', async ({ event, body }) => {
    const workspace = workspaceOf(body);
    // In channels the bot hears only what mentions it. A message may come without the kind of its place.
    const isIm = event.channel_type === undefined ? isDirect(event.channel) : event.channel_type === 'im';
    if (isIm) await hear(workspace, botOf(body), (botUser) => readMessageEvent(event, workspace, botUser));
  });

  app.event('app_mention', async ({ event, body }) => {
    const workspace = workspaceOf(body);
    await hear(workspace, botOf(body), (botUser) => readMention(event, workspace, botUser));
  });
}

/** In a channel the answer stands in the thread; in a direct message only where the person wrote in one. */
function threadOf(channel: string, arrival: Arrival): string | null {
  if (arrival.arrives !== 'words' && arrival.arrives !== 'edit') return null;
  return arrival.repliesTo ?? (isDirect(channel) ? null : arrival.message);
}
