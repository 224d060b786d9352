import { setTimeout as wait } from 'node:timers/promises';
import { startBot } from '../../bot/bot.ts';
import { openDatabase } from '../../bot/database/database.ts';
import { platformsOf } from '../../bot/local/playground.ts';
import { simulatedCredentials } from '../../bot/local/sample-municipality.ts';
import { makeLog } from '../../bot/log.ts';
import type { Call } from '../../simulator/faults.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import type { TeamsPerson } from '../../simulator/teams/client/person.ts';
import { freePort } from '../../tests/free-port.ts';
import { atWork } from '../speed/clock.ts';
import { rounded } from '../speed/figures.ts';
import { accepted, freshAction } from '../speed/kinds.ts';
import { openMunicipality } from '../speed/municipality.ts';
import { answerFields, press, teamsKinds } from '../speed/teams-kinds.ts';
import { CommandCounter, monitored } from './counter.ts';

/**
 * The actions whose commands are counted, without the cards that are silently brought up to date: `updates` is one card in a
 * channel, `cards` one in a person's own chat.
 */
type Counted = 'list' | 'show' | 'message' | 'submit' | 'answer' | 'updates' | 'cards';

/** The most commands that each action may need. */
export type Budgets = Readonly<Record<Counted, number>>;

/** The command that asks which cards stand in private chats: once for each change, and a part of their update. */
const lookForCards = 'find postings';

/** The number of times that an action is done, of which the one with the fewest commands counts. */
const times = 5;

/** The people who own the process that requests of the benchmark are about. */
const deliveriesOfRequest = 3;

/**
 * Counts the commands that one warm bot on the sample municipality sends to its database for each action of a person in
 * Teams, with all that the action causes: a submission with the cards of the three owners, an answer with that of the
 * leader.
 * @param uri names an empty database, which stays as the bot leaves it
 */
export async function commandsOf(uri: string): Promise<Record<Counted, readonly string[]>> {
  return withBot(uri, async (running) => {
    const { counter, simulator, leader, owner, unit, requestId, newest, forgetCards } = running;
    const submit = async () => {
      const before = simulator.calls().length;
      await accepted(teamsKinds['submit-request'].send(simulator, { email: leader, requestId }, Math.random()));
      await posted(running, before, deliveriesOfRequest);
    };
    const asOwner = async (action: string, becomes: string, fields: Record<string, string>) => {
      const { id, version } = await newest();
      const input = { requestId: id, version, ...(becomes === 'answered' ? { decision: 'planned' } : {}) };
      await accepted(press(simulator, { email: owner, requestId: id }, action, input, fields));
      const { state } = await newest();
      if (state !== becomes) throw new Error(`the request of the benchmark is ${state} in place of ${becomes}`);
    };
    const answer = async () => {
      const before = simulator.calls().length;
      await asOwner('answer-request', 'answered', answerFields);
      await posted(running, before, 1);
    };
    const acknowledge = () => asOwner('acknowledge-request', 'acknowledged', {});
    const leaderDoes = (kind: 'list-mine' | 'show-request' | 'message') => async () =>
      accepted(teamsKinds[kind].send(simulator, { email: leader, requestId }, Math.random()));

    // Each once, so that nothing that is kept in memory is missing.
    for (const does of [leaderDoes('list-mine'), leaderDoes('show-request'), leaderDoes('message')]) await does();
    await counter.during(submit);
    await counter.during(answer);

    const list = await counter.fewest(times, leaderDoes('list-mine'));
    const show = await counter.fewest(times, leaderDoes('show-request'));
    const message = await counter.fewest(times, leaderDoes('message'));
    const submits: Array<readonly string[]> = [];
    const answers: Array<readonly string[]> = [];
    const inChats: Array<readonly string[]> = [];
    const quietly: Array<readonly string[]> = [];
    const inRoom: Array<readonly string[]> = [];
    let cards = 0;
    for (let time = 0; time < times; time++) {
      submits.push(await counter.during(submit));
      const before = simulator.calls().length;
      inChats.push(await counter.during(acknowledge));
      cards = simulator
        .calls()
        .slice(before)
        .filter(({ call }) => call.startsWith('PUT ')).length;
      await forgetCards();
      answers.push(await counter.during(answer));
    }
    for (let time = 0; time < times; time++) {
      await counter.during(submit);
      await forgetCards();
      quietly.push(await counter.during(acknowledge));
    }
    await showInboxInRoom(simulator.teams(owner), unit);
    for (let time = 0; time < times; time++) {
      await counter.during(submit);
      await forgetCards();
      inRoom.push(await counter.during(acknowledge));
    }
    if (cards === 0) throw new Error('no card in a private chat was brought up to date');
    const forCards = [...beyond(shortest(quietly), shortest(inChats)), lookForCards];
    return {
      list,
      show,
      message,
      submit: beyond([lookForCards], shortest(submits)),
      answer: beyond([lookForCards], shortest(answers)),
      updates: beyond(shortest(quietly), shortest(inRoom)),
      cards: forCards.slice(0, Math.ceil(forCards.length / cards)),
    };
  });
}

/**
 * Counts the commands a second of a bot that has nothing to do, as the mean of so many seconds.
 * @param uri names an empty database, which stays as the bot leaves it
 */
export async function idleCommands(uri: string, seconds: number): Promise<number> {
  return withBot(uri, async ({ counter }) => {
    const sent = await counter.during(() => wait(seconds * 1000));
    return rounded(sent.length / seconds, 2);
  });
}

interface Running {
  counter: CommandCounter;
  simulator: Simulator;
  /** Addresses of a leader with requests and of a process owner who gets the requests of the benchmark. */
  leader: string;
  owner: string;
  unit: string;
  requestId: string;
  /** The rows of the outbox, without what they say. */
  waiting(): Promise<string>;
  /** Leaves the postings of cards as version 0.1 does, so that no card in a private chat is brought up to date. */
  forgetCards(): Promise<void>;
  /** The newest request, with its version as a card holds it. */
  newest(): Promise<{ id: string; version: string; state: string }>;
}

async function withBot<Value>(uri: string, work: (running: Running) => Promise<Value>): Promise<Value> {
  const municipality = await openMunicipality(uri, new URL(uri).pathname.slice(1));
  const database = await openDatabase(monitored(municipality.uri));
  const unmonitored = await openDatabase(municipality.uri);
  const credentials = simulatedCredentials();
  const port = await freePort();
  const people = municipality.people.map(({ email, name, language }) => ({
    email,
    name,
    language: language ?? 'da',
    title: '',
    installs: ['teams'] as const,
  }));
  const simulator = await startSimulator({ botUrl: `http://127.0.0.1:${port}`, people, now: atWork, credentials });
  const bot = await startBot({
    database,
    ...platformsOf(simulator, credentials),
    slack: null,
    port,
    host: '127.0.0.1',
    publicUrl: null,
    now: atWork,
    log: makeLog('error'),
  });
  try {
    const owners = municipality.people.filter(({ unit, roles }) => unit !== null && roles.includes('processOwner'));
    const [reader] = municipality.doers.reads;
    if (!reader) throw new Error('the sample municipality has no leader');
    const reading = await unmonitored.stored.requests.findById(reader.requestId).lean();
    const owner = owners.find(({ unit }) => unit === reading?.unit);
    if (!reading || !owner) throw new Error('the sample municipality has no owner of the process');
    for (const { email } of [reader, ...owners]) await simulator.teams(email).install();
    await bot.jobs.now();
    return await work({
      counter: new CommandCounter(database.connection),
      simulator,
      leader: reader.email,
      owner: owner.email,
      unit: reading.unit,
      requestId: reader.requestId,
      async waiting() {
        const rows = await unmonitored.stored.outbox.find().lean();
        return JSON.stringify(rows.map(({ message, to: _to, ...row }) => ({ ...row, kind: message.kind })));
      },
      async forgetCards() {
        await unmonitored.stored.postings.updateMany({}, { $unset: { shown: 1 } });
      },
      async newest() {
        const [found] = await unmonitored.stored.requests.find().sort({ number: -1 }).limit(1).lean();
        if (!found) throw new Error('there is no request');
        return { id: found._id, version: String(found.version), state: found.state };
      },
    });
  } finally {
    await bot.stop();
    await simulator.close();
    await database.close();
    await unmonitored.close();
    await municipality.close();
  }
}

/** Milliseconds within which the messages that an action causes are posted. */
const postedWithinMs = 30_000;

/**
 * Waits until so many messages were posted; the counter waits for what the bot notes about them.
 * @throws after half a minute, with the state of the rows that wait
 */
async function posted({ simulator, waiting }: Running, before: number, messages: number): Promise<void> {
  const isPosting = ({ call }: Call) => call.startsWith('POST ') && call.includes('/activities');
  const giveUpAt = performance.now() + postedWithinMs;
  while (simulator.calls().slice(before).filter(isPosting).length < messages) {
    if (performance.now() > giveUpAt)
      throw new Error(`fewer than ${messages} messages were posted; waiting: ${await waiting()}`);
    await wait(20);
  }
}

async function showInboxInRoom(owner: TeamsPerson, unit: string): Promise<void> {
  const room = owner.room('Indbakken');
  await room.install();
  const [introduction] = room.messages();
  if (!introduction) throw new Error('the bot has not introduced itself');
  const follow = { verb: 'follow-unit', data: freshAction('follow-unit', { unit }) };
  const { status } = await room.execute(introduction.id, follow, {});
  if (status !== 200) throw new Error(`the bot answered with status ${status}`);
}

function shortest(all: ReadonlyArray<readonly string[]>): readonly string[] {
  return all.reduce((least, one) => (one.length < least.length ? one : least));
}

/** The commands of `more` that `less` does without. */
function beyond(less: readonly string[], more: readonly string[]): readonly string[] {
  const left = [...less];
  return more.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
