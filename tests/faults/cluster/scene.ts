import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../../bot/database/database.ts';
import { simulatedPeople } from '../../../bot/local/playground-people.ts';
import { prepareSample, simulatedCredentials } from '../../../bot/local/sample-municipality.ts';
import { weeklyDigests } from '../../../domain/overview/weekly-digest.ts';
import type { Organisation } from '../../../domain/people/organisation.ts';
import type { Person } from '../../../domain/people/person.ts';
import { mondayOf } from '../../../domain/time/local-time.ts';
import type { Credentials } from '../../../simulator/credentials.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/simulator.ts';
import { databasePrefix } from '../../run-log/kept.ts';
import { until } from '../../until.ts';
import { type Bot, type BotSetup, startBotProcess } from './bots.ts';
import { Wire } from './wire.ts';

export type Hears = Parameters<typeof startBotProcess>[1] & { secrets(secrets: string[]): void };

export interface SceneOptions {
  /** The port of the database server. */
  server: number;
  hears: Hears;
  /** The scene's first instant; absent: a Tuesday morning at work. */
  opens?: Date;
  /** Whether the platforms hold the bots to their limits, and the bots keep to them. */
  limits?: boolean;
  /** The Slack workspace of a person; absent: the one of the sample. */
  workspaceOf?: (email: string) => string | undefined;
  /** The time that Slack waits for an answer, in milliseconds; absent: as long as the real one. */
  slackPatienceMs?: number;
  keys?: SimulatorOptions['keys'];
  journal?: string;
}

/** The sample municipality with its bots in processes of their own, between simulated platforms and a database. */
export interface Scene {
  simulator: Simulator;
  wire: Wire;
  /** Looks past the wire, as no bot does. */
  database: Database;
  organisation: Organisation;
  credentials: Credentials;
  people: readonly Person[];
  bots: readonly Bot[];
  /** The scene's time now. */
  now(): Date;
  /** The database is at another port by now. */
  follow(server: number): void;
  start(setup?: Partial<BotSetup>): Promise<Bot>;
  /** Arrivals go to this bot from now on; absent: to the living ones in turn. */
  through(bot: Bot | null): void;
  /** Moves the scene's day for all bots. */
  moveTo(day: Date): Promise<void>;
  /** The people have the bot in Teams, or in Slack where that comes first; they were there before the scene. */
  meet(...emails: readonly string[]): Promise<void>;
  /** Waits until something holds that a process brings about. Throws with `what` when it does not within the seconds. */
  until(what: string, holds: () => boolean | Promise<boolean>, seconds?: number): Promise<void>;
  close(): Promise<void>;
}

const tuesdayMorning = new Date('2026-11-24T09:00:00+01:00');
const lookAgainMs = 100;

export async function openScene({ server, hears, limits = false, ...options }: SceneOptions): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'scene-'));
  const name = `${databasePrefix()}${randomUUID()}`;
  const uriAt = (port: number) => `mongodb://127.0.0.1:${port}/${name}?replicaSet=secantus&directConnection=true`;
  let sceneMs = (options.opens ?? tuesdayMorning).getTime() - Date.now();
  const now = () => new Date(Date.now() + sceneMs);
  const aside = await Wire.open(server);
  const database = await openDatabase(uriAt(aside.port));
  const { organisation, people } = await prepareSample(database, now);
  // The bots have been there since Monday: no test waits until 22 managers have had that week's digest.
  const { stored } = database;
  const week = { job: weeklyDigests.name, occurrence: mondayOf(now()) };
  await stored.occurrences.create({ organisation: organisation.id, ...week, at: now() });
  const credentials = {
    ...simulatedCredentials(),
    slackClient: { id: 'client', secret: randomBytes(16).toString('hex') },
  };
  const { connectorToken, slackBotToken, slackSigningSecret, slackClient } = credentials;
  hears.secrets([connectorToken, slackBotToken, slackSigningSecret, slackClient.secret]);
  const bots: Bot[] = [];
  let chosen: Bot | null = null;
  let turn = 0;
  const nextUrl = () => {
    const living = chosen ? [chosen] : bots.filter((bot) => bot.alive());
    turn += 1;
    return living[turn % living.length]?.url ?? 'http://127.0.0.1:9';
  };
  const simulator = await startSimulator({
    botUrl: nextUrl,
    people: simulatedPeople(organisation, people).map((person) => {
      const slackTeam = options.workspaceOf?.(person.email);
      return slackTeam === undefined ? person : { ...person, slackTeam };
    }),
    now,
    credentials,
    limits,
    ledger: join(folder, 'ledger.jsonl'),
    journal: options.journal ?? join(folder, 'chats.jsonl'),
    ...(options.keys ? { keys: options.keys } : {}),
    ...(options.slackPatienceMs ? { slackPatienceMs: options.slackPatienceMs } : {}),
  });
  const wire = await Wire.open(server);
  return {
    simulator,
    wire,
    database,
    organisation,
    credentials,
    people,
    bots,
    now,
    follow(port) {
      wire.target = port;
      aside.target = port;
    },
    async start(setup = {}) {
      const usual = { port: 0, sceneMs, clockWrongMs: null, isLimited: limits, graph: null, installed: null };
      const where = { mongodbUri: uriAt(wire.port), simulatorUrl: simulator.url, credentials };
      const bot = await startBotProcess({ ...usual, ...where, ...setup }, hears);
      bots.push(bot);
      return bot;
    },
    through(bot) {
      chosen = bot;
    },
    async moveTo(day) {
      sceneMs = day.getTime() - Date.now();
      await Promise.all(bots.filter((bot) => bot.alive()).map((bot) => bot.tell({ sceneMs })));
    },
    async meet(...emails) {
      for (const email of emails) {
        const inTeams = simulator.teams(email);
        if (inTeams.identity.installs[0] === 'teams') await inTeams.install();
        else await simulator.slack(email).openHome('messages');
      }
    },
    until: (what, holds, seconds = 20) => until(what, holds, seconds, lookAgainMs),
    async close() {
      for (const bot of bots) {
        bot.resume();
        await bot.kill();
      }
      await simulator.close();
      await wire.close();
      await database.close();
      await aside.close();
      rmSync(folder, { recursive: true });
    },
  };
}
