import type { Credentials } from '../../simulator/credentials.ts';
import type { SimulatedPerson } from '../../simulator/people.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { atWork } from './clock.ts';
import type { Doer, Kind } from './kinds.ts';
import { kindsOf } from './kinds-of.ts';
import { answerParent } from './processes.ts';

/** Our bot; a bare SDK that does nothing; the floor: one that stores a document and replies. */
export type SubjectName = 'ours' | 'bare' | 'floor';

export interface Burst {
  subject: SubjectName;
  platform: keyof typeof kindsOf;
  kind: string;
  doers: readonly Doer[];
  requests: number;
  /** The number of people at a time; each waits for the answer before doing the next thing. */
  atATime: number;
}

export interface Load {
  /** Starts the platforms in front of a bot; returns their address. */
  simulate(
    subject: SubjectName,
    options: { botUrl: string; people: readonly SimulatedPerson[]; credentials: Credentials },
  ): Promise<string>;
  /** The Teams administrator installs the bot for everybody. */
  installForAll(emails: readonly string[]): Promise<void>;
  /** Sends a burst; returns the milliseconds until each request was acknowledged. */
  send(burst: Burst): Promise<number[]>;
}

const simulators = new Map<SubjectName, Simulator>();
let serial = 0;

function simulatorOf(subject: SubjectName): Simulator {
  const simulator = simulators.get(subject);
  if (!simulator) throw new Error(`no platforms are simulated before ${subject}`);
  return simulator;
}

/** Throws when a bot did not accept the request, or when the project's bot gave a wrong answer. */
async function sendOne({ subject, kind: name }: Burst, kind: Kind, doer: Doer): Promise<number> {
  const simulator = simulatorOf(subject);
  serial += 1;
  const number = serial;
  const started = performance.now();
  const { answer, newest } = await kind.send(simulator, doer, number);
  const took = performance.now() - started;
  if (answer.status !== 200) throw new Error(`${subject} answered ${name} with status ${answer.status}`);
  if (subject === 'ours' && !kind.answeredBy.test(JSON.stringify([answer.body, newest]))) {
    throw new Error(`our bot's answer to ${name} is not the one expected: ${JSON.stringify([answer, newest])}`);
  }
  return took;
}

answerParent<Load>({
  async simulate(subject, options) {
    const simulator = await startSimulator({ ...options, now: atWork });
    simulators.set(subject, simulator);
    return simulator.url;
  },

  async installForAll(emails) {
    for (const email of emails) await simulatorOf('ours').teams(email).install();
  },

  async send(burst) {
    const { platform, kind: name, doers, requests, atATime } = burst;
    const kind = kindsOf[platform][name];
    if (!kind) throw new Error(`no kind of request is called ${name}`);
    const took: number[] = [];
    let started = 0;
    const lane = async (number: number) => {
      // No person does two things at the same time.
      const own = doers.filter((_doer, index) => index % atATime === number);
      for (let turn = 0; started < requests; turn++) {
        started += 1;
        const doer = own[turn % own.length];
        if (!doer) throw new Error('there are fewer people than do things at a time');
        took.push(await sendOne(burst, kind, doer));
      }
    };
    await Promise.all(Array.from({ length: atATime }, (_none, number) => lane(number)));
    return took;
  },
});
