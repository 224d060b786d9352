import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credentials } from '../../simulator/credentials.ts';
import type { SimulatedPerson } from '../../simulator/people.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { playgroundFile } from '../../web/page-files.ts';
import { type Bot, startBot } from '../bot.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log.ts';
import { usualPerSecond } from '../teams/teams.ts';
import { bindPort } from '../web/server.ts';
import { openPlaygroundClock } from './playground-clock.ts';
import { bringBotIntoRooms, everybodyOf, sampleRooms, strangersBeside } from './playground-people.ts';
import { prepareSample, simulatedCredentials } from './sample-municipality.ts';

export interface Playground {
  url: string;
  stop(): Promise<void>;
}

/** Deletes the playground's data outside of the database. */
export async function forgetPlayground(dataFolder: string): Promise<void> {
  for (const file of ['clock.json', 'chats.jsonl']) await rm(join(dataFolder, file), { force: true });
}

/** Local mode: the bot with the sample municipality, and simulated platforms in which a visitor can be anybody. */
export async function startPlayground(config: Config, database: Database, log: Log): Promise<Playground> {
  await mkdir(config.dataFolder, { recursive: true });
  const clock = await openPlaygroundClock(config.dataFolder);
  const { organisation, people: listed, known, isNew } = await prepareSample(database, clock.now);
  const people = [...everybodyOf(organisation, known), ...strangersBeside(listed)];
  const rooms = sampleRooms(organisation, listed);
  const credentials = simulatedCredentials();
  let bot: Bot | null = null;
  const bound = await bindPort(config.port, config.host);
  const botUrl = `http://${config.host}:${bound.port}`;
  const simulator = await startSimulator({
    port: config.playgroundPort,
    botUrl,
    people,
    journal: join(config.dataFolder, 'chats.jsonl'),
    now: clock.now,
    credentials,
    page: playgroundFile,
    rooms,
    clock: {
      now: clock.now,
      async advance(to) {
        await clock.advance(to);
        await bot?.jobs.now();
      },
    },
  });
  bot = await startBot({
    database,
    ...platformsOf(simulator, credentials),
    port: bound,
    host: config.host,
    publicUrl: botUrl,
    now: clock.now,
    log,
  });
  if (isNew) await meetEverybody(simulator, people);
  await bringBotIntoRooms(simulator, rooms);
  log.info({ organisation: organisation.id, people: people.length }, 'the sample municipality is ready');
  return {
    url: simulator.url,
    async stop() {
      await bot?.stop();
      await simulator.close();
    },
  };
}

/**
 * Connects the bot to simulated platforms, with the same checks as for real ones. Tokens follow the machine's clock, as
 * the simulator signs them, and not the clock that the visitor moves.
 */
export function platformsOf(
  simulator: { url: string },
  credentials: Pick<
    Credentials,
    'teamsAppId' | 'teamsTenantId' | 'connectorToken' | 'slackBotToken' | 'slackSigningSecret'
  >,
  tokenTime: () => Date = () => new Date(),
) {
  const {
    teamsAppId: appId,
    teamsTenantId,
    connectorToken,
    slackBotToken: botToken,
    slackSigningSecret: signingSecret,
  } = credentials;
  const metadataUrl = `${simulator.url}/teams/.well-known/openidconfiguration`;
  return {
    teams: {
      access: { kind: 'local', appId, metadataUrl, connectorToken },
      serviceUrls: [`${simulator.url}/teams/`],
      tenants: [teamsTenantId],
      // Gives the app to everybody who is to have it.
      graph: null,
      perSecond: usualPerSecond,
      now: tokenTime,
    },
    slack: { botToken, signingSecret, apiUrl: `${simulator.url}/slack/api/` },
  } as const;
}

/**
 * The Teams administrator installs the app for the people who use Teams; the others have opened it in Slack. The bot
 * says hello.
 */
async function meetEverybody(simulator: Simulator, people: readonly SimulatedPerson[]): Promise<void> {
  for (const { email, installs, isStranger } of people) {
    if (isStranger) continue;
    if (installs[0] === 'teams') await simulator.teams(email).install();
    else await simulator.slack(email).openHome('messages');
  }
}
