import { recognise } from '../../bot/conversation/recognise.ts';
import { deliverOutbox } from '../../jobs/deliver-outbox.ts';
import { DeliveryProblem } from '../../jobs/job.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { jobsOf, type MemoryChannel, memoryChannel } from '../memory-channel.ts';
import { outboxStates } from '../outbox-rows.ts';
import { people, tuesdayMorning } from '../sample-domain.ts';
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
const rows = async (to?: string) => outboxStates(sample.database.stored, to);
const states = async () => (await rows()).map(({ state }) => state);

test('sends each message once, also with two instances at work', async () => {
  for (let count = 0; count < 5; count++) await sample.request();
  await Promise.all([deliver(), deliver(), deliver()]);
  expect(posted()).toHaveLength(15);
  expect(new Set(posted().map(({ to, title }) => `${to} ${title}`)).size).toBe(15);
  expect(new Set(await states())).toEqual(new Set(['sent']));
});

test('sends the messages of one chat in the order of events', async () => {
  const numbers = [];
  for (let count = 0; count < 6; count++) numbers.push((await sample.request()).number);
  await Promise.all([deliver(), deliver()]);
  const titles = posted()
    .filter(({ to }) => to === people.hr)
    .map(({ title }) => title);
  expect(titles).toEqual(numbers.map((number) => `Nyt ønske: ${number}`));
});

test('waits as long as a busy platform asks, and keeps the order of that chat', async () => {
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

test('parks a message that the platform will never take and one whose recipient is unreachable, with the reason', async () => {
  await sample.request();
  memory.failure = () => new DeliveryProblem('unreachable', 'blocked');
  await deliver();
  expect((await rows()).map(({ state, problem }) => [state, problem])).toEqual(
    Array(3).fill(['parked', 'unreachable']),
  );
});

describe('a person who has removed the bot from one platform and has it on the other', () => {
  let other: MemoryChannel;
  beforeEach(async () => {
    other = memoryChannel();
    memory.failure = () => new DeliveryProblem('unreachable', 'removed');
    const places = { slack: { user: people.leader }, teams: { user: people.leader } };
    await sample.database.stored.people.updateOne({ email: people.leader }, { places, chat: 'slack' });
  });
  const both = () => deliverOutbox.run(jobsOf(sample, { slack: memory, teams: other }));

  test('gets their messages there', async () => {
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
    expect((await rows(leader.id)).map(({ kind, state }) => [kind, state])).toEqual([['answer-given', 'sent']]);
    expect(other.standing.filter(({ conversation }) => conversation === people.leader)).toHaveLength(1);
  });

  test('gets no nudge there', async () => {
    await sample.does(people.admin, 'start-campaign', { question: 'Hvad er unødigt besværligt?' });
    await both();
    const leader = await sample.person(people.leader);
    expect((await rows(leader.id)).map(({ state, problem }) => [state, problem])).toEqual([['parked', 'unreachable']]);
    expect(other.standing.filter(({ conversation }) => conversation === people.leader)).toEqual([]);
  });
});

test('sends the row of an instance that died when its claim has run out by the clock of the database', async () => {
  await sample.request();
  const locks = { time: tuesdayMorning.getTime(), now: async () => new Date(locks.time) };
  const instance = () => jobsOf(sample, { slack: memory }, locks);
  const { queue } = instance();
  const [first] = (await queue.look()).rows;
  if (!first) throw new Error('nothing is due');
  expect(await queue.claim([first])).toHaveLength(1);
  await deliverOutbox.run(instance());
  expect(posted()).toHaveLength(2);
  // The clock of an instance may be ahead, by which nothing is sent twice.
  sample.clock.now = new Date(sample.clock.now.getTime() + 3600_000);
  await deliverOutbox.run(instance());
  expect(posted()).toHaveLength(2);
  locks.time += 61_000;
  await deliverOutbox.run(instance());
  expect(posted()).toHaveLength(3);
  expect(await sample.database.stored.deliveries.find({ _id: first.id }).lean()).toMatchObject([{ doubts: 1 }]);
});

test('does not tell of a matter that is settled meanwhile', async () => {
  const { id } = await sample.request();
  await sample.does(people.leader, 'withdraw-request', { requestId: id });
  await deliver();
  expect([posted(), new Set(await states())]).toEqual([[], new Set(['settled'])]);
});

test('sends one nudge a day, and a second one on the next working day', async () => {
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

test('keeps a repeated message before a later one of its chat', async () => {
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

test('sends nothing at night, and keeps a late repetition for the morning', async () => {
  await sample.request();
  sample.clock.now = new Date('2026-11-24T22:10:00+01:00');
  await deliver();
  expect(posted()).toEqual([]);
  sample.clock.now = new Date('2026-11-25T08:00:00+01:00');
  await deliver();
  expect(posted()).toHaveLength(3);
});

test('waits for a platform that cannot find the chat, and parks the row in the end', async () => {
  await sample.request();
  memory.isFound = () => {
    throw new DeliveryProblem('later', 'rate limited', 300);
  };
  await deliver();
  const problems = async () => (await rows()).map(({ state, problem }) => [state, problem]);
  expect(await problems()).toEqual(Array(3).fill(['waiting', 'later']));
  memory.isFound = () => false;
  sample.clock.now = new Date(sample.clock.now.getTime() + 301_000);
  await deliver();
  memory.isFound = () => true;
  expect(await problems()).toEqual(Array(3).fill(['parked', 'no-chat']));
});

test('gives a request to the administrators, once, when its only owner has left meanwhile', async () => {
  const { id, number } = await sample.request({ area: 'jura-dokumentation' });
  await sample.database.stored.people.updateOne({ email: people.legal }, { active: false });
  await deliver();
  await deliver();
  const admins = posted().filter(({ title }) => title === `Nyt ønske: ${number}`);
  expect(admins.map(({ to }) => to).sort()).toEqual(['asger.thorup@fjordby.example', people.admin]);
  expect(await sample.does(people.admin, 'acknowledge-request', { requestId: id })).toMatchObject({ ok: true });
});

test('gives a message to a unit whose only owner has left to the administrators, without the anonymous leader’s name', async () => {
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

test.each<[string, 'true' | 'false', string[]]>([
  ['an anonymous leader who has left to nobody else', 'true', []],
  [
    'a leader who gave their name and has left to the administrators',
    'false',
    ['asger.thorup@fjordby.example', people.admin],
  ],
])('gives a message to %s', async (_who, anonymous, to) => {
  const { id } = await sample.request({ anonymous });
  await deliver();
  await sample.does(people.hr, 'comment-on-request', { requestId: id, text: 'Hvilken lønseddel?' });
  await sample.database.stored.people.updateOne({ email: people.leader }, { active: false });
  memory.standing.length = 0;
  await deliver();
  expect(
    posted()
      .map(({ to: reader }) => reader)
      .sort(),
  ).toEqual(to);
});

test('sends a message that waited for a chat when the person turns up', async () => {
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

describe('a person who had removed the bot', () => {
  const unreachable = () => new DeliveryProblem('unreachable', 'blocked');
  async function comesBack(): Promise<void> {
    const place = { user: people.hr };
    const chat = { platform: 'slack', tenant: 'T', conversation: people.hr, place, room: null } as const;
    const sender = { ...chat, user: people.hr, locale: async () => 'da' as const, profile: async () => null };
    const directory = directoryOf(sample.database.stored, () => sample.clock.now);
    expect(await recognise(directory, sample.organisation, sender)).toMatchObject({ person: { email: people.hr } });
  }

  test('gets the messages that were parked when they write again in the same chat', async () => {
    const place = { user: people.hr };
    await sample.database.stored.people.updateOne({ email: people.hr }, { places: { slack: place }, chat: 'slack' });
    await sample.request();
    memory.failure = unreachable;
    await deliver();
    memory.failure = null;
    expect(new Set(await states())).toEqual(new Set(['parked']));
    await comesBack();
    await deliver();
    expect(posted().map(({ to }) => to)).toEqual([people.hr]);
    await comesBack();
    expect((await sample.person(people.hr)).places.slack).toEqual(place);
  });

  test('does not get them from a search for the chat that they have closed', async () => {
    await sample.request();
    await sample.request();
    memory.failure = unreachable;
    await deliver();
    expect(new Set(await states())).toEqual(new Set(['parked']));
    expect(memory.posts).toBe(0);
  });
});

test('looks once for a chat that is not there any more, and sends to where it is now', async () => {
  await sample.database.stored.people.updateOne(
    { email: people.hr },
    { places: { slack: { user: people.hr, channel: 'D-OLD' } } },
  );
  memory.lost = ['D-OLD'];
  await sample.request();
  await deliver();
  expect(posted().map(({ to }) => to)).toContain(people.hr);
  expect((await sample.person(people.hr)).places.slack).toEqual({ user: people.hr });
  memory.lost = [people.hr];
  await sample.request();
  await deliver();
  expect((await rows((await sample.person(people.hr)).id)).at(-1)).toMatchObject({
    state: 'parked',
    problem: 'unreachable',
  });
});

test('does not let a failing chat with many messages delay the others', async () => {
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

test('tells the administrators of a request whose only owner has no chat with the bot', async () => {
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
