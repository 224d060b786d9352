import { deliverOutbox } from '../../jobs/deliver-outbox.ts';
import { DeliveryProblem } from '../../jobs/job.ts';
import { jobsOf, type MemoryChannel, memoryChannel } from '../memory-channel.ts';
import { people } from '../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';

let sample: StoredSample;
let memory: MemoryChannel;
beforeEach(async () => {
  sample = await openStoredSample();
  memory = memoryChannel();
});
afterEach(() => sample?.close());

const context = () => jobsOf(sample, { slack: memory });
const posted = () => memory.standing.map(({ conversation, card }) => ({ to: conversation, title: card.title }));
const deliver = () => deliverOutbox.run(context());
const states = async () => (await sample.outbox()).map(({ state }) => state);

test('each message goes out once, also with two instances at work', async () => {
  for (let count = 0; count < 5; count++) await sample.request();
  await Promise.all([deliver(), deliver(), deliver()]);
  expect(posted()).toHaveLength(15);
  expect(new Set(posted().map(({ to, title }) => `${to} ${title}`)).size).toBe(15);
  expect(new Set(await states())).toEqual(new Set(['sent']));
});

test('within one chat messages come in the order of what happened', async () => {
  const numbers = [];
  for (let count = 0; count < 6; count++) numbers.push((await sample.request()).number);
  await Promise.all([deliver(), deliver()]);
  const titles = posted()
    .filter(({ to }) => to === people.hr)
    .map(({ title }) => title);
  expect(titles).toEqual(numbers.map((number) => `Nyt ønske: ${number}`));
});

test('a busy platform is given the time it asks for, and nothing overtakes in that chat', async () => {
  const first = await sample.request({}, people.leader);
  memory.failure = () => new DeliveryProblem('later', 'rate limited', 30);
  await deliver();
  expect(posted()).toEqual([]);
  memory.failure = null;
  await deliver();
  expect(posted()).toEqual([]);
  sample.clock.now = new Date(sample.clock.now.getTime() + 31_000);
  await deliver();
  expect(posted().map(({ title }) => title)).toEqual(Array(3).fill(`Nyt ønske: ${first.number}`));
});

test('what the platform will never take, and whom it cannot reach, is parked with its reason', async () => {
  await sample.request();
  memory.failure = () => new DeliveryProblem('unreachable', 'blocked');
  await deliver();
  const rows = await sample.database.stored.outbox.find().lean();
  expect(rows.map(({ state, problem }) => [state, problem])).toEqual(Array(3).fill(['parked', 'unreachable']));
});

describe('somebody who has taken the bot out of one platform and has it on the other', () => {
  let other: MemoryChannel;
  beforeEach(async () => {
    other = memoryChannel();
    memory.failure = () => new DeliveryProblem('unreachable', 'removed');
    const places = { slack: { user: people.leader }, teams: { user: people.leader } };
    await sample.database.stored.people.updateOne({ email: people.leader }, { places, chat: 'slack' });
  });
  const both = () => deliverOutbox.run(jobsOf(sample, { slack: memory, teams: other }));

  test('gets there what is for them', async () => {
    const { id } = await sample.request();
    await sample.does(people.hr, 'acknowledge-request', { requestId: id });
    await sample.does(people.hr, 'answer-request', {
      requestId: id,
      decision: 'planned',
      measure: 'Vikarer oprettes fra vagtplanen',
      expectedImprovement: 'Løn den første dag',
      horizon: '1. halvår 2027',
    });
    await both();
    const leader = await sample.person(people.leader);
    const rows = await sample.database.stored.outbox.find({ to: leader.id }).lean();
    expect(rows.map(({ message, state }) => [message.kind, state])).toEqual([['answer-given', 'sent']]);
    expect(other.standing.filter(({ conversation }) => conversation === people.leader)).toHaveLength(1);
  });

  test('is not followed there by a nudge', async () => {
    await sample.does(people.admin, 'start-campaign', { question: 'Hvad er unødigt svært?' });
    await both();
    const leader = await sample.person(people.leader);
    const rows = await sample.database.stored.outbox.find({ to: leader.id }).lean();
    expect(rows.map(({ state, problem }) => [state, problem])).toEqual([['parked', 'unreachable']]);
    expect(other.standing.filter(({ conversation }) => conversation === people.leader)).toEqual([]);
  });
});

test('a row whose holder died is sent by another when its claim runs out', async () => {
  await sample.request();
  const queue = context().queue;
  expect(await queue.claim()).not.toBeNull();
  await deliver();
  expect(posted()).toHaveLength(2);
  sample.clock.now = new Date(sample.clock.now.getTime() + 61_000);
  await deliver();
  expect(posted()).toHaveLength(3);
});

test('a matter that is settled meanwhile is not brought up', async () => {
  const { id } = await sample.request();
  await sample.does(people.leader, 'withdraw-request', { requestId: id });
  await deliver();
  expect([posted(), new Set(await states())]).toEqual([[], new Set(['settled'])]);
});

test('one nudge a day: a second one comes the next working day', async () => {
  const manager = await sample.person(people.schoolManager);
  await sample.request();
  sample.clock.now = new Date('2026-11-30T09:00:00+01:00');
  const digest = {
    to: manager.id,
    message: { kind: 'weekly-digest', week: '2026-11-30' },
    notBefore: sample.clock.now,
  } as const;
  await sample.world.outbox.add([digest, digest]);
  await deliver();
  const nudges = () => posted().filter(({ to }) => to === people.schoolManager).length;
  expect(nudges()).toBe(1);
  sample.clock.now = new Date('2026-12-01T08:00:00+01:00');
  await deliver();
  expect(nudges()).toBe(2);
});

test('a message that is tried again is not overtaken by a later one of its chat', async () => {
  const first = await sample.request();
  memory.failure = () => new DeliveryProblem('later', 'rate limited', 30);
  await deliver();
  memory.failure = null;
  const second = await sample.request();
  await deliver();
  expect(posted()).toEqual([]);
  sample.clock.now = new Date(sample.clock.now.getTime() + 31_000);
  await deliver();
  const titles = posted()
    .filter(({ to }) => to === people.hr)
    .map(({ title }) => title);
  expect(titles).toEqual([first, second].map(({ number }) => `Nyt ønske: ${number}`));
});

test('nothing goes out at night: what is tried again late waits for the morning', async () => {
  await sample.request();
  sample.clock.now = new Date('2026-11-24T22:10:00+01:00');
  await deliver();
  expect(posted()).toEqual([]);
  sample.clock.now = new Date('2026-11-25T08:00:00+01:00');
  await deliver();
  expect(posted()).toHaveLength(3);
});

test('a platform that cannot even find the chat is waited for, and the row is parked in the end', async () => {
  await sample.request();
  memory.isFound = () => {
    throw new DeliveryProblem('later', 'rate limited', 300);
  };
  await deliver();
  const rows = async () =>
    (await sample.database.stored.outbox.find().lean()).map(({ state, problem }) => [state, problem]);
  expect(await rows()).toEqual(Array(3).fill(['waiting', 'later']));
  memory.isFound = () => false;
  sample.clock.now = new Date(sample.clock.now.getTime() + 301_000);
  await deliver();
  memory.isFound = () => true;
  expect(await rows()).toEqual(Array(3).fill(['parked', 'no-chat']));
});

test('a request whose only owner has left meanwhile goes to the administrators, once', async () => {
  const { id, number } = await sample.request({ area: 'jura-dokumentation' });
  await sample.database.stored.people.updateOne({ email: people.legal }, { active: false });
  await deliver();
  await deliver();
  const admins = posted().filter(({ title }) => title === `Nyt ønske: ${number}`);
  expect(admins.map(({ to }) => to).sort()).toEqual(['asger.thorup@fjordby.example', people.admin]);
  expect(await sample.does(people.admin, 'acknowledge-request', { requestId: id })).toMatchObject({ ok: true });
});

test('a message to a unit whose only owner has left goes to the administrators, without the anonymous leader’s name', async () => {
  const { id, number } = await sample.request({ area: 'jura-dokumentation', anonymous: 'true' });
  await deliver();
  await sample.does(people.leader, 'comment-on-request', { requestId: id, text: 'Det haster nu' });
  await sample.database.stored.people.updateOne({ email: people.legal }, { active: false });
  memory.standing.length = 0;
  await deliver();
  expect(
    posted()
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['asger.thorup@fjordby.example', people.admin]);
  expect(posted()[0]?.title).toBe(`En leder skriver om ønsket ${number}`);
});

test('a message to a leader who has left goes to nobody else', async () => {
  const { id } = await sample.request();
  await deliver();
  await sample.does(people.hr, 'comment-on-request', { requestId: id, text: 'Hvilken lønseddel?' });
  await sample.database.stored.people.updateOne({ email: people.leader }, { active: false });
  memory.standing.length = 0;
  await deliver();
  expect(posted()).toEqual([]);
});

test('what waited for want of a chat goes out when the person turns up', async () => {
  await sample.request();
  memory.isFound = () => false;
  await deliver();
  memory.isFound = () => true;
  expect(new Set(await states())).toEqual(new Set(['parked']));
  const owner = await sample.person(people.hr);
  await context().rememberChat(owner, 'slack', { user: owner.email });
  await deliver();
  expect(posted().map(({ to }) => to)).toEqual([people.hr]);
});

test('a chat in trouble with many messages does not stand in the way of the others', async () => {
  const owner = await sample.person(people.it);
  for (let count = 0; count < 20; count++) await sample.request({ area: 'it' });
  memory.failure = () => new DeliveryProblem('later', 'rate limited', 300);
  await deliver();
  memory.failure = null;
  const { number } = await sample.request();
  await deliver();
  expect(posted().map(({ to, title }) => [to === owner.email, title])).toEqual(
    Array(3).fill([false, `Nyt ønske: ${number}`]),
  );
});

test('a request whose only owner has no chat with the bot is told to the administrators', async () => {
  const { number } = await sample.request({ area: 'jura-dokumentation' });
  memory.isFound = (email) => email !== people.legal;
  await deliver();
  memory.isFound = () => true;
  expect(
    posted()
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['asger.thorup@fjordby.example', people.admin]);
  expect(posted().map(({ title }) => title)).toEqual(Array(2).fill(`Nyt ønske: ${number}`));
});
