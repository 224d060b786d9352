import { setTimeout as pause } from 'node:timers/promises';
import type { Platform } from '../../domain/vocabulary.ts';
import { inSlack } from '../in-slack.ts';
import { inTeams } from '../in-teams.ts';
import { people } from '../sample-domain.ts';
import { cardsOf, owners, promptsIn, startsCampaign, submits, submitted, toTeams, wish } from './cluster/acts.ts';
import { type Acknowledged, allWell } from './cluster/audit.ts';
import { openTestScene, restAndAudit } from './cluster/in-jest.ts';
import { seeded } from './cluster/load.ts';
import type { Scene } from './cluster/scene.ts';

let scene: Scene;
afterEach(() => scene?.close());

/** Everybody has the bot on this platform, and Koncern HR has its inbox in a channel there. */
async function opens(platform: Platform): Promise<() => string[]> {
  scene = await openTestScene({ limits: true });
  await Promise.all([scene.start(), scene.start(), scene.start()]);
  for (const { email } of scene.people) {
    if (platform === 'teams') await scene.simulator.teams(email).install();
    else await scene.simulator.slack(email).openHome('messages');
  }
  const [owner] = owners;
  if (platform === 'slack') {
    const room = inSlack(scene.simulator, owner).room('hr-ønsker');
    await room.brings();
    await room.presses('Vis indbakken her');
    await room.fills({});
    // The bot's words there are a reply, which is not held back and holds nothing back.
    await pause(1000);
    return room.all;
  }
  const room = inTeams(scene.simulator, owner).room('HR-ønsker');
  await room.brings();
  await room.mentions('indbakke her');
  await room.presses('Vis indbakken her');
  const unit = scene.people.find(({ email }) => email === owner)?.unit ?? '';
  await room.fills({ unit }, 'Vis den her');
  return room.all;
}

const leaders = () => scene.people.filter(({ roles }) => roles.includes('leader')).map(({ email }) => email);

/** Leaders send requests about staff: all at once, then one after the other, so that the channel is now busy, now idle. */
async function submissions(atOnce: number, later: number): Promise<Acknowledged[]> {
  const random = seeded(11);
  const senders = leaders();
  const send = (turn: number) => {
    const { text, press } = wish(scene, senders[turn % senders.length]);
    return submitted(press, text, 20);
  };
  const sent = Array.from({ length: atOnce }, (_, turn) => send(turn));
  for (let turn = 0; turn < later; turn++) {
    await pause(500 + random() * 1200);
    sent.push(send(atOnce + turn));
  }
  return Promise.all(sent);
}

test('a 429 in one chat delays the messages in other chats by no more than a tenth of a second', async () => {
  scene = await openTestScene({ limits: true });
  await scene.start();
  await scene.meet(people.leader, ...owners);
  /** From the receipt of a request to its card in Slack, in milliseconds. */
  const otherWaits = async () => {
    const { number } = await submits(scene);
    const from = Date.now();
    const card = () => cardsOf(scene, owners[1]).find((line) => line.line === 'accepted' && line.reference === number);
    await scene.until('the other owner has the card', () => card() !== undefined);
    return Date.parse(card()?.at ?? '') - from;
  };
  const measure = async (fault: boolean) => {
    const waits: number[] = [];
    for (let turn = 0; turn < 7; turn++) {
      if (fault) scene.simulator.faults.next({ ...toTeams, times: 1, status: 429, retryAfterSeconds: 1 });
      waits.push(await otherWaits());
      await restAndAudit(scene);
      // The chat of the other owner has rested.
      await pause(1100);
    }
    return waits.sort((a, b) => a - b)[3] ?? 0;
  };
  const usual = await measure(false);
  expect((await measure(true)) - usual).toBeLessThanOrEqual(100);
  expect(
    scene.simulator.calls().filter(({ call, status }) => status === 429 && call.includes('activities')),
  ).toHaveLength(7);
}, 120_000);

test.each(['slack', 'teams'] as const)(
  'three bots keep to the limits of %s in a campaign, and in one channel',
  async (platform) => {
    const room = await opens(platform);
    const before = scene.simulator.calls().length;
    await startsCampaign(scene);
    const prompted = () => promptsIn(scene).length === leaders().length;
    // Replies count for a tenant of Teams as well, and they do not wait.
    if (platform === 'teams') await scene.until('all are prompted', prompted, 30);
    const acknowledged = await submissions(8, 24);
    const cards = () => room().filter((text) => acknowledged.some(({ number }) => text.includes(number)));
    await scene.until('the channel has all cards', () => cards().length === acknowledged.length, 60);
    const found = await restAndAudit(scene, ...acknowledged);
    expect(found).toMatchObject({ ...allWell, doubledMessages: [] });
    const calls = scene.simulator.calls().slice(before);
    expect(calls.filter(({ status }) => status === 429)).toEqual([]);
    expect(prompted()).toBe(true);
  },
  240_000,
);
