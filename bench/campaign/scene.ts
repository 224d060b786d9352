import { openDatabase } from '../../bot/database/database.ts';
import { prepareSample, simulatedCredentials } from '../../bot/local/sample-municipality.ts';
import { usualPerSecond } from '../../bot/teams/teams.ts';
import { weeklyDigests } from '../../domain/overview/weekly-digest.ts';
import type { Person } from '../../domain/people/person.ts';
import { hasRole } from '../../domain/people/roles.ts';
import { mondayOf } from '../../domain/time/local-time.ts';
import { worldOf } from '../../models/world.ts';
import type { Call } from '../../simulator/faults.ts';
import type { Accepted } from '../../simulator/ledger.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { freePort } from '../../tests/free-port.ts';
import { until } from '../../tests/until.ts';
import { inTeams, personLike, storeInTeams } from '../crowd.ts';
import { databaseAt } from '../database-at.ts';
import { atWork } from '../speed/clock.ts';
import { accepted, wish } from '../speed/kinds.ts';
import type { Server } from '../speed/measure.ts';
import { sendRequest } from '../speed/municipality.ts';
import { startProgram } from '../speed/processes.ts';
import { cpu, cpuOf } from '../speed/subject.ts';
import { answerFields, press, typed } from '../speed/teams-kinds.ts';
import type { Instance, Noted } from './instance.ts';

/** A request that no owner has answered yet. */
export interface Open {
  id: string;
  number: string;
  version: number;
  unit: string | null;
}

/** A large municipality whose people are all in Teams, with bots in processes of their own. */
export interface Scene {
  /** The calls of the bots to Teams that write. */
  calls(): Call[];
  /** The messages that Teams has accepted. */
  posts(): Accepted[];
  /** Those of them that are the campaign's. */
  prompts(): Accepted[];
  /** Starts the bots, one after the other, and waits until they have nothing to do. */
  start(): Promise<void>;
  /** So many leaders have sent a request each. */
  sendRequests(count: number): Promise<Open[]>;
  /** An owner answers a request. Resolves when the card of the answer has come. */
  answer(request: Open): Promise<void>;
  /** Gives when the campaign was acknowledged, in milliseconds of the machine's clock. */
  startCampaign(): Promise<number>;
  /** Waits until all leaders are prompted. Throws when one was prompted twice. */
  allPrompted(): Promise<void>;
  /** Waits until nothing is left in the queue. */
  atRest(): Promise<void>;
  /** The bots forget what they have noted. */
  watch(): Promise<void>;
  /** What the bots have noted since then. */
  noted(): Promise<Noted[]>;
  /** Processor time so far in microseconds: of the bots, of the database server and of this process. */
  cpu(): Promise<{ bot: number; database: number; own: number }>;
  close(): Promise<void>;
}

const question = 'Hvad står i vejen for dig?';

/** Nothing that is waited for takes longer, beyond what the limit makes it take. */
const patienceSeconds = 60;
const lookAgainMs = 20;

/** @param name of the database, which stays as the bots leave it */
export async function openScene(
  server: Server,
  name: string,
  count: number,
  { bots: number, isLimited }: { bots: number; isLimited: boolean },
): Promise<Scene> {
  const mongodbUri = databaseAt(server.uri, name);
  const database = await openDatabase(mongodbUri);
  const { stored, connection } = database;
  const dayMs = atWork().getTime() - Date.now();
  const now = () => new Date(Date.now() + dayMs);
  const credentials = simulatedCredentials();
  const { organisation, people: sample } = await prepareSample(database, now);
  const listed = withLeaders(sample, count);
  const bots = Array.from({ length: number }, () => startProgram<Instance>(new URL('./instance.ts', import.meta.url)));
  const ports: number[] = [];
  let turn = 0;
  const simulator = await startSimulator({
    botUrl() {
      turn += 1;
      return `http://127.0.0.1:${ports[turn % ports.length]}`;
    },
    people: listed.map(inTeams),
    now,
    credentials,
    limits: isLimited,
  });
  const people = await storeInTeams(database, organisation.id, listed, simulator.url);
  // The bots have been there since Monday, so that no digest of that week is missing.
  const week = { job: weeklyDigests.name, occurrence: mondayOf(now()) };
  await stored.occurrences.create({ organisation: organisation.id, ...week, each: false, at: now() });
  const leaders = people.filter((person) => hasRole(person, 'leader'));

  const posts = () =>
    simulator.ledger.lines.filter((one) => one.line === 'accepted').filter(({ does }) => does === 'post');
  const prompts = () => posts().filter(({ title }) => title === question);
  type Texts = Record<string, string>;
  const presses = async (who: Person | undefined, action: string, input: Texts, inputs: Texts) => {
    if (!who) throw new Error('nobody in the sample municipality may do that');
    await accepted(press(simulator, { email: who.email, requestId: '' }, action, input, inputs));
  };

  return {
    calls: () => simulator.calls().filter(({ call }) => call.startsWith('POST ') || call.startsWith('PUT ')),
    posts,
    prompts,
    async start() {
      for (const bot of bots) {
        const port = await freePort();
        await bot.ask('start', { mongodbUri, simulatorUrl: simulator.url, credentials, port, isLimited, dayMs });
        ports.push(port);
      }
      for (const bot of bots) await bot.ask('settle');
    },
    async sendRequests(many) {
      const world = worldOf(connection, stored, organisation, now);
      for (const [serial, leader] of leaders.slice(0, many).entries()) await sendRequest(world, leader, wish(serial));
      // Their owners have got them long ago.
      await stored.outbox.deleteMany({});
      const open = await stored.requests.find().lean();
      return open.map(({ _id: id, number: numbered, version, unit }) => ({ id, number: numbered, version, unit }));
    },
    async answer({ id, number: numbered, version, unit }) {
      const owner = people.find((person) => person.unit === unit && hasRole(person, 'processOwner'));
      const input = { requestId: id, version: String(version), decision: 'planned' };
      const from = posts().length;
      await presses(owner, 'answer-request', input, answerFields);
      const came = () =>
        posts()
          .slice(from)
          .some(({ reference }) => reference === numbered);
      await until(`the card of the answer to ${numbered} has come`, came, patienceSeconds, lookAgainMs);
    },
    async startCampaign() {
      const admin = people.find((person) => hasRole(person, 'admin'));
      await presses(admin, 'start-campaign', {}, typed({ question, administration: '' }));
      return Date.now();
    },
    async allPrompted() {
      const seconds = patienceSeconds + (3 * leaders.length) / usualPerSecond;
      await until('all leaders are prompted', () => prompts().length >= leaders.length, seconds, lookAgainMs);
      const came = prompts();
      const reached = new Set(came.map(({ conversation }) => conversation));
      if (reached.size !== leaders.length || came.length !== leaders.length)
        throw new Error(`${came.length} prompts came to ${reached.size} of ${leaders.length} leaders`);
    },
    atRest() {
      const isEmpty = async () => (await stored.outbox.estimatedDocumentCount()) === 0;
      return until('the queue is empty', isEmpty, patienceSeconds, lookAgainMs);
    },
    async watch() {
      await Promise.all(bots.map((bot) => bot.ask('watch')));
    },
    noted: () => Promise.all(bots.map((bot) => bot.ask('noted'))),
    async cpu() {
      const used = await Promise.all(bots.map((bot) => bot.ask('cpu')));
      return { bot: used.reduce((sum, one) => sum + one, 0), database: await cpuOf(server.pid), own: cpu() };
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.stop()));
      await simulator.close();
      await database.close();
    },
  };
}

/** The people of the sample, with so many leaders. */
function withLeaders(sample: readonly Person[], count: number): Person[] {
  const staff = sample.filter(({ roles }) => roles.join() !== 'leader');
  const missing = count - staff.filter((person) => hasRole(person, 'leader')).length;
  return [
    ...staff,
    ...Array.from({ length: missing }, (_none, at) => personLike(sample, `leader-${at}`, ['leader'], null)),
  ];
}
