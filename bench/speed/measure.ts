import { simulatedCredentials } from '../../bot/local/sample-municipality.ts';
import { freePort } from '../../tests/free-port.ts';
import { type Burst, type Figure, figuresOf, type Round } from './figures.ts';
import type { Kind } from './kinds.ts';
import { kindsOf } from './kinds-of.ts';
import type { Load, SubjectName } from './load.ts';
import { openMunicipality } from './municipality.ts';
import { startProgram } from './processes.ts';
import { cpuOf, type Subject } from './subject.ts';

/** The size of a measurement. */
export interface Effort {
  rounds: number;
  /** The number of requests of each kind, to each subject, in a round. */
  requests: number;
  /** The number of requests of each kind, to each subject, before the measurement. */
  warmUp: number;
}

/** The number of people who act at the same time. */
export const atATime = 4;

const bareOf = {
  teams: new URL('./bare-teams.ts', import.meta.url),
  slack: new URL('./bare-slack.ts', import.meta.url),
};

/** The server that the subjects use: its address, and its process. */
export interface Server {
  uri: string;
  pid: number | undefined;
}

/**
 * Measures the bot and the bare SDK on one platform: four processes (the bot, the bare SDK with and without a document and
 * a reply, the people with their platforms) beside that of the database, and the same requests to all subjects in turn.
 */
export async function measure(platform: 'teams' | 'slack', server: Server, effort: Effort): Promise<Figure[]> {
  const municipality = await openMunicipality(server.uri, `bench-${platform}`);
  const load = startProgram<Load>(new URL('./load.ts', import.meta.url));
  const subjects = {
    ours: startProgram<Subject>(new URL('./ours.ts', import.meta.url)),
    bare: startProgram<Subject>(bareOf[platform]),
    floor: startProgram<Subject>(bareOf[platform]),
  };
  const credentials = simulatedCredentials();
  const people = municipality.people.map(({ email, name, language }) => ({
    email,
    name,
    language: language ?? 'da',
    title: '',
    installs: [platform],
  }));

  const start = async (subject: SubjectName) => {
    const port = await freePort();
    const botUrl = `http://127.0.0.1:${port}`;
    const simulatorUrl = await load.ask('simulate', subject, { botUrl, people, credentials });
    const stores = subject === 'floor';
    const mongodbUri = stores ? municipality.floorUri : municipality.uri;
    await subjects[subject].ask('start', { mongodbUri, simulatorUrl, credentials, port, stores });
  };
  const burst = async (subject: SubjectName, kind: string, does: Kind['does'], requests: number) => {
    const doers = municipality.doers[does];
    const before = await subjects[subject].ask('cpu');
    const databaseBefore = await cpuOf(server.pid);
    const acknowledged = await load.ask('send', { subject, platform, kind, doers, requests, atATime });
    // Messages to other people because of a request are part of its cost.
    await subjects[subject].ask('settle');
    const cpu = (await subjects[subject].ask('cpu')) - before;
    const database = (await cpuOf(server.pid)) - databaseBefore;
    const stored = subject === 'ours' ? requests : 0;
    await municipality.clear({
      drafts: kind === 'message' ? stored : 0,
      requests: kind === 'submit-request' ? stored : 0,
    });
    return { kind, requests, cpu, database, acknowledged } satisfies Burst;
  };
  const round = async (requests: number): Promise<Round> => {
    const [ours, bare, floor]: [Burst[], Burst[], Burst[]] = [[], [], []];
    for (const [kind, { does }] of Object.entries(kindsOf[platform])) {
      ours.push(await burst('ours', kind, does, requests));
      bare.push(await burst('bare', kind, does, requests));
      floor.push(await burst('floor', kind, does, requests));
    }
    return { ours, bare, floor };
  };

  try {
    await start('ours');
    await start('bare');
    await start('floor');
    if (platform === 'teams') {
      await load.ask(
        'installForAll',
        people.map(({ email }) => email),
      );
    }
    await subjects.ours.ask('settle');
    await round(effort.warmUp);
    const rounds: Round[] = [];
    for (let number = 1; number <= effort.rounds; number++) rounds.push(await round(effort.requests));
    return figuresOf(rounds);
  } finally {
    await Promise.all([load.stop(), subjects.ours.stop(), subjects.bare.stop(), subjects.floor.stop()]);
    await municipality.close();
  }
}
