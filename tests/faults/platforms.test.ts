import { inSlack } from '../in-slack.ts';
import { people } from '../sample-domain.ts';
import { cardsOf, laterBy, nextCall, owners, submits, toSlack, toTeams } from './cluster/acts.ts';
import { allWell, audit } from './cluster/audit.ts';
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

const [ownerInTeams, ownerInSlack] = owners;

test('429 with Retry-After 30 is kept to across two restarts', async () => {
  scene.simulator.faults.next({ ...toTeams, times: 1, status: 429, retryAfterSeconds: 30 });
  const refused = nextCall(scene, ({ status }) => status === 429);
  const acknowledged = await submits(scene);
  await refused;
  await scene.until('one message waits', async () => (await audit(scene, [])).waiting.length === 1);
  await bot.kill();
  const second = await scene.start();
  await laterBy(scene, 10);
  expect(await second.stop()).toBe(0);
  await scene.start();
  await laterBy(scene, 10);
  await scene.until('the next request is delivered', async () => {
    return cardsOf(scene, owners[2]).length === 1;
  });
  expect(cardsOf(scene, ownerInTeams)).toEqual([]);
  await laterBy(scene, 31);
  expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
  expect(cardsOf(scene, ownerInTeams)).toHaveLength(1);
});

test.each([
  ['412', toTeams, { status: 412 }],
  ['a reset before the platform has read it', toTeams, { drop: 'request' }],
  ['503 without delivery', toTeams, { status: 503 }],
  ['an internal error of Slack', toSlack, { status: 200, code: 'internal_error' }],
] as const)('after %s the message comes once', async (_what, to, fault) => {
  scene.simulator.faults.next({ ...to, times: 1, ...fault });
  const failed = nextCall(scene, ({ call }) => call.includes(to.call));
  const acknowledged = await submits(scene);
  await failed;
  await laterBy(scene, 15);
  expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
});

test.each([
  ['502', toTeams, { status: 502, afterDelivery: true }],
  ['504', toTeams, { status: 504, afterDelivery: true }],
  ['a reset before the answer', toTeams, { drop: 'answer' }],
] as const)(
  '%s after delivery leaves Teams in doubt: the message comes again at most once',
  async (_what, to, fault) => {
    scene.simulator.faults.next({ ...to, times: 1, ...fault });
    const failed = nextCall(scene, ({ status }) => status === null || status >= 500);
    const acknowledged = await submits(scene);
    await failed;
    await laterBy(scene, 15);
    const found = await restAndAudit(scene, acknowledged);
    expect(found).toMatchObject(allWell);
    expect(found.doubledMessages.length).toBeLessThanOrEqual(1);
  },
);

test('a platform that hangs holds up its own conversation and no other', async () => {
  scene.simulator.faults.next({ ...toTeams, times: 1, hang: 'request' });
  const first = await submits(scene);
  await scene.until(
    'the others have it',
    () => cardsOf(scene, owners[1]).length === 1 && cardsOf(scene, owners[2]).length === 1,
    8,
  );
  await laterBy(scene, 5);
  const found = await restAndAudit(scene, first);
  expect(found).toMatchObject({ ...allWell, doubledMessages: [] });
});

test('a person who has blocked the bot gets the message on the other platform', async () => {
  scene.simulator.teams(ownerInTeams).blocks();
  const acknowledged = await submits(scene);
  expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
  expect(cardsOf(scene, ownerInTeams)).toMatchObject([{ platform: 'slack' }]);
});

test('an archived channel stops its own cards and nothing else', async () => {
  const owner = inSlack(scene.simulator, ownerInSlack).room('hr-ønsker');
  await owner.brings();
  await owner.presses('Vis indbakken her');
  await owner.fills({});
  await scene.simulator.slack(ownerInSlack).administers('hr-ønsker').archives();
  const acknowledged = await submits(scene);
  expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
  expect(owner.all()).toHaveLength(1);
});
