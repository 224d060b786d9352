import { createServer } from 'node:http';
import pino from 'pino';
import { Pauses } from '../../bot/pauses.ts';
import { sdkLogger, slackClient } from '../../bot/slack/send/client.ts';
import { TeamsAdapter } from '../../bot/teams/send/connector.ts';
import { startSimulator } from '../../simulator/simulator.ts';

export const mette = {
  email: 'mette.holm@fjordby.example',
  name: 'Mette Holm',
  language: 'da' as const,
  title: 'leder, Skoler Syd',
  installs: ['teams', 'slack'] as const,
};
export const henrik = { ...mette, email: 'henrik.toft@fjordby.example', name: 'Henrik Toft' };

export const credentials = {
  teamsAppId: '00000000-0000-4000-8000-000000000001',
  teamsTenantId: 'tenant',
  connectorToken: 'connector',
  slackTeamId: 'T1',
  slackAppId: 'A1',
  slackBotToken: 'xoxb-1',
  slackSigningSecret: 'secret',
};

/** Pauses of which nobody is told. */
export const noPauses = () =>
  new Pauses(() => new Date(), pino({ level: 'silent' }), { counted: () => undefined, began: () => undefined });

/** The bot's own adapter for Teams on a simulator; `connectorToken` is its bearer to the connector. */
export function teamsAdapter(simulatorUrl: string, connectorToken = credentials.connectorToken): TeamsAdapter {
  return new TeamsAdapter({
    access: {
      kind: 'local',
      appId: credentials.teamsAppId,
      metadataUrl: `${simulatorUrl}/teams/.well-known/openidconfiguration`,
      connectorToken,
    },
    serviceUrls: [`${simulatorUrl}/teams/`],
    keysFailed: () => undefined,
    limited: () => undefined,
    now: () => new Date(),
  });
}

/** The simulated platforms, the bot's own clients on them, and in place of the bot a server that only listens. */
export async function startPlatforms(options: { journal?: string; limits?: boolean } = {}) {
  const heard: string[] = [];
  const listener = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    heard.push(body);
    response.end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as { port: number };
  const simulator = await startSimulator({
    botUrl: `http://127.0.0.1:${port}`,
    people: [mette, henrik],
    credentials,
    ...options,
  });
  let stopped = false;
  const silent = pino({ level: 'silent' });
  return {
    simulator,
    /** The SDK of Teams; `connectorToken` is its bearer to the connector. */
    connector: (connectorToken?: string) => teamsAdapter(simulator.url, connectorToken),
    /** The SDK of Slack. */
    slack: (botToken = credentials.slackBotToken) =>
      slackClient(botToken, { apiUrl: `${simulator.url}/slack/api/` }, sdkLogger(silent, 'slack')),
    /** The trigger that Mette's client sends when she writes a command. */
    async trigger(): Promise<string> {
      await simulator.slack(mette.email).command('nyt');
      return new URLSearchParams(heard.at(-1)).get('trigger_id') ?? '';
    },
    /** The status of every call to `platform`, oldest first. */
    statuses: (platform: 'teams' | 'slack') =>
      simulator.faults.calls.filter((call) => call.platform === platform).map(({ status }) => status),
    async stop() {
      if (stopped) return;
      stopped = true;
      await simulator.close();
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

export type Platforms = Awaited<ReturnType<typeof startPlatforms>>;
