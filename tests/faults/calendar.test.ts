import { people } from '../sample-domain.ts';
import { owners, promptsIn, startsCampaign, submitted, wish } from './cluster/acts.ts';
import { allWell, audit } from './cluster/audit.ts';
import { atRest, openTestScene } from './cluster/in-jest.ts';
import type { Scene } from './cluster/scene.ts';

let scene: Scene;
afterEach(() => scene?.close());

const digests = () =>
  scene.simulator.ledger.lines.filter((line) => line.line === 'accepted' && line.title.startsWith('Ugens overblik'));
/** The weeks of which digests were put out. */
const weeksFrom = async (from: string) =>
  (await scene.database.stored.occurrences.find({ job: 'weekly-digest' }).lean())
    .map((row) => row.occurrence)
    .filter((one) => isoDate.test(one) && one >= from);
const isoDate = /^\d{4}-\d\d-\d\d$/;

/** Something happens in the week, so that it is worth a digest, and the manager has the bot. */
async function aWeek() {
  await scene.start();
  await scene.meet(people.leader, people.schoolManager, people.director, ...owners);
  const { text, press } = wish(scene);
  const acknowledged = await submitted(press, text);
  await atRest(scene);
  return acknowledged;
}

const parkedOrNone = { ...allWell, parked: expect.any(Array), doubledMessages: [] };

test('two bots that begin the same week give each manager one digest, and so does a restart', async () => {
  scene = await openTestScene();
  const acknowledged = await aWeek();
  await scene.start();
  const [first] = scene.bots;
  await scene.moveTo(new Date('2026-11-30T08:00:30+01:00'));
  await Promise.all([scene.start(), scene.start()]);
  await scene.until('the digests have come', () => digests().length > 0);
  await atRest(scene);
  await first?.kill();
  await scene.start();
  await atRest(scene);
  expect(await audit(scene, [acknowledged])).toMatchObject(parkedOrNone);
  expect(await weeksFrom('2026-11-30')).toEqual(['2026-11-30']);
});

test('a bot that is killed while it puts out the digests leaves them to another, which gives everybody one, also somebody who has come since', async () => {
  scene = await openTestScene();
  await aWeek();
  await scene.bots[0]?.stop();
  await scene.moveTo(new Date('2026-11-30T08:00:30+01:00'));
  const { people: stored, outbox, deliveries } = scene.database.stored;
  const puts = scene.wire.at({ command: 'insert', moment: 'after', matches: ({ insert }) => insert === 'outbox' });
  const dying = await scene.start();
  await puts;
  await dying.kill();
  await stored.updateOne({ email: people.leader }, { $push: { roles: 'manager' } });
  await scene.start();
  await scene.until('the week is done', async () => (await weeksFrom('2026-11-30')).length > 0, 40);
  await atRest(scene);
  const readers = [
    ...(await outbox.find().lean()).flatMap(({ to, message: { kind } }) => (kind === 'weekly-digest' ? [to] : [])),
    ...(await deliveries.find({ kind: 'weekly-digest' }).lean()).map(({ to }) => to),
  ];
  const managers = (await stored.find({ roles: 'manager', active: true }).lean()).map(({ _id }) => String(_id));
  expect(readers.sort()).toEqual(managers.sort());
});

test('a bot that was down for two weeks gives the newest digest alone', async () => {
  scene = await openTestScene();
  const acknowledged = await aWeek();
  await scene.bots[0]?.stop();
  await scene.moveTo(new Date('2026-12-09T10:00:00+01:00'));
  await scene.start();
  await scene.until('the week is done', async () => (await weeksFrom('2026-11-30')).length > 0);
  await atRest(scene);
  expect(await audit(scene, [acknowledged])).toMatchObject(parkedOrNone);
  expect(await weeksFrom('2026-11-30')).toEqual(['2026-12-07']);
});

test.each([
  ['summer time begins', '2027-03-24T15:00:00+01:00', '2027-03-30T07:59:00+02:00', '2027-03-30T08:00:20+02:00'],
  ['summer time ends', '2027-10-29T15:00:00+02:00', '2027-11-01T07:59:00+01:00', '2027-11-01T08:00:20+01:00'],
])(
  'on the first working morning after %s, prompts come at eight by the new time, and once',
  async (_what, evening, early, eight) => {
    scene = await openTestScene({ opens: new Date(evening) });
    await aWeek();
    await scene.meet(people.admin);
    await scene.moveTo(new Date(new Date(evening).getTime() + 2 * 3600_000));
    await startsCampaign(scene);
    const prompts = () => promptsIn(scene);
    await scene.moveTo(new Date(early));
    const { text, press: sends } = wish(scene);
    await submitted(sends, text);
    expect(prompts()).toEqual([]);
    await scene.moveTo(new Date(eight));
    await scene.until('the prompts have begun', () => prompts().length > 0);
    await scene.until(
      'none waits that may come today',
      async () => (await audit(scene, [])).waiting.every((one) => !one.startsWith('campaign-prompt')),
      60,
    );
    expect(await audit(scene, [])).toMatchObject({ ...parkedOrNone, waiting: expect.any(Array) });
  },
);
