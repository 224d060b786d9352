import type { Moment } from '../../simulator/faults.ts';
import { people } from '../sample-domain.ts';
import {
  cardsOf,
  nextCall,
  owners,
  promptsIn,
  startsCampaign,
  submitted,
  toSlack,
  toTeams,
  wish,
} from './cluster/acts.ts';
import { type Acknowledged, allWell, audit } from './cluster/audit.ts';
import type { Bot } from './cluster/bots.ts';
import { openTestScene, restAndAudit } from './cluster/in-jest.ts';
import type { Scene } from './cluster/scene.ts';

let scene: Scene;
let bot: Bot;
beforeEach(async () => {
  scene = await openTestScene();
  bot = await scene.start();
  await scene.meet(people.leader, people.admin, ...owners);
}, 60_000);
afterEach(() => scene?.close());

const writes = ['insert', 'update', 'delete', 'findAndModify'];

const secondsSince = (start: number) => (performance.now() - start) / 1000;

/** Another bot takes over, and the dead one's locks have run out. */
async function another(): Promise<Bot> {
  await scene.moveTo(new Date(scene.now().getTime() + 61_000));
  scene.wire.databaseAheadMs += 61_000;
  return scene.start();
}

test('killed before the commit, it has stored nothing, and the same press sends the request', async () => {
  const { text, press } = wish(scene);
  const commit = scene.wire.at({ command: 'commitTransaction', moment: 'before' });
  const pressed = press.go();
  await commit;
  await Promise.all([expect(pressed).rejects.toThrow(), bot.kill()]);
  expect(await scene.database.stored.requests.countDocuments()).toBe(0);
  await scene.start();
  const killed = performance.now();
  // The other bot ends what the dead one had begun, which the database itself would keep for a minute.
  const acknowledged = await submitted(press, text, 75);
  expect(secondsSince(killed)).toBeLessThan(20);
  expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
});

test('killed after the commit and before the answer, it has stored the request, and the same press tells its number', async () => {
  const { text, press } = wish(scene);
  const commit = scene.wire.at({ command: 'commitTransaction', moment: 'after' });
  const pressed = press.go();
  await commit;
  await Promise.all([expect(pressed).rejects.toThrow(), bot.kill()]);
  expect(await scene.database.stored.requests.countDocuments()).toBe(1);
  await another();
  const acknowledged = await submitted(press, text);
  expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
});

/** Kills the bot while a platform keeps its call, before it has taken the message or after that. */
async function killedInCall(posted: typeof toTeams | typeof toSlack, hang: Moment): Promise<Acknowledged> {
  const { text, press } = wish(scene);
  scene.simulator.faults.next({ ...posted, times: 1, hang });
  const hung = nextCall(scene, ({ status }) => status === null);
  const acknowledged = await submitted(press, text);
  await hung;
  // The message is the only one that is not yet noted as sent.
  await scene.until('one message waits', async () => (await audit(scene, [])).waiting.length === 1);
  await bot.kill();
  return acknowledged;
}

test('killed after the claim and before any call, each message is sent once by the next', async () => {
  const { text, press } = wish(scene);
  const claim = scene.wire.at({
    command: 'update',
    moment: 'after',
    matches: ({ update }) => update === 'outbox',
  });
  const acknowledged = await submitted(press, text);
  await claim;
  await bot.kill();
  expect(owners.flatMap((email) => cardsOf(scene, email))).toEqual([]);
  await another();
  expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
});

test('killed with a message claimed, another bot that runs sends it before the claim has run out', async () => {
  await scene.start();
  scene.through(bot);
  const acknowledged = await killedInCall(toTeams, 'request');
  scene.through(null);
  const killed = performance.now();
  expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
  expect(secondsSince(killed)).toBeLessThan(45);
});

describe.each([
  ['Teams', toTeams],
  ['Slack', toSlack],
] as const)('in %s', (_platform, posted) => {
  test('killed after the claim and before the platform has the message, it is sent once by the next', async () => {
    const acknowledged = await killedInCall(posted, 'request');
    await another();
    expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
  });

  test('killed before the platform’s answer, the message is sent again at most once', async () => {
    const acknowledged = await killedInCall(posted, 'answer');
    await another();
    const found = await restAndAudit(scene, acknowledged);
    expect(found).toMatchObject(allWell);
    expect(found.doubledMessages.length).toBeLessThanOrEqual(1);
  });

  test('killed after the platform’s answer and before it is noted, the message is sent again at most once', async () => {
    const { text, press } = wish(scene);
    let isAnswered = false;
    const mark = nextCall(scene, ({ platform, call, status }) => {
      isAnswered = platform === posted.platform && call.includes(posted.call) && status !== null;
      return isAnswered;
    }).then(() => scene.wire.at({ command: writes, moment: 'before', closes: true }));
    const acknowledged = await submitted(press, text);
    await mark;
    await bot.kill();
    scene.wire.forget();
    await another();
    const found = await restAndAudit(scene, acknowledged);
    expect(found).toMatchObject(allWell);
    expect(found.doubledMessages.length).toBeLessThanOrEqual(3);
  });
});

test('stopped in the middle of a campaign, it ends what it has begun, and the next one asks everybody else', async () => {
  await startsCampaign(scene);
  const prompts = () => promptsIn(scene);
  await scene.until('the campaign has begun', () => prompts().length >= 3);
  expect(await bot.stop()).toBe(0);
  const before = prompts().length;
  await scene.start();
  const found = await restAndAudit(scene);
  expect(found).toMatchObject({ ...allWell, parked: expect.anything(), doubledMessages: [] });
  expect(prompts().length).toBeGreaterThan(before);
});
