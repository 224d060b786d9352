import { graphOf } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { cardsOf, laterBy, owners, submits } from './cluster/acts.ts';
import { allWell, audit } from './cluster/audit.ts';
import type { Bot } from './cluster/bots.ts';
import { atRest, openTestScene, restAndAudit } from './cluster/in-jest.ts';
import type { Scene } from './cluster/scene.ts';

let scene: Scene;
let bot: Bot;
beforeEach(async () => {
  scene = await openTestScene();
  bot = await scene.start();
  await scene.meet(people.leader, people.admin, ...owners);
}, 60_000);
afterEach(() => scene?.close());

const [ownerInTeams] = owners;

test('a person who has blocked the bot everywhere has the message parked, and gets it when they are back', async () => {
  scene.simulator.teams(ownerInTeams).blocks();
  scene.simulator.faults.next({
    platform: 'slack',
    call: 'users.lookupByEmail',
    times: 1,
    status: 200,
    code: 'users_not_found',
  });
  const acknowledged = await submits(scene);
  await atRest(scene);
  expect((await audit(scene, [acknowledged])).parked).toHaveLength(1);
  await scene.simulator.teams(ownerInTeams).install();
  await scene.until('it is sent', () => cardsOf(scene, ownerInTeams).length === 1);
  expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
});

test('when Teams has moved its chats, they are found again and each message comes once', async () => {
  await bot.kill();
  await scene.start({ graph: graphOf(scene.simulator.url) });
  // The chats were served in a region, and are served at the address for all again.
  scene.simulator.home.move('emea');
  await scene.meet(people.leader, ...owners);
  scene.simulator.home.move('');
  const acknowledged = await submits(scene);
  await laterBy(scene, 15);
  expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
  expect(cardsOf(scene, ownerInTeams)).toMatchObject([{ platform: 'teams' }]);
});
