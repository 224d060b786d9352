import { setTimeout as wait } from 'node:timers/promises';
import { usualPerSecond } from '../../bot/teams/teams.ts';
import { percentile, rounded } from '../speed/figures.ts';
import type { Server } from '../speed/measure.ts';
import { type LoopDelay, watchLoop } from './loop-delay.ts';
import { mostInAnySecond } from './most.ts';
import { type Open, openScene, type Scene } from './scene.ts';

interface Size {
  leaders: number;
  /** Answers that owners give while nothing else happens, and at most during the campaign. */
  idle: number;
  during: number;
}

const full: Size = { leaders: 5_000, idle: 100, during: 250 };
const quick: Size = { leaders: 60, idle: 3, during: 3 };

/** The bots on one database that send a campaign together. */
const instances = 3;

/** From one answer to the next, on average: an owner answers the next request when the last answer has arrived. */
const betweenAnswersMs = 600;

/** The delivery of a campaign that keeps to Teams' limits, by three bots. */
interface Limited {
  leaders: number;
  perSecond: number;
  /** From the acknowledgement of the campaign until the last leader is prompted. */
  seconds: number;
  /** How many times as long as all messages of that time take at the limit; the aim is at most 1.05. */
  timesLimit: number;
  /** Messages that were sent meanwhile: the prompts, and the cards of answers. */
  messages: number;
  /** Calls that were answered with 429, and their share of all. */
  refused: number;
  refusedShare: number;
  /** The most calls in any second. */
  mostInASecond: number;
  /** From the commit of an answer until its card comes to Teams. */
  pickUpMs: { idle: Spread; during: Spread; times: number };
  /** The greatest delays of the three bots' event loops during the campaign, and those of the simulated Teams. */
  loopDelayMs: LoopDelay & { simulator: LoopDelay };
}

interface Spread {
  answers: number;
  p50: number;
  p95: number;
  max: number;
}

/** The delivery of a campaign by one bot that no limit holds back. */
interface Unlimited {
  leaders: number;
  /** Prompts that arrived and left the queue, a second; the aim is at least 400 on the Rust server. */
  perSecond: number;
  /** Milliseconds of processor time for each. */
  cpuMs: { bot: number; database: number; simulator: number };
  /** The share of one core that each used. */
  busy: { bot: number; database: number; simulator: number };
  /** The busier one of bot and database. */
  limit: 'bot' | 'database';
}

export interface CampaignFigures {
  limited: Limited;
  unlimited: Unlimited;
}

/**
 * Has three bots prompt the leaders of a large municipality within Teams' limits, while owners answer requests, and one
 * bot without limits; the bots are processes of their own, and the simulated Teams is in this one.
 * @throws when a leader is not prompted exactly once, or an answer's card does not arrive
 */
export async function measureCampaign(
  server: Server,
  options: { quick: boolean },
  say: (line: string) => void,
): Promise<CampaignFigures> {
  const size = options.quick ? quick : full;
  return { limited: await measureLimited(server, size, say), unlimited: await measureUnlimited(server, size, say) };
}

async function measureLimited(server: Server, size: Size, say: (line: string) => void): Promise<Limited> {
  const scene = await openScene(server, 'bench-campaign', size.leaders, { bots: instances, isLimited: true });
  const loop = watchLoop();
  try {
    const requests = await scene.sendRequests(size.idle + size.during);
    await scene.start();
    say(`Answering ${size.idle} requests …`);
    await scene.watch();
    const idle = await pickUps(scene, await answerAll(scene, requests.splice(0, size.idle)));
    say(`Prompting ${size.leaders} leaders …`);
    await scene.watch();
    const [calls, posts] = [scene.calls().length, scene.posts().length];
    loop.reset();
    const began = await scene.startCampaign();
    const isOver = () => scene.prompts().length >= size.leaders;
    const [answers] = await Promise.all([answerAll(scene, requests, isOver), scene.allPrompted()]);
    const seconds = (Math.max(...scene.prompts().map(({ at }) => Date.parse(at))) - began) / 1000;
    const own = loop.delay();
    const during = await pickUps(scene, answers);
    const noted = await scene.noted();
    const made = scene.calls().slice(calls);
    const refused = made.filter(({ status }) => status === 429).length;
    const messages = scene.posts().length - posts;
    return {
      leaders: size.leaders,
      perSecond: usualPerSecond,
      seconds: rounded(seconds),
      timesLimit: rounded(seconds / (messages / usualPerSecond), 3),
      messages,
      refused,
      refusedShare: rounded(refused / made.length, 5),
      mostInASecond: mostInAnySecond(made.map(({ at }) => at.getTime())),
      pickUpMs: { idle, during, times: rounded(during.p95 / idle.p95, 2) },
      loopDelayMs: {
        p99: Math.max(...noted.map(({ loopDelayMs }) => loopDelayMs.p99)),
        max: Math.max(...noted.map(({ loopDelayMs }) => loopDelayMs.max)),
        simulator: own,
      },
    };
  } finally {
    await scene.close();
  }
}

async function measureUnlimited(server: Server, { leaders }: Size, say: (line: string) => void): Promise<Unlimited> {
  const scene = await openScene(server, 'bench-unlimited', leaders, { bots: 1, isLimited: false });
  try {
    await scene.start();
    say(`Prompting ${leaders} leaders without limits …`);
    const began = await scene.startCampaign();
    const before = await scene.cpu();
    await scene.allPrompted();
    await scene.atRest();
    const seconds = (Date.now() - began) / 1000;
    const after = await scene.cpu();
    const each = (of: (used: typeof before) => number) => of(after) - of(before);
    const used = {
      bot: each(({ bot }) => bot),
      database: each((all) => all.database),
      simulator: each((all) => all.own),
    };
    const all = (of: (us: number) => number) => ({
      bot: rounded(of(used.bot), 2),
      database: rounded(of(used.database), 2),
      simulator: rounded(of(used.simulator), 2),
    });
    return {
      leaders,
      perSecond: rounded(leaders / seconds),
      cpuMs: all((us) => us / 1000 / leaders),
      busy: all((us) => us / 1e6 / seconds),
      limit: used.bot > used.database ? 'bot' : 'database',
    };
  } finally {
    await scene.close();
  }
}

/** Owners answer one request after the other, the next when the card of the last has come. Gives what was answered. */
async function answerAll(scene: Scene, requests: readonly Open[], isOver = () => false): Promise<Open[]> {
  const answered: Open[] = [];
  for (const request of requests) {
    if (isOver()) break;
    await scene.answer(request);
    answered.push(request);
    await wait(Math.random() * 2 * betweenAnswersMs);
  }
  return answered;
}

/** From the commit of each answer until its card came. */
async function pickUps(scene: Scene, answered: readonly Open[]): Promise<Spread> {
  const committed = Object.assign({}, ...(await scene.noted()).map((one) => one.answered)) as Record<string, number>;
  const posts = scene.posts();
  const times = answered.map(({ id, number }) => {
    const came = posts.find(({ reference }) => reference === number);
    const from = committed[id];
    if (!came || from === undefined) throw new Error(`no bot has noted the answer to ${number}`);
    return Date.parse(came.at) - from;
  });
  const at = (percent: number) => rounded(percentile(times, percent));
  return { answers: times.length, p50: at(50), p95: at(95), max: at(100) };
}
