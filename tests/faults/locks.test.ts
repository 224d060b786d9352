import { identify } from '../../simulator/people.ts';
import { people } from '../sample-domain.ts';
import { nextCall, owners, submitted, wish } from './cluster/acts.ts';
import { allWell, audit } from './cluster/audit.ts';
import { atRest, openTestScene } from './cluster/in-jest.ts';
import type { Scene } from './cluster/scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openTestScene();
}, 60_000);
afterEach(() => scene?.close());

const { conversation } = identify({ email: owners[0] } as Parameters<typeof identify>[0]);
const toOwner = { platform: 'teams', call: 'POST', conversation } as const;
const minute = 60_000;

test('a bot that stood still for longer than its lock sends nothing of what another has sent since', async () => {
  const first = await scene.start();
  await scene.meet(people.leader, ...owners);
  const { text, press } = wish(scene);
  // Once the row is claimed, and before the bot hears of it.
  const claim = scene.wire.at({
    command: ['findAndModify', 'update'],
    moment: 'after',
    matches: (command) => Object.values(command).includes('outbox'),
  });
  const acknowledged = await submitted(press, text);
  const kept = await claim;
  first.pause();
  kept.release();
  const other = await scene.start();
  scene.through(other);
  await atRest(scene, 90);
  first.resume();
  await first.tell({});
  const again = wish(scene);
  scene.through(first);
  const later = await submitted(again.press, again.text, 30);
  await atRest(scene);
  expect(await audit(scene, [acknowledged, later])).toMatchObject({ ...allWell, doubledMessages: [] });
}, 240_000);

test('a bot whose clock is ten minutes ahead sends nothing of what another is sending', async () => {
  const first = await scene.start();
  await scene.meet(people.leader, ...owners);
  scene.simulator.faults.next({ ...toOwner, times: 1, delayMs: 8000 });
  const { text, press } = wish(scene);
  const acknowledged = await submitted(press, text);
  await scene.until('two of three have it', async () => (await audit(scene, [])).waiting.length === 1);
  const ahead = await scene.start({ clockWrongMs: 10 * minute });
  await atRest(scene);
  expect([first.alive(), ahead.alive()]).toEqual([true, true]);
  expect(await audit(scene, [acknowledged])).toMatchObject({ ...allWell, doubledMessages: [] });
});

test('a bot whose clock goes back by ten minutes goes on delivering, and sends nothing twice', async () => {
  const bot = await scene.start({ clockWrongMs: 0 });
  await scene.meet(people.leader, ...owners);
  const first = wish(scene);
  const acknowledged = [await submitted(first.press, first.text)];
  await atRest(scene);
  await bot.tell({ clockWrongMs: -10 * minute });
  const second = wish(scene);
  acknowledged.push(await submitted(second.press, second.text));
  await atRest(scene);
  await bot.tell({ clockWrongMs: 10 * minute });
  const third = wish(scene);
  acknowledged.push(await submitted(third.press, third.text));
  await atRest(scene);
  expect(await audit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
});

test('two bots with one campaign of messages keep each conversation in order', async () => {
  await Promise.all([scene.start(), scene.start()]);
  await scene.meet(people.leader, ...owners);
  scene.simulator.faults.next({ ...toOwner, times: 1, status: 503 });
  const failed = nextCall(scene, ({ status }) => status === 503);
  const [first, second] = [wish(scene), wish(scene)];
  const acknowledged = [await submitted(first.press, first.text)];
  await failed;
  acknowledged.push(await submitted(second.press, second.text));
  await scene.moveTo(new Date(scene.now().getTime() + minute));
  await atRest(scene);
  expect(await audit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
  const numbers = scene.simulator.ledger.lines.flatMap((line) =>
    line.line === 'accepted' && line.does === 'post' && line.conversation === conversation && line.reference
      ? [line.reference]
      : [],
  );
  expect(numbers).toEqual(acknowledged.map(({ number }) => number));
});
