import { once } from 'node:events';
import { CloudAdapter, type TurnContext } from 'botbuilder';
import restify from 'restify';
import { platformsOf } from '../../bot/local/playground.ts';
import { authentication } from '../../bot/teams/send/connector.ts';
import { type Notes, openNotes, reply } from './note.ts';
import { answerParent } from './processes.ts';
import { cpu, memory, type Subject } from './subject.ts';

/**
 * Microsoft's SDK as its own samples set it up, with the bot's check of the caller and a handler that does nothing, or
 * that stores one document and sends one reply.
 */
answerParent<Subject>({
  async start({ mongodbUri, simulatorUrl, credentials, port, stores }) {
    const { teams } = platformsOf({ url: simulatorUrl }, credentials);
    const adapter = new CloudAdapter(authentication(teams.access));
    const notes = stores ? await openNotes(mongodbUri) : null;
    const server = restify.createServer();
    server.use(restify.plugins.bodyParser());
    server.post('/api/messages', async ({ method, headers, body }, response) => {
      await adapter.process({ method: method ?? '', headers, body }, response, (context) => answer(context, notes));
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  },
  settle: async () => undefined,
  cpu,
  memory,
});

/** The SDK answers an invoke without a result as unknown (501). */
async function answer(context: TurnContext, notes: Notes | null): Promise<void> {
  const { type, from } = context.activity;
  if (notes && (type === 'message' || type === 'invoke')) {
    await notes.keep(from.id);
    await context.sendActivity(reply);
  }
  if (type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
}
