import { deliverOutbox } from '../../jobs/deliver-outbox.ts';
import { DeliveryProblem } from '../../jobs/job.ts';
import { jobsOf, type MemoryChannel, memoryChannel } from '../memory-channel.ts';
import { outboxStates } from '../outbox-rows.ts';
import { people, tuesdayMorning } from '../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';

let sample: StoredSample;
let slack: MemoryChannel;
beforeEach(async () => {
  sample = await openStoredSample();
  slack = memoryChannel();
});
afterEach(() => sample?.close());

const deliver = () => deliverOutbox.run(jobsOf(sample, { slack }));
const later = (seconds: number) => {
  sample.clock.now = new Date(sample.clock.now.getTime() + seconds * 1000);
};
const states = async (email: string) => outboxStates(sample.database.stored, (await sample.person(email)).id);
const lines = () => sample.database.stored.deliveries.find().lean();
/** The platform takes the message and does not answer. */
const takesSilently = () => {
  slack.failureAfter = () => new DeliveryProblem('unknown', 'no answer');
};

describe('a platform that does not answer', () => {
  test('is sent a card again, and the ledger counts the doubt', async () => {
    await sample.request();
    takesSilently();
    await deliver();
    slack.failureAfter = null;
    later(60);
    await deliver();
    expect(slack.standing).toHaveLength(6);
    expect((await lines()).map(({ result, doubts }) => [result, doubts])).toEqual(Array(3).fill(['sent', 1]));
  });

  test('is asked first where it can be, and a card that stands there does not come again', async () => {
    await sample.request();
    slack.canBeAsked = true;
    for (const email of [people.hr])
      await sample.database.stored.people.updateOne({ email }, { places: { slack: { user: email } }, chat: 'slack' });
    takesSilently();
    await deliver();
    slack.failureAfter = null;
    later(60);
    await deliver();
    expect(slack.standing.filter(({ conversation }) => conversation === people.hr)).toHaveLength(1);
  });

  test('is not sent an opfordring again: it waits for an administrator', async () => {
    await sample.does(people.admin, 'start-campaign', { question: 'Hvad er unødigt besværligt?' });
    takesSilently();
    await deliver();
    slack.failureAfter = null;
    const posts = slack.posts;
    later(3600);
    await deliver();
    expect(slack.posts).toBe(posts);
    expect(await states(people.leader)).toMatchObject([
      { kind: 'campaign-prompt', state: 'parked', problem: 'unknown' },
    ]);
  });
});

test('a card that stands in a chat of which the database could not be told is in doubt', async () => {
  await sample.request();
  const context = jobsOf(sample, { slack });
  const { world } = context;
  const put = async () => {
    throw new Error('connection timed out');
  };
  await deliverOutbox.run({ ...context, world: { ...world, postings: { ...world.postings, put } } });
  later(60);
  await deliver();
  expect(slack.standing).toHaveLength(6);
  expect((await lines()).map(({ result, doubts }) => [result, doubts])).toEqual(Array(3).fill(['sent', 1]));
});

test('an opfordring whose sender died is not sent again, and other messages are', async () => {
  await sample.does(people.admin, 'start-campaign', { question: 'Hvad er unødigt besværligt?' });
  await sample.request();
  const locks = { time: tuesdayMorning.getTime(), now: async () => new Date(locks.time) };
  const { queue } = jobsOf(sample, { slack }, locks);
  const { rows } = await queue.look();
  const dead = rows.filter(({ message }) => message.kind !== 'request-changed').slice(0, 200);
  await queue.claim(dead);
  locks.time += 61_000;
  await deliverOutbox.run(jobsOf(sample, { slack }, locks));
  const titles = slack.standing.map(({ card }) => card.title);
  expect(titles.filter((title) => title.startsWith('Nyt ønske'))).toHaveLength(3);
  expect(titles).toHaveLength(3);
  expect(await states(people.leader)).toMatchObject([{ kind: 'campaign-prompt', state: 'parked', problem: 'unknown' }]);
});

test('a holder that has lost a row changes nothing of it but the count of repeats', async () => {
  await sample.request();
  const locks = { time: tuesdayMorning.getTime(), now: async () => new Date(locks.time) };
  const { queue } = jobsOf(sample, { slack }, locks);
  const [row] = (await queue.look()).rows;
  if (!row) throw new Error('nothing is due');
  const [former] = await queue.claim([row]);
  if (!former) throw new Error('the row is not free');
  locks.time += 61_000;
  await queue.recover(
    [{ ...row, lock: 'left' }],
    () => false,
    () => false,
  );
  const [again] = (await queue.look()).rows.filter(({ id }) => id === row.id);
  const [holder] = again ? await queue.claim([again]) : [];
  if (!holder) throw new Error('the row is not free again');
  await queue.finish([{ row: former, fate: { is: 'parked', problem: 'refused', unknown: false } }]);
  expect(await sample.database.stored.outbox.findById(row.id).lean()).toMatchObject({
    state: 'waiting',
    claim: holder.claim,
  });
  await queue.finish([{ row: holder, fate: { is: 'sent', platform: 'slack' } }]);
  await queue.finish([{ row: former, fate: { is: 'sent', platform: 'slack' } }]);
  expect(await lines()).toMatchObject([{ _id: row.id, result: 'sent', repeats: 1 }]);
});

test('a row that was sent but not taken out of the queue is not sent again', async () => {
  await sample.request();
  const locks = { time: tuesdayMorning.getTime(), now: async () => new Date(locks.time) };
  const { queue } = jobsOf(sample, { slack }, locks);
  const [row] = (await queue.look()).rows;
  const [claimed] = row ? await queue.claim([row]) : [];
  if (!row || !claimed) throw new Error('nothing is due');
  const stored = await sample.database.stored.outbox.findById(row.id).lean();
  if (!stored) throw new Error('the row is not there');
  await queue.finish([{ row: claimed, fate: { is: 'sent', platform: 'slack' } }]);
  await sample.database.stored.outbox.create([stored]);
  locks.time += 61_000;
  await deliverOutbox.run(jobsOf(sample, { slack }, locks));
  expect(slack.standing).toHaveLength(2);
  expect(await lines()).toHaveLength(3);
});

describe('an error that will never pass', () => {
  test('parks that message at once, and the next of the chat goes', async () => {
    const first = await sample.request({ area: 'it' });
    const second = await sample.request({ area: 'it' });
    slack.refuses = (title) =>
      title.endsWith(first.number) ? new DeliveryProblem('refused', 'invalid_arguments') : null;
    await deliver();
    expect(slack.standing.map(({ card }) => card.title)).toContain(`Nyt ønske: ${second.number}`);
    expect((await states(people.it)).filter(({ state }) => state === 'parked')).toMatchObject([{ problem: 'refused' }]);
  });

  test('whose code nobody knows parks it after three tries', async () => {
    const first = await sample.request({ area: 'it' });
    slack.refuses = (title) =>
      title.endsWith(first.number) ? new DeliveryProblem('odd', 'a_word_of_next_year') : null;
    for (let attempt = 0; attempt < 3; attempt++) {
      expect((await states(people.it)).map(({ state }) => state)).toEqual(['waiting']);
      await deliver();
      later(60);
    }
    expect(await states(people.it)).toMatchObject([{ state: 'parked', problem: 'odd' }]);
  });
});
