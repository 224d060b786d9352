import { Writable } from 'node:stream';
import pino from 'pino';
import { startBot } from '../bot/bot.ts';
import type { Patience } from '../bot/conversation/in-time.ts';
import type { Database } from '../bot/database/database.ts';
import { platformsOf } from '../bot/local/playground.ts';
import { simulatedPeople } from '../bot/local/playground-people.ts';
import { simulated } from '../bot/local/sample-municipality.ts';
import { describeError } from '../bot/log.ts';
import type { SlackAccess } from '../bot/slack/send/client.ts';
import { bindPort } from '../bot/web/server.ts';
import { weeklyDigests } from '../domain/overview/weekly-digest.ts';
import { mondayOf } from '../domain/time/local-time.ts';

import type { BotAnswer } from '../simulator/answers.ts';
import type { Message } from '../simulator/chats.ts';
import type { Credentials } from '../simulator/credentials.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { graphApp } from '../simulator/teams/graph.ts';
import { type InSlack, inSlack } from './in-slack.ts';
import { type InTeams, inTeams } from './in-teams.ts';
import { journalFile, keepLog, keepSecrets } from './run-log/kept.ts';
import { openSampleDatabase } from './sample-database.ts';
import { tuesdayMorning } from './sample-domain.ts';
import { signingKeys } from './signing-keys.ts';

export type Platform = 'teams' | 'slack';

/** Somebody with a chat open: the same words for both platforms, the real protocols under them. */
export interface Somebody {
  email: string;
  platform: Platform;
  says(text: string): Promise<BotAnswer>;
  /** Presses the newest button that reads so. */
  presses(label: string): Promise<BotAnswer>;
  /** Fills the form in front, by field id, and sends it. */
  fills(fields: Record<string, string>, submit: string): Promise<void>;
  /** The newest message of the bot, as one text. */
  reads(): string;
  /** The text in front: an open modal, or the newest message. */
  seesNow(): string;
  all(): string[];
  messages(): readonly Message[];
}

/** The whole bot over HTTP, between the simulated platforms: both real SDKs, the database, a clock that tests set. */
export interface RunningBot {
  simulator: Simulator;
  database: Database;
  botUrl: string;
  /** The address of the bot's metrics. */
  metricsUrl: string;
  clock: { now: Date };
  /** The lead of the clock by which the bot checks Teams tokens over this machine's, in milliseconds. */
  tokenTime: { ahead: number };
  log: string[];
  on<On extends Platform>(platform: On, email: string): On extends 'teams' ? InTeams : InSlack;
  /** Delivers what is due now. */
  delivers(): Promise<void>;
  close(): Promise<void>;
}

export const credentials = {
  ...simulated,
  connectorToken: 'connector-token-of-the-tests',
  slackBotToken: 'xoxb-token-of-the-tests',
  slackSigningSecret: 'signing-secret-of-the-tests',
};

/** The differences from a bot with one workspace that is reached over HTTP. */
export interface RunningBotOptions {
  slack?: (addresses: { apiUrl: string; botUrl: string }) => SlackAccess;
  /** The tenants in Teams that are let in beside the one of the credentials; absent: none. */
  teamsTenants?: readonly string[];
  /** The Slack workspace of a person; absent: the one of the credentials. */
  slackTeam?: (email: string) => string | undefined;
  slackGrid?: Readonly<Record<string, string>>;
  /** The fields that Slack has of a person beside the usual. */
  slackUserFields?: (email: string) => Readonly<Record<string, unknown>>;
  credentials?: Partial<Credentials>;
  /** Whether the bot brings its app in Teams to people itself; absent: it does not. */
  teamsInstalls?: boolean;
  /** The times within which the bot answers; absent: long ones, because tests ask what it does and not how fast. */
  patience?: Patience;
  /** The delays after which Slack repeats an event; absent: the simulator's. */
  slackRedeliveryMs?: readonly number[];
  /** Whether the platforms hold the bot to their limits, and the bot keeps to them; absent: there are none. */
  limits?: boolean;
  /** The last time that an instance of the bot was there; absent: none was. */
  lastBeat?: Date;
  /** The time at which it opens; absent: on a Tuesday morning. */
  opens?: Date;
  /** The time that Slack waits for an acknowledgement, in milliseconds; absent: longer than any takes. */
  slackPatienceMs?: number;
}

export async function startBotBetweenPlatforms(options: RunningBotOptions = {}): Promise<RunningBot> {
  const opens = options.opens ?? tuesdayMorning;
  const clock = { now: opens };
  const now = () => clock.now;
  const tokenTime = { ahead: 0 };
  const sample = await openSampleDatabase(now);
  const { database, organisation, people } = sample;
  // The bot has been there since Monday: no test waits until 22 managers have had that week's digest.
  await database.stored.occurrences.create({
    organisation: organisation.id,
    job: weeklyDigests.name,
    occurrence: mondayOf(opens),
    at: opens,
  });
  if (options.lastBeat) await database.stored.heartbeats.create({ _id: organisation.id, at: options.lastBeat });
  const bound = await bindPort(0, '127.0.0.1');
  const botUrl = `http://127.0.0.1:${bound.port}`;
  const workspaceOf = (email: string) => {
    const slackTeam = options.slackTeam?.(email);
    return slackTeam === undefined ? {} : { slackTeam };
  };
  const simulator = await startSimulator({
    botUrl,
    people: simulatedPeople(organisation, people).map((person) => ({
      ...person,
      ...workspaceOf(person.email),
      slackUserFields: options.slackUserFields?.(person.email) ?? {},
    })),
    now,
    credentials: { ...credentials, ...options.credentials },
    slackGrid: options.slackGrid ?? {},
    // Tests ask what the bot does and not how fast; how fast is in bench/.
    slackPatienceMs: options.slackPatienceMs ?? 20_000,
    ...(options.slackRedeliveryMs ? { slackRedeliveryMs: options.slackRedeliveryMs } : {}),
    limits: options.limits ?? false,
    journal: journalFile(),
    keys: signingKeys,
  });
  keepSecrets(secretsOf({ ...credentials, ...options.credentials }));
  const log: string[] = [];
  const lines = new Writable({
    write(chunk, _encoding, done) {
      log.push(String(chunk));
      keepLog(String(chunk));
      done();
    },
  });
  const platforms = platformsOf(simulator, credentials, () => new Date(Date.now() + tokenTime.ahead));
  const bot = await startBot({
    database,
    ...platforms,
    teams: {
      ...platforms.teams,
      tenants: [...platforms.teams.tenants, ...(options.teamsTenants ?? [])],
      graph: options.teamsInstalls ? graphOf(simulator.url) : null,
    },
    slack: options.slack?.({ apiUrl: platforms.slack.apiUrl, botUrl }) ?? platforms.slack,
    port: bound,
    host: '127.0.0.1',
    publicUrl: botUrl,
    metrics: { host: '127.0.0.1', port: 0 },
    isLimited: options.limits ?? false,
    now,
    patience: options.patience ?? { slack: 20_000, teamsInvoke: 20_000, teamsMessage: 20_000 },
    log: pino({ level: 'debug', base: null, serializers: { err: describeError } }, lines),
  });
  let closed: Promise<void> | undefined;
  const close = async () => {
    await bot.stop();
    await simulator.close();
    await sample.close();
  };
  return {
    simulator,
    database,
    botUrl,
    metricsUrl: `http://127.0.0.1:${bot.metricsPort}/metrics`,
    clock,
    tokenTime,
    log,
    on: ((platform: Platform, email: string) =>
      platform === 'teams' ? inTeams(simulator, email) : inSlack(simulator, email)) as RunningBot['on'],
    delivers: () => bot.jobs.now(),
    close() {
      // A second time when the next bot cannot start: that failure is the one to see.
      closed ??= close();
      return closed;
    },
  };
}

function secretsOf(known: Credentials): string[] {
  const { connectorToken, slackBotToken, slackSigningSecret, slackClient, slackAppToken } = known;
  const given = [connectorToken, slackBotToken, slackSigningSecret, slackClient?.secret, slackAppToken];
  return [...given.filter((secret) => secret !== undefined), graphApp.secret];
}

/** The simulated Graph in Microsoft's place. */
export function graphOf(url: string) {
  const { catalogAppId, secret: password } = graphApp;
  const { teamsAppId: appId, teamsTenantId } = credentials;
  const catalogAppIds = { [teamsTenantId]: catalogAppId };
  return { loginUrl: `${url}/login`, graphUrl: `${url}/graph/v1.0`, appId, secret: { password }, catalogAppIds };
}
