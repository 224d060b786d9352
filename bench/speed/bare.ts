import { once } from 'node:events';
import { App, HTTPReceiver } from '@slack/bolt';
import { CloudAdapter, type TurnContext } from 'botbuilder';
import restify from 'restify';
import { platformsOf } from '../../bot/playground.ts';
import { authentication } from '../../bot/teams/connector.ts';
import { answerParent } from './processes.ts';
import { cpu, type Subject, type SubjectSetup } from './subject.ts';

/**
 * The SDKs as their own samples set them up, with the same checks of who is calling and handlers that do nothing: what
 * our bot is measured against.
 */
answerParent<Subject>({
  async start(setup) {
    await startTeams(setup);
    await startSlack(setup);
  },
  settle: async () => undefined,
  cpu,
});

async function startTeams({ simulatorUrl, credentials, port }: SubjectSetup): Promise<void> {
  const { teams } = platformsOf({ url: simulatorUrl }, credentials);
  const adapter = new CloudAdapter(authentication(teams.access));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, answerNothing);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

/** Teams takes an invoke without any answer for a bot that does not know it (501). */
async function answerNothing(context: TurnContext): Promise<void> {
  if (context.activity.type === 'invoke') {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
  }
}

/** On the port after that of Teams: each SDK has its own server. */
async function startSlack({ simulatorUrl, credentials, port }: SubjectSetup): Promise<void> {
  const { slack } = platformsOf({ url: simulatorUrl }, credentials);
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, endpoints: '/slack/events' });
  const app = new App({ receiver, token: slack.botToken, clientOptions: { slackApiUrl: slack.apiUrl } });
  app.event('message', async () => undefined);
  app.action(/.*/, async ({ ack }) => ack());
  app.view(/.*/, async ({ ack }) => ack());
  await receiver.start({ port: port + 1, host: '127.0.0.1' });
}
