import { randomUUID } from 'node:crypto';
import { openDatabase } from '../../bot/database/database.ts';
import { prepareSample } from '../../bot/local/sample-municipality.ts';
import { worldsOf } from '../../bot/worlds.ts';
import { withoutChat } from '../../domain/context.ts';
import { type ActionName, useCases } from '../../domain/index.ts';
import type { Person } from '../../domain/people/person.ts';
import { isManager, mayAnswer } from '../../domain/people/roles.ts';
import { Claimed, perform } from '../../domain/perform.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { deliveryQueueOf } from '../../models/delivery/delivery-queue.ts';
import { databaseClock } from '../../models/delivery/lock-clock.ts';
import { databaseAt } from '../database-at.ts';
import { atWork } from '../speed/clock.ts';
import { percentile } from '../speed/figures.ts';
import { fill, type History } from './history.ts';

/** A history that is little, and one that is long; the aim is that what people do takes as long with both. */
const sizes = {
  full: {
    little: { requests: 1_000, open: 200, deliveries: 1_000 },
    long: { requests: 100_000, open: 200, deliveries: 1_000_000 },
  },
  quick: {
    little: { requests: 1_000, open: 200, deliveries: 1_000 },
    long: { requests: 10_000, open: 200, deliveries: 20_000 },
  },
} as const satisfies Record<string, Record<string, History>>;

/** With a long history nothing takes more than so many times as long. */
const mostTimes = 1.3;

/** Each action is done so often before the measurement, and in it; the figure is the median. */
const warmUps = 50;
const times = 201;

interface Opened {
  /** The actions of people, by name. */
  actions: Record<string, () => Promise<void>>;
  close(): Promise<void>;
}

/** The median milliseconds of an action with either history, and how many times as long it takes with the long one. */
interface Row {
  action: string;
  little: number;
  long: number;
  ratio: number;
}

interface Result {
  /** Name and version of the database server. */
  database: string;
  little: History;
  long: History;
  rows: Row[];
}

/** Measures what people do over a little and over a long history; gives a readable table, or one line of JSON. */
export async function measureScale(
  uri: string,
  database: string,
  { quick, json }: { quick: boolean; json: boolean },
  say: (line: string) => void,
): Promise<string> {
  const { little, long } = quick ? sizes.quick : sizes.full;
  const opened: Opened[] = [];
  try {
    for (const history of [little, long]) {
      const began = performance.now();
      say(`Filling a database with ${history.requests} requests and ${history.deliveries} delivered messages …`);
      opened.push(await openWith(uri, history));
      say(`  took ${((performance.now() - began) / 1000).toFixed(0)} s`);
    }
    const rows: Row[] = [];
    for (const action of Object.keys(opened[0]?.actions ?? {})) {
      const [before = 0, after = 0] = await medians(opened.map(({ actions }) => actions[action] ?? missing(action)));
      rows.push({ action, little: before, long: after, ratio: after / before });
      say(`  ${action}: ${before.toFixed(2)} and ${after.toFixed(2)} ms`);
    }
    return print({ database, little, long, rows }, json);
  } finally {
    for (const { close } of opened) await close();
  }
}

/** The median milliseconds of each, which take turns, so that what the machine does meanwhile is spread over all. */
async function medians(each: ReadonlyArray<() => Promise<void>>): Promise<number[]> {
  const took = each.map(() => [] as number[]);
  for (let time = -warmUps; time < times; time++) {
    for (const [index, act] of each.entries()) {
      const began = performance.now();
      await act();
      if (time >= 0) took[index]?.push(performance.now() - began);
    }
  }
  return took.map((all) => percentile(all, 50));
}

function missing(action: string): never {
  throw new Error(`a database has no ${action}`);
}

function print({ database, little, long, rows }: Result, json: boolean): string {
  if (json) return JSON.stringify({ database, little, long, most: mostTimes, rows });
  return [
    `Milliseconds with ${little.requests} requests, and with ${long.requests} and ${long.deliveries} delivered messages: ${database}`,
    ...rows.map(({ action, ...row }) =>
      [action.padEnd(10), ...[row.little, row.long, row.ratio].map((value) => value.toFixed(2).padStart(10))].join(''),
    ),
    `  aim: the last column is at most ${mostTimes}`,
  ].join('\n');
}

/** Opens a database with a history, and gives what people do on it. */
async function openWith(server: string, history: History): Promise<Opened> {
  const database = await openDatabase(databaseAt(server, `scale-${randomUUID().slice(0, 8)}`));
  try {
    const { organisation, people } = await prepareSample(database, atWork);
    await fill(database, { organisation, people }, history);
    const { connection, stored } = database;
    const worlds = worldsOf(connection, stored, atWork);
    const does = (actor: Person, action: ActionName, input: () => object) => async () => {
      const useCase: UseCase = useCases[action];
      const world = worlds.arrival(organisation);
      const attempt = { world, useCase, actor, context: withoutChat, idempotencyKey: randomUUID() };
      const result = await perform({ ...attempt, input: new Claimed(input()) });
      if (!result.ok) throw new Error(`${action} was refused: ${result.refusal}`);
    };
    const one = (is: (person: Person) => boolean): Person => {
      const found = people.find(is);
      if (!found) throw new Error('the sample municipality lacks somebody');
      return found;
    };
    const leader = one(({ roles }) => roles.includes('leader'));
    const wish = { text: 'Vikarer oprettes for sent', area: 'personale', anonymous: 'false' };
    const locks = databaseClock(connection);
    const queue = deliveryQueueOf(stored, { organisation: organisation.id, now: atWork, locks });
    const actions: Record<string, () => Promise<void>> = {
      list: does(leader, 'list-mine', () => ({})),
      inbox: does(one(mayAnswer), 'list-inbox', () => ({})),
      home: does(leader, 'show-home', () => ({})),
      digest: does(one(isManager), 'show-digest', () => ({})),
      show: does(leader, 'show-request', () => ({ request: `r${Math.floor(history.requests / 2)}` })),
      submit: does(leader, 'submit-request', () => wish),
      async claim() {
        const { rows } = await queue.look();
        const [claimed] = await queue.claim(rows.slice(0, 1));
        if (!claimed) throw new Error('nothing could be claimed');
        await queue.finish([{ row: claimed, fate: { is: 'sent', platform: 'teams' } }]);
      },
    };
    // A leader sees a request of their own.
    await stored.requests.updateOne({ _id: `r${Math.floor(history.requests / 2)}` as never }, { leaderId: leader.id });
    const close = async () => {
      worlds.close();
      await database.close();
    };
    return { actions, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
