import { simulatedCredentials } from '../../bot/local/sample-municipality.ts';
import { freePort } from '../../tests/free-port.ts';
import { type Burst, type Figure, figuresOf, type Round } from './figures.ts';
import type { Kind } from './kinds.ts';
import { kindsOf } from './kinds-of.ts';
import type { Load } from './load.ts';
import { openMunicipality } from './municipality.ts';
import { startProgram } from './processes.ts';
import type { Subject } from './subject.ts';

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

/**
 * Measures the bot and the bare SDK on one platform: three processes (the bot, the bare SDK, the people with their
 * platforms) beside that of the database, and the same requests to both subjects in turn.
 */
export async function measure(platform: 'teams' | 'slack', server: string, effort: Effort): Promise<Figure[]> {
  const municipality = await openMunicipality(server, `bench-${platform}`);
  const load = startProgram<Load>(new URL('./load.ts', import.meta.url));
  const subjects = {
    ours: startProgram<Subject>(new URL('./ours.ts', import.meta.url)),
    bare: startProgram<Subject>(bareOf[platform]),
  };
  const credentials = simulatedCredentials();
  const people = municipality.people.map(({ email, name, language }) => ({
    email,
    name,
    language: language ?? 'da',
    title: '',
    installs: [platform],
  }));

  const start = async (subject: keyof typeof subjects) => {
    const port = await freePort();
    const botUrl = `http://127.0.0.1:${port}`;
    const simulatorUrl = await load.ask('simulate', subject, { botUrl, people, credentials });
    await subjects[subject].ask('start', { mongodbUri: municipality.uri, simulatorUrl, credentials, port });
  };
  const burst = async (subject: keyof typeof subjects, kind: string, does: Kind['does'], requests: number) => {
    const doers = municipality.doers[does];
    const before = await subjects[subject].ask('cpu');
    const acknowledged = await load.ask('send', { subject, platform, kind, doers, requests, atATime });
    // Messages to other people because of a request are part of its cost.
    await subjects[subject].ask('settle');
    const cpu = (await subjects[subject].ask('cpu')) - before;
    const stored = subject === 'ours' ? requests : 0;
    await municipality.clear({
      drafts: kind === 'message' ? stored : 0,
      requests: kind === 'submit-request' ? stored : 0,
    });
    return { kind, requests, cpu, acknowledged } satisfies Burst;
  };
  const round = async (requests: number): Promise<Round> => {
    const [ours, bare]: [Burst[], Burst[]] = [[], []];
    for (const [kind, { does }] of Object.entries(kindsOf[platform])) {
      ours.push(await burst('ours', kind, does, requests));
      bare.push(await burst('bare', kind, does, requests));
    }
    return { ours, bare };
  };

  try {
    await start('ours');
    await start('bare');
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
    await Promise.all([load.stop(), subjects.ours.stop(), subjects.bare.stop()]);
    await municipality.close();
  }
}
