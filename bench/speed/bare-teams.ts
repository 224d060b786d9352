import { once } from 'node:events';
import { CloudAdapter, type TurnContext } from 'botbuilder';
import restify from 'restify';
import { platformsOf } from '../../bot/local/playground.ts';
import { authentication } from '../../bot/teams/send/connector.ts';
import { answerParent } from './processes.ts';
import { cpu, type Subject } from './subject.ts';

/** Microsoft's SDK as its own samples set it up, with the bot's check of the caller and a handler that does nothing. */
answerParent<Subject>({
  async start({ simulatorUrl, credentials, port }) {
    const { teams } = platformsOf({ url: simulatorUrl }, credentials);
    const adapter = new CloudAdapter(authentication(teams.access));
    const server = restify.createServer();
    server.use(restify.plugins.bodyParser());
    server.post('/api/messages', async ({ method, headers, body }, response) => {
      await adapter.process({ method: method ?? '', headers, body }, response, answerNothing);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  },
  settle: async () => undefined,
  cpu,
});

/** The SDK answers an invoke without a result as unknown (501). */
async function answerNothing(context: TurnContext): Promise<void> {
  if (context.activity.type === 'invoke') {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
  }
}
