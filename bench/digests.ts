import { openDatabase } from '../bot/database/database.ts';
import { prepareSample, simulatedCredentials } from '../bot/local/sample-municipality.ts';
import type { Person } from '../domain/people/person.ts';
import { startSimulator } from '../simulator/simulator.ts';
import { freePort } from '../tests/free-port.ts';
import { inTeams, personLike, storeInTeams } from './crowd.ts';
import { databaseAt } from './database-at.ts';
import { fill } from './scale/history.ts';
import { atWork } from './speed/clock.ts';
import { rounded } from './speed/figures.ts';
import { startProgram } from './speed/processes.ts';
import type { Subject } from './speed/subject.ts';

const managers = 5_000;
/** A manager has so many managers below, and one leader with an open request. */
const managersBelow = 10;
const history = { requests: 100_000, open: managers, deliveries: 0 };

export interface DigestFigures {
  managers: number;
  requests: number;
  open: number;
  /** From the moment at which the digests are due until the last has arrived. */
  seconds: number;
  /** The most memory that the bot's process had meanwhile, beyond what it had before, in megabytes. */
  memoryMb: number;
}

/**
 * Has the bot make and send the weekly digest to thousands of managers over a long history: the bot in a process of its
 * own, the simulated Teams in this one.
 * @throws when a manager got none, or more than one
 */
export async function measureDigests(server: string, say: (line: string) => void): Promise<DigestFigures> {
  const mongodbUri = databaseAt(server, 'bench-digests');
  const database = await openDatabase(mongodbUri);
  const bot = startProgram<Subject>(new URL('./speed/ours.ts', import.meta.url));
  const credentials = simulatedCredentials();
  const port = await freePort();
  const { organisation, people: sample } = await prepareSample(database, atWork);
  const people = largeMunicipality(sample);
  const simulator = await startSimulator({
    botUrl: `http://127.0.0.1:${port}`,
    people: people.map(inTeams),
    now: atWork,
    credentials,
  });
  try {
    say(`Filling a database with ${people.length} people and ${history.requests} requests …`);
    const { stored } = database;
    const withChats = await storeInTeams(database, organisation.id, people, simulator.url);
    await fill(database, { organisation, people: withChats }, history);
    // The bot finds nobody until the measurement begins.
    const [municipality] = await stored.organisations.collection.find().toArray();
    if (!municipality) throw new Error('there is no municipality');
    await stored.organisations.deleteMany({});
    await bot.ask('start', { mongodbUri, simulatorUrl: simulator.url, credentials, port });
    await bot.ask('settle');
    const before = await bot.ask('memory');
    await stored.organisations.collection.insertOne(municipality);
    say('Sending the digests …');
    const began = performance.now();
    await bot.ask('settle');
    const seconds = (performance.now() - began) / 1000;
    const { mostBytes } = await bot.ask('memory');
    const got = new Map<string, number>();
    for (const { call } of simulator.calls()) got.set(call, (got.get(call) ?? 0) + 1);
    const posts = [...got].filter(([call]) => call.startsWith('POST ') && call.includes('/activities'));
    if (posts.length !== managers || posts.some(([, times]) => times !== 1))
      throw new Error(`${posts.length} of ${managers} managers got a digest`);
    const memoryMb = (mostBytes - before.bytes) / 2 ** 20;
    const { requests, open } = history;
    return { managers, requests, open, seconds: rounded(seconds), memoryMb: rounded(memoryMb) };
  } finally {
    await bot.stop();
    await simulator.close();
    await database.close();
  }
}

/** A tree of managers with one leader below each. */
function largeMunicipality(sample: readonly Person[]): Person[] {
  return Array.from({ length: managers }, (_none, at) => {
    const above = at === 0 ? null : `manager-${Math.floor((at - 1) / managersBelow)}`;
    return [
      personLike(sample, `manager-${at}`, ['manager'], above),
      personLike(sample, `leader-${at}`, ['leader'], `manager-${at}`),
    ];
  }).flat();
}
