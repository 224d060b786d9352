import { identify } from '../../simulator/people.ts';
import { people } from '../sample-domain.ts';
import { laterBy, nextCall, owners, startsCampaign, submits, toSlack, toTeams } from './cluster/acts.ts';
import { allWell } from './cluster/audit.ts';
import { openTestScene, restAndAudit } from './cluster/in-jest.ts';
import type { Scene } from './cluster/scene.ts';

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
