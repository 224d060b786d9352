import { App, HTTPReceiver } from '@slack/bolt';
import { platformsOf } from '../../bot/local/playground.ts';
import { answerParent } from './processes.ts';
import { cpu, type Subject } from './subject.ts';

/** Bolt as its own samples set it up, with its check of signatures and handlers that only acknowledge. */
answerParent<Subject>({
  async start({ simulatorUrl, credentials, port }) {
    const { slack } = platformsOf({ url: simulatorUrl }, credentials);
    const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, endpoints: '/slack/events' });
    const app = new App({ receiver, token: slack.botToken, clientOptions: { slackApiUrl: slack.apiUrl } });
    app.event('message', async () => undefined);
    app.action(/.*/, async ({ ack }) => ack());
    app.view(/.*/, async ({ ack }) => ack());
    await receiver.start({ port, host: '127.0.0.1' });
  },
  settle: async () => undefined,
  cpu,
});
