import { directMessage } from '../../simulator/slack/channels.ts';
import { eventCallback, messageEvent, said } from '../../simulator/slack/events/payloads.ts';
import { inSlack } from '../in-slack.ts';
import { inTeams } from '../in-teams.ts';
import { people } from '../sample-domain.ts';
import { numberIn, owners, press, submitted, wish } from './cluster/acts.ts';
import { allWell, audit } from './cluster/audit.ts';
import type { Bot } from './cluster/bots.ts';
import { atRest, openTestScene } from './cluster/in-jest.ts';
import type { Scene } from './cluster/scene.ts';

let scene: Scene;
let both: [Bot, Bot];
beforeEach(async () => {
  scene = await openTestScene();
  both = await Promise.all([scene.start(), scene.start()]);
  await scene.meet(people.leader, ...owners);
}, 60_000);
afterEach(() => scene?.close());

const stored = () => scene.database.stored;
const words = 'Vikarer ansættes, men lønnen kommer for sent hver måned.';

/** Does one thing at each of the two instances, at the same time. */
async function atBoth<Value>(act: () => Promise<Value>): Promise<Value[]> {
  const acts = both.map((bot) => {
    scene.through(bot);
    return act();
  });
  scene.through(null);
  return Promise.all(acts);
}

test('an event that Slack sends four times, to two instances, becomes one draft', async () => {
  const client = scene.simulator.slack(people.leader);
  const { credentials } = scene;
  const event = messageEvent(
    said('1795507201.000100', words, client.identity, credentials, {}),
    directMessage(client.identity),
  );
  const body = JSON.stringify(eventCallback(event, credentials, scene.now()));
  const send = (tries: number) =>
    client.post(body, 'application/json', tries === 0 ? {} : { 'x-slack-retry-num': String(tries) });
  const answers = [...(await atBoth(() => send(0))), await send(2), await send(3)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await stored().drafts.countDocuments({ text: words })).toBe(1);
});

test('a message that Teams repeats under a new id, to another instance than the one that was killed over it, becomes one draft', async () => {
  const [bot, other] = both;
  const client = scene.simulator.teams(people.leader);
  const message = (id: string) => ({ type: 'message', id, text: words, textFormat: 'plain' });
  scene.through(bot);
  const commit = scene.wire.at({ command: 'commitTransaction', moment: 'after' });
  const first = client.post(message('1795507201001'));
  await commit;
  await Promise.all([expect(first).rejects.toThrow(), bot.kill()]);
  scene.through(other);
  expect((await client.post(message('1795507231001'))).status).toBe(200);
  expect(await stored().drafts.countDocuments({ text: words })).toBe(1);
});

test('a message that Teams repeats under a new id, to another instance that works on it at the same moment, becomes one draft', async () => {
  const [bot, other] = both;
  const client = scene.simulator.teams(people.leader);
  const message = (id: string) => ({ type: 'message', id, text: words, textFormat: 'plain' });
  scene.through(bot);
  const commit = scene.wire.at({ command: 'commitTransaction', moment: 'before' });
  const first = client.post(message('1795507201001'));
  const begun = await commit;
  scene.through(other);
  const tries = scene.wire.at({ command: 'insert', moment: 'after', matches: ({ insert }) => insert === 'drafts' });
  const second = client.post(message('1795507231001'));
  (await tries).release();
  begun.release();
  expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([200, 200]);
  expect(await stored().drafts.countDocuments({ text: words })).toBe(1);
});

test('the same click at two instances sends one request, and both answer with its number', async () => {
  const { text, press } = wish(scene);
  const [first, second] = await atBoth(() => press.go());
  const numbers = [first, second].map((answer) => answer && numberIn(answer));
  expect(numbers[0]).toMatch(/^FØ-/);
  expect(numbers[1]).toBe(numbers[0]);
  await atRest(scene);
  const found = await audit(scene, [{ text, number: numbers[0] ?? '' }]);
  expect(found).toMatchObject({ ...allWell, doubledMessages: [] });
});

test('of two owners who take up a request at once, at two instances, whose writes meet, one does, and the other sees it', async () => {
  const { text, press: sends } = wish(scene);
  const { number } = await submitted(sends, text);
  const request = await stored().requests.findOne({ number }).lean();
  const input = { requestId: request?._id ?? '', version: String(request?.version) };
  const takesUp = (email: string) => press(scene, email, 'acknowledge-request', input).go();
  const [bot, other] = both;
  scene.through(bot);
  const commit = scene.wire.at({ command: 'commitTransaction', moment: 'before' });
  const first = takesUp(owners[0]);
  const begun = await commit;
  scene.through(other);
  const conflict = scene.wire.at({ command: 'abortTransaction', moment: 'after' });
  const second = takesUp(owners[2]);
  (await conflict).release();
  begun.release();
  expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([200, 200]);
  const after = await stored().requests.findOne({ number }).lean();
  expect(after?.state).toBe('acknowledged');
  const events = await stored().events.find({ type: 'acknowledged' }).lean();
  expect(events).toHaveLength(1);
});

describe('the keys that prove Teams', () => {
  const says = () => inTeams(scene.simulator, people.leader).says(words);
  let fresh: Bot;
  beforeEach(async () => {
    await Promise.all(both.map((bot) => bot.kill()));
    fresh = await scene.start({ clockWrongMs: 0 });
  });
  /** A bot asks for keys once a minute at most. */
  const aMinuteLater = () => fresh.tell({ clockWrongMs: 61_000 });

  test('cannot be fetched: nothing is taken until they can, and the repeat is taken then', async () => {
    scene.simulator.tokens.down = true;
    expect((await says()).status).toBeGreaterThanOrEqual(401);
    expect(await stored().drafts.countDocuments({ text: words })).toBe(0);
    scene.simulator.tokens.down = false;
    await aMinuteLater();
    expect((await says()).status).toBe(200);
    expect(await stored().drafts.countDocuments({ text: words })).toBe(1);
  });

  test('were changed: the first message with the new one fetches it', async () => {
    expect((await says()).status).toBe(200);
    scene.simulator.tokens.rotate();
    await aMinuteLater();
    expect((await says()).status).toBe(200);
  });
});

test('a bot that is killed while Slack waits gets the event again from Slack, and makes one draft', async () => {
  const [bot, other] = both;
  scene.through(bot);
  const commit = scene.wire.at({ command: 'commitTransaction', moment: 'after' });
  const sent = inSlack(scene.simulator, people.leader).says(words);
  await commit;
  const failed = expect(sent).rejects.toThrow();
  scene.through(other);
  await bot.kill();
  await failed;
  await scene.until('Slack has sent it again', () => other.log.some((line) => line.includes('draft-request')));
  expect(await stored().drafts.countDocuments({ text: words })).toBe(1);
});
