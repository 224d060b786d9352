import { identify } from '../../simulator/people.ts';
import { people } from '../sample-domain.ts';
import { cardsOf, laterBy, nextCall, owners, startsCampaign, submits, toSlack, toTeams } from './cluster/acts.ts';
import { allWell } from './cluster/audit.ts';
import { openTestScene, restAndAudit } from './cluster/in-jest.ts';
import type { Scene } from './cluster/scene.ts';
import type { Point } from './cluster/wire.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openTestScene();
  await scene.start();
  await scene.meet(people.leader, people.admin, ...owners);
}, 60_000);
afterEach(() => scene?.close());

const identity = (email: string) => identify({ email } as Parameters<typeof identify>[0]);

test.each([
  ['502', { status: 502, afterDelivery: true }],
  ['a reset before the answer', { drop: 'answer' }],
] as const)('%s after delivery is no doubt in a private chat of Slack, which is asked', async (_what, fault) => {
  scene.simulator.faults.next({ ...toSlack, times: 1, ...fault });
  const failed = nextCall(scene, ({ status }) => status === null || status >= 500);
  const acknowledged = await submits(scene);
  await failed;
  await laterBy(scene, 15);
  expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
});

test('a message that Teams has taken without ever answering comes again at most once, whichever bot sends it', async () => {
  await scene.start();
  scene.simulator.faults.next({ ...toTeams, times: 1, hang: 'answer' });
  // The bot waits for ten seconds, which are the machine's.
  const hungUp = nextCall(scene, ({ platform, status }) => platform === 'teams' && status === null);
  const acknowledged = await submits(scene);
  await scene.until('the others have it', () => cardsOf(scene, owners[2]).length === 1, 8);
  await hungUp;
  await laterBy(scene, 15);
  const found = await restAndAudit(scene, acknowledged);
  expect(found).toMatchObject({ ...allWell, unknown: 1 });
  expect(found.doubledMessages.length).toBeLessThanOrEqual(1);
});

test.each([
  ['its line is in the ledger', { command: 'insert', matches: ({ insert }) => insert === 'deliveries' }],
  ['its row has left the queue', { command: 'delete', matches: (command) => command.delete === 'outbox' }],
] as const satisfies ReadonlyArray<[string, Omit<Point, 'moment'>]>)(
  'a message comes once when the bot does not hear that %s',
  async (_what, point) => {
    const noted = scene.wire.at({ ...point, moment: 'after' });
    const acknowledged = await submits(scene);
    (await noted).breakOff();
    await laterBy(scene, 15);
    expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
  },
);

test('a prompt that may have arrived is not sent again: it is parked', async () => {
  const leader = identity(people.leader);
  scene.simulator.faults.next({
    ...toTeams,
    conversation: leader.conversation,
    times: 1,
    status: 502,
    afterDelivery: true,
  });
  const failed = nextCall(scene, ({ status }) => status === 502);
  await startsCampaign(scene);
  await failed;
  await laterBy(scene, 15);
  const found = await restAndAudit(scene);
  expect(found).toMatchObject({ ...allWell, parked: expect.any(Array), doubledMessages: [] });
  expect(found.parked).toEqual(
    expect.arrayContaining([expect.stringContaining(`campaign-prompt to ${people.leader}`)]),
  );
});
