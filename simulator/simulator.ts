import restify from 'restify';
import { Chats } from './chats.ts';
import type { Credentials } from './credentials.ts';
import { Faults } from './faults.ts';
import { People, type SimulatedPerson } from './people.ts';
import { type PlaygroundOptions, playgroundRoutes } from './playground-api.ts';
import { SlackPerson } from './slack/person.ts';
import { Triggers } from './slack/triggers.ts';
import { webApiRoutes } from './slack/web-api.ts';
import { connectorRoutes } from './teams/connector.ts';
import { TeamsPerson } from './teams/person.ts';
import { Tokens } from './teams/tokens.ts';

export interface SimulatorOptions extends PlaygroundOptions {
  /** 0 or absent: any free one. */
  port?: number;
  botUrl: string;
  people: readonly SimulatedPerson[];
  /** Keeps all chats in this file; absent: in memory only. */
  journal?: string;
  now?: () => Date;
  credentials: Credentials;
}

export interface Simulator {
  url: string;
  faults: Faults;
  tokens: Tokens;
  teams(email: string): TeamsPerson;
  slack(email: string): SlackPerson;
  close(): Promise<void>;
}

/**
 * Stands where Microsoft's and Slack's servers would be: a Bot Connector and a Slack Web API on loopback, and people
 * with a client open on each.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { botUrl, credentials, now = () => new Date() } = options;
  const people = new People(options.people);
  const chats = new Chats(options.journal);
  const faults = new Faults();
  const tokens = new Tokens();
  const triggers = new Triggers();
  const server = restify.createServer({ name: 'simulator' });
  let url = '';
  const teamsParts = { chats, tokens, credentials, botUrl, now, serviceUrl: () => `${url}/teams/` };
  const slackParts = { chats, triggers, credentials, botUrl, now };
  const clients = {
    teams: (email: string) => new TeamsPerson(people.byEmail(email), teamsParts),
    slack: (email: string) => new SlackPerson(people.byEmail(email), slackParts),
  };
  connectorRoutes(server, () => url, { people, chats, faults, tokens, credentials, now });
  webApiRoutes(server, { people, chats, faults, triggers, credentials, now });
  const endStreams = playgroundRoutes(server, people, chats, clients, options);

  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  url = `http://127.0.0.1:${port}`;
  return {
    url,
    faults,
    tokens,
    ...clients,
    async close() {
      endStreams();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
