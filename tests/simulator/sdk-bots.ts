import { createServer, type RequestListener, type Server } from 'node:http';
import { App, HTTPReceiver } from '@slack/bolt';
import { INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import restify from 'restify';
import { TokenRefused } from '../../bot/auth/verify-token.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { credentials, henrik, mette, teamsAdapter } from './platforms.ts';

/** A bot made with a platform's own SDK, and the simulated platforms around it. */
export interface SdkBot {
  simulator: Simulator;
  stop(): Promise<void>;
}

/** Our check of the token, and the SDK of Teams, which runs `onTurn`; its result is the answer to an invoke. */
export async function startTeamsBot(onTurn: (context: TurnContext) => Promise<object | undefined>): Promise<SdkBot> {
  const server = restify.createServer();
  return around(server.server, (simulator) => {
    const adapter = teamsAdapter(simulator.url);
    server.use(restify.plugins.bodyParser());
    server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
      const authorization = request.headers.authorization ?? '';
      try {
        await adapter.authenticate(authorization, request.body);
        const invoked = await adapter.run(request.body, async (context) => {
          const body = await onTurn(context);
          if (body) context.turnState.set(INVOKE_RESPONSE_KEY, { value: { status: 200, body } });
        });
        if (invoked) response.send(invoked.status, invoked.body);
        else response.send(200);
      } catch (error) {
        response.send(error instanceof TokenRefused ? 401 : 500);
      }
    });
  });
}

/** Bolt checks the signature and calls the simulated Web API with its own client. */
export async function startSlackBot(listen: (app: App) => void, redelivery: readonly number[] = []): Promise<SdkBot> {
  let handle: RequestListener = () => undefined;
  const server = createServer((request, response) => handle(request, response));
  return around(
    server,
    (simulator) => {
      const receiver = new HTTPReceiver({
        signingSecret: credentials.slackSigningSecret,
        endpoints: '/slack/events',
        processBeforeResponse: true,
      });
      const app = new App({
        receiver,
        token: credentials.slackBotToken,
        clientOptions: { slackApiUrl: `${simulator.url}/slack/api/`, retryConfig: { retries: 0 } },
      });
      listen(app);
      handle = receiver.requestListener;
    },
    redelivery,
  );
}

async function around(server: Server, join: (simulator: Simulator) => void, redelivery: readonly number[] = []) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const simulator = await startSimulator({
    botUrl: `http://127.0.0.1:${port}`,
    people: [mette, henrik],
    credentials,
    slackRedeliveryMs: redelivery,
  });
  join(simulator);
  return {
    simulator,
    async stop() {
      await simulator.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
