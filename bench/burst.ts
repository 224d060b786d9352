import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../bot/database/database.ts';
import { simulatedCredentials } from '../bot/local/sample-municipality.ts';
import { edgeTexts } from '../locales/edges/edge.ts';
import { startSimulator } from '../simulator/simulator.ts';
import { freePort } from '../tests/free-port.ts';
import { atWork } from './speed/clock.ts';
import { percentile } from './speed/figures.ts';
import { accepted, type Did, type Doer } from './speed/kinds.ts';
import { openMunicipality } from './speed/municipality.ts';
import { startProgram } from './speed/processes.ts';
import { slackKinds } from './speed/slack-kinds.ts';
import type { Subject } from './speed/subject.ts';
import { teamsKinds } from './speed/teams-kinds.ts';

/** All leaders of a large municipality, who answer a campaign in the same second. */
const atOnce = 200;

/** Slack shows an error to somebody who waits longer. */
const slackWaitsMs = 3000;

export interface BurstFigures {
  leaders: number;
  /** Requests that are not stored in the end, of those that were told to be and of those that were not. */
  lost: number;
  /** Leaders who waited longer than Slack does. */
  late: number;
  /** Leaders who were told to try again, because their request was stored later than they could wait. */
  notYet: number;
  acknowledgedMs: { p50: number; p95: number; max: number };
  storedMs: number;
}

/** Two hundred leaders send a request at the same moment, first in Slack and then in Teams. */
export async function measureBurst(server: string, say: (line: string) => void): Promise<Record<string, BurstFigures>> {
  const municipality = await openMunicipality(server, 'bench-burst');
  const { stored, close } = await openDatabase(municipality.uri);
  const credentials = simulatedCredentials();
  const bot = startProgram<Subject>(new URL('./speed/ours.ts', import.meta.url));
  const port = await freePort();
  const people = municipality.people.map(({ email, name, language }) => ({
    email,
    name,
    language: language ?? 'da',
    title: '',
    installs: ['slack', 'teams'] as const,
  }));
  const leaders = municipality.people.filter(({ roles, language }) => roles.includes('leader') && language === 'da');
  const simulator = await startSimulator({
    botUrl: `http://127.0.0.1:${port}`,
    people,
    now: atWork,
    credentials,
    slackPatienceMs: 60_000,
  });
  await bot.ask('start', { mongodbUri: municipality.uri, simulatorUrl: simulator.url, credentials, port });
  let serial = 0;
  const burst = async (send: (doer: Doer, serial: number) => Promise<Did>): Promise<BurstFigures> => {
    const before = await stored.requests.countDocuments();
    const begun = performance.now();
    const all = await Promise.all(
      Array.from({ length: atOnce }, async (_, index) => {
        const leader = leaders[index % leaders.length];
        if (!leader) throw new Error('the sample municipality has no leaders');
        serial += 1;
        // The forms are made here, one after the other: each person's time begins with their own press.
        const pressed = performance.now();
        const answer = await accepted(send({ email: leader.email, requestId: '' }, serial));
        return {
          ms: performance.now() - pressed,
          notYet: JSON.stringify(answer.body).includes(edgeTexts.da.notKnownYet),
        };
      }),
    );
    // A request whose answer said “later” is stored by itself.
    let kept = 0;
    for (let look = 0; look < 240 && kept < atOnce; look++) {
      kept = (await stored.requests.countDocuments()) - before;
      if (kept < atOnce) await wait(250);
    }
    const storedMs = Math.round(performance.now() - begun);
    await bot.ask('settle');
    const times = all.map(({ ms }) => ms);
    const at = (percent: number) => Math.round(percentile(times, percent));
    return {
      leaders: atOnce,
      lost: atOnce - kept,
      late: all.filter(({ ms }) => ms > slackWaitsMs).length,
      notYet: all.filter(({ notYet }) => notYet).length,
      acknowledgedMs: { p50: at(50), p95: at(95), max: at(100) },
      storedMs,
    };
  };
  try {
    for (const { email } of leaders) await simulator.teams(email).install();
    say('everybody has met the bot');
    // Each leader once, so that chats are known and the code is warm.
    for (const { email } of leaders) await simulator.slack(email).send('hej');
    return {
      slack: await burst((doer, serial) => slackKinds['submit-request'].send(simulator, doer, serial)),
      teams: await burst((doer, serial) => teamsKinds['submit-request'].send(simulator, doer, serial)),
    };
  } finally {
    await bot.stop();
    await simulator.close();
    await close();
    await municipality.close();
  }
}
