import { deliverOutbox } from '../../../jobs/deliver-outbox.ts';
import { DeliveryProblem } from '../../../jobs/job.ts';
import { units } from '../../ids.ts';
import { jobsOf, type MemoryChannel, memoryChannel } from '../../memory-channel.ts';
import { people } from '../../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../../stored-sample-domain.ts';

let sample: StoredSample;
let slack: MemoryChannel;
beforeEach(async () => {
  sample = await openStoredSample();
  slack = memoryChannel();
});
afterEach(() => sample?.close());

const deliver = () => deliverOutbox.run(jobsOf(sample, { slack }));
const cardIn = (email: string) => {
  const found = slack.standing.findLast(({ conversation, card }) => conversation === email && card.name !== 'comment');
  if (!found) throw new Error(`no card stands in the chat of ${email}`);
  return JSON.stringify(found.card);
};
const owners = async () => (await sample.world.people.ownersOf(units.hr)).map(({ email }) => email);
const answer = { decision: 'planned', measure: 'Samme dag', expectedImprovement: 'Ro', horizon: '2027' } as const;
/** Postings of these chats as a former version left them. */
const asBefore = () => sample.database.stored.postings.updateMany({}, { $unset: { shown: 1 } });

test('every owner’s card shows the answer of a colleague, and nothing is posted anew', async () => {
  const { id } = await sample.request();
  await deliver();
  const posts = slack.posts;
  await sample.does(people.hr, 'answer-request', { ...answer, requestId: id });
  await deliver();
  const all = await owners();
  expect(all.length).toBeGreaterThan(1);
  for (const email of all) expect(cardIn(email)).toMatch(/Besvaret.*Samme dag.*Ulla/);
  // The leader's tilbagemelding alone.
  expect([slack.posts - posts, slack.updates]).toEqual([1, all.length]);
});

test('a burst of changes ends in one update of each card, and none follows', async () => {
  const { id } = await sample.request();
  await deliver();
  await sample.does(people.hr, 'acknowledge-request', { requestId: id });
  await sample.does(people.leader, 'comment-on-request', { requestId: id, text: 'Det haster' });
  await sample.does(people.hr, 'comment-on-request', { requestId: id, text: 'Vi ser på det' });
  await deliver();
  const all = await owners();
  expect(slack.updates).toBe(all.length);
  for (const email of all) expect(cardIn(email)).toContain('Vi ser på det');
  await sample.world.transaction(async () => undefined);
  await deliver();
  expect(slack.updates).toBe(all.length);
});

test('the leader’s tilbagemelding changes where it stands when the answer is worded better', async () => {
  const { id } = await sample.request();
  await sample.does(people.hr, 'answer-request', { ...answer, requestId: id });
  await deliver();
  const posts = slack.posts;
  const corrected = { ...answer, measure: 'Samme morgen', requestId: id, version: '2', corrects: 'true' } as const;
  expect(await sample.does(people.hr, 'answer-request', corrected)).toMatchObject({ ok: true });
  await deliver();
  expect(cardIn(people.leader)).toContain('Samme morgen');
  expect(slack.posts).toBe(posts);
});

test('owners of a unit that has handed over read where it is now, and nothing more of it', async () => {
  const { id } = await sample.request();
  await deliver();
  await sample.does(people.hr, 'hand-over-request', { requestId: id, unit: units.it, reason: 'Det er it' });
  await deliver();
  for (const email of await owners()) {
    expect(cardIn(email)).toContain('Koncern IT');
    expect(cardIn(email)).not.toContain('Vikarer');
  }
});

test('a card that is gone is forgotten, and a closed chat holds no other card up', async () => {
  const { id } = await sample.request();
  await deliver();
  const [gone = '', ...others] = await owners();
  slack.standing = slack.standing.filter(({ conversation }) => conversation !== gone);
  await sample.does(people.hr, 'acknowledge-request', { requestId: id });
  await deliver();
  expect(slack.updates).toBe(others.length);
  const { id: to } = await sample.person(gone);
  expect(await sample.database.stored.postings.countDocuments({ about: id, to })).toBe(0);
  slack.failure = () => {
    slack.failure = null;
    return new DeliveryProblem('unreachable', 'blocked');
  };
  await sample.does(people.hr, 'hand-over-request', { requestId: id, unit: units.it, reason: 'Det er it' });
  await deliver();
  expect(others.filter((email) => cardIn(email).includes('sendt videre'))).toHaveLength(others.length - 1);
});

test('what did not get through is changed later, and what did is left alone', async () => {
  const { id } = await sample.request();
  await deliver();
  const all = await owners();
  slack.failure = () => {
    slack.failure = null;
    return new DeliveryProblem('later', 'ratelimited', 30);
  };
  await sample.does(people.hr, 'acknowledge-request', { requestId: id });
  await deliver();
  expect(slack.updates).toBe(all.length - 1);
  sample.clock.now = new Date(sample.clock.now.getTime() + 60_000);
  await deliver();
  expect(slack.updates).toBe(all.length);
  for (const email of all) expect(cardIn(email)).toContain('I gang');
});

test('cards that a former version has posted stay as they are', async () => {
  const { id } = await sample.request();
  await deliver();
  await asBefore();
  await sample.does(people.hr, 'acknowledge-request', { requestId: id });
  await deliver();
  expect(slack.updates).toBe(0);
});

test('a message about a request stays what was said', async () => {
  const { id } = await sample.request();
  await sample.does(people.leader, 'comment-on-request', { requestId: id, text: 'Det haster' });
  await deliver();
  await sample.does(people.hr, 'acknowledge-request', { requestId: id });
  await deliver();
  const said = slack.standing.filter(({ card }) => card.name === 'comment');
  expect(said.length).toBeGreaterThan(0);
  for (const { card } of said) expect(JSON.stringify(card)).toContain('Det haster');
});
