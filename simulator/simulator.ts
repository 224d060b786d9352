import restify, { type Server } from 'restify';
import { Chats, type Platform } from './chats.ts';
import type { Credentials } from './credentials.ts';
import { type Call, Faults } from './faults.ts';
import { Ledger } from './ledger.ts';
import { People, type SimulatedPerson } from './people.ts';
import { type PlaygroundOptions, playgroundRoutes } from './playground/playground-api.ts';
import { openRooms } from './playground/rooms.ts';
import { Rates } from './rates.ts';
import { SlackApp } from './slack/app.ts';
import { Channels } from './slack/channels.ts';
import { Modals } from './slack/client/modals.ts';
import { SlackPerson } from './slack/client/person.ts';
import { patienceMs, redeliveryMs, SlackDelivery } from './slack/events/delivery.ts';
import { ResponseUrls, responseUrlRoutes } from './slack/events/response-urls.ts';
import { SocketMode, socketRoutes } from './slack/events/socket-mode.ts';
import { Triggers } from './slack/events/triggers.ts';
import { Files, fileRoutes } from './slack/files.ts';
import { BotTokens } from './slack/methods/bot-tokens.ts';
import { oauthRoutes } from './slack/methods/oauth.ts';
import { webApiRoutes } from './slack/methods/web-api.ts';
import type { TeamsClient } from './teams/client/drawing.ts';
import { TeamsPerson } from './teams/client/person.ts';
import { Screens } from './teams/client/screens.ts';
import { connectorRoutes } from './teams/connector.ts';
import { Entra, entraRoutes } from './teams/entra.ts';
import { TeamsFiles, fileRoutes as teamsFileRoutes } from './teams/files.ts';
import { graphRoutes } from './teams/graph.ts';
import { Home } from './teams/home.ts';
import { Rooms } from './teams/rooms.ts';
import { type SigningKey, Tokens } from './teams/tokens.ts';

export interface SimulatorOptions extends PlaygroundOptions {
  /** 0 or absent: any free one. */
  port?: number;
  /** The address of the bot; a function for a bot that starts afterwards. */
  botUrl: string | (() => string);
  people: readonly SimulatedPerson[];
  /** Keeps all chats in this file; absent: in memory only. */
  journal?: string;
  now?: () => Date;
  credentials: Credentials;
  /** Milliseconds before each repeat of an event that the bot did not acknowledge; empty: none. */
  slackRedeliveryMs?: readonly number[];
  /** The time that Slack waits for an answer and that a trigger is good; absent: Slack's own three seconds. */
  slackPatienceMs?: number;
  /** The workspaces that belong to an Enterprise organisation, and to which; absent: none. */
  slackGrid?: Readonly<Record<string, string>>;
  /** Keeps what the platforms have accepted from the bot in this file; absent: in memory only. */
  ledger?: string;
  /** Whether the platforms hold the bot to their limits, with 429 and Retry-After; absent: they do not. */
  limits?: boolean;
  /** The signing keys of the channel and Entra ID; absent: new ones. */
  keys?: { channel: () => SigningKey; entra: () => SigningKey };
}

export interface Simulator {
  url: string;
  /** Orders the next faults. */
  faults: Faults;
  /** Every call that the bot made, oldest first. */
  calls(): readonly Call[];
  /** All that the platforms have accepted from the bot. */
  ledger: Ledger;
  /** The address at which Teams serves its chats. */
  home: Home;
  tokens: Tokens;
  entra: Entra;
  /** Throws `NotThere` for an address that nobody has. */
  teams(email: string, client?: TeamsClient): TeamsPerson;
  slack(email: string): SlackPerson;
  /** The files that people have sent in Teams. */
  teamsFiles: TeamsFiles;
  /** The app as Slack knows it: its installations and its socket. */
  slackApp: SlackApp;
  /** @returns a function that ends it */
  on(event: 'change', listener: (chat: { platform: Platform; email: string }) => void): () => void;
  close(): Promise<void>;
}

/**
 * Takes the place of Microsoft's and Slack's servers: a Bot Connector and a Slack Web API on loopback, and people with
 * a client open on each.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { credentials, now = () => new Date() } = options;
  const botUrl = () => (typeof options.botUrl === 'string' ? options.botUrl : options.botUrl());
  const patience = options.slackPatienceMs ?? patienceMs;
  let url = '';
  const base = () => url;
  const people = new People(options.people);
  const chats = new Chats(options.journal);
  const ledger = new Ledger(options.ledger);
  const rates = options.limits ? new Rates() : null;
  const home = new Home(base);
  const faults = new Faults(now, ledger);
  const tokens = new Tokens(options.keys?.channel);
  const entra = new Entra(credentials, base, options.keys?.entra);
  const triggers = new Triggers(patience);
  const socket = new SocketMode(credentials.slackAppToken ?? null, patience);
  const botTokens = new BotTokens(credentials, options.slackGrid ?? {});
  const modals = new Modals(chats, credentials);
  const channels = new Channels();
  const files = new Files(() => url);
  const responseUrls = new ResponseUrls(base);
  const redelivery = options.slackRedeliveryMs ?? redeliveryMs;
  const delivery = new SlackDelivery(botUrl, credentials.slackSigningSecret, redelivery, socket, patience);
  const [rooms, teamsFiles] = [new Rooms(), new TeamsFiles()];
  const screens = new Screens((email) => chats.looksDifferent('teams', email));
  const inTeams = { people, chats, rooms, screens, tokens, credentials, now };
  const teamsParts = { ...inTeams, files: teamsFiles, entra, botUrl, base, serviceUrl: () => home.serviceUrl() };
  const slackParts = { people, chats, channels, files, triggers, modals, responseUrls, delivery, credentials, now };
  openRooms(options.rooms ?? [], channels, rooms);
  const clients = {
    teams(email: string, client?: TeamsClient) {
      const identity = people.byEmail(email);
      const { teamsTenant: teamsTenantId = credentials.teamsTenantId } = identity;
      return new TeamsPerson(identity, { ...teamsParts, credentials: { ...credentials, teamsTenantId } }, client);
    },
    slack(email: string) {
      const identity = people.byEmail(email);
      const inWorkspace = botTokens.credentialsIn(identity.slackTeam ?? credentials.slackTeamId);
      return new SlackPerson(identity, { ...slackParts, credentials: inWorkspace });
    },
  };

  const server = restify.createServer({ name: 'simulator' });
  // Platforms keep an idle connection for minutes. Node's five seconds end one in the moment in which a busy bot uses it.
  server.server.keepAliveTimeout = 120_000;
  connectorRoutes(server, base, { ...inTeams, faults, rates, ledger, home });
  entraRoutes(server, entra);
  teamsFileRoutes(server, teamsFiles, credentials);
  graphRoutes(server, { people, faults, credentials, install: (email) => clients.teams(email).install() });
  oauthRoutes(server, faults, botTokens, credentials, people);
  socketRoutes(server, faults, socket, base);
  const inSlack = { people, chats, channels, files, triggers, modals, ledger, credentials, now };
  webApiRoutes(server, faults, rates, inSlack, botTokens);
  fileRoutes(server, files, botTokens);
  responseUrlRoutes(server, responseUrls, { chats, faults, now });
  const endStreams = playgroundRoutes(server, chats, { people, ...clients }, options);
  url = `http://127.0.0.1:${await listen(server, options.port ?? 0)}`;
  return {
    url,
    faults,
    calls: () => faults.calls,
    ledger,
    home,
    tokens,
    entra,
    ...clients,
    teamsFiles,
    slackApp: new SlackApp(botTokens, delivery, socket, now),
    on: (_event, listener) => chats.onChange(listener),
    async close() {
      delivery.stop();
      endStreams();
      socket.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve((server.address() as { port: number }).port);
    });
  });
}
