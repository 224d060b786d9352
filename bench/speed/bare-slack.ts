import { App, HTTPReceiver } from '@slack/bolt';
import { platformsOf } from '../../bot/local/playground.ts';
import { openNotes, reply } from './note.ts';
import { answerParent } from './processes.ts';
import { cpu, memory, type Subject } from './subject.ts';

/** The replies that are under way: Bolt acknowledges before a handler has ended. */
const underWay = new Set<Promise<void>>();

/**
 * Bolt as its own samples set it up, with its check of signatures and handlers that only acknowledge, or that store one
 * document and post one reply.
 */
answerParent<Subject>({
  async start({ mongodbUri, simulatorUrl, credentials, port, stores }) {
    const { slack } = platformsOf({ url: simulatorUrl }, credentials);
    const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, endpoints: '/slack/events' });
    const app = new App({ receiver, token: slack.botToken, clientOptions: { slackApiUrl: slack.apiUrl } });
    const notes = stores ? await openNotes(mongodbUri) : null;
    const answer = async (user: string, channel: string, ack: () => Promise<void>) => {
      await notes?.keep(user);
      await ack();
      if (!notes) return;
      const posted = app.client.chat.postMessage({ channel, text: reply }).then(() => undefined);
      underWay.add(posted);
      await posted.finally(() => underWay.delete(posted));
    };
    const nothing = async () => undefined;
    app.event('message', async ({ event }) =>
      answer('user' in event ? (event.user ?? '') : '', event.channel, nothing),
    );
    app.action(/.*/, async ({ ack, body }) => answer(body.user.id, body.channel?.id ?? body.user.id, () => ack()));
    app.view(/.*/, async ({ ack, body }) => answer(body.user.id, body.user.id, () => ack()));
    await receiver.start({ port, host: '127.0.0.1' });
  },
  async settle() {
    await Promise.all(underWay);
  },
  cpu,
  memory,
});
