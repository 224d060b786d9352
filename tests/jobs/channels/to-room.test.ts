import type { UnitId } from '../../../domain/ids.ts';
import { deliverOutbox } from '../../../jobs/deliver-outbox.ts';
import { DeliveryProblem } from '../../../jobs/job.ts';
import { updateWhatShows } from '../../../jobs/overview/request-changed.ts';
import { idOf, units } from '../../ids.ts';
import { jobsOf, type MemoryChannel, memoryChannel } from '../../memory-channel.ts';
import { people, tuesdayMorning } from '../../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../../stored-sample-domain.ts';

let sample: StoredSample;
let slack: MemoryChannel;
beforeEach(async () => {
  sample = await openStoredSample();
  slack = memoryChannel();
  await follows('C-HR', units.hr);
});
afterEach(() => sample?.close());

const deliver = () => deliverOutbox.run(jobsOf(sample, { slack }));
const does = async (...args: Parameters<StoredSample['does']>) => {
  expect(await sample.does(...args)).toMatchObject({ ok: true });
  await deliver();
};
async function follows(conversation: string, unit: UnitId | null): Promise<string> {
  const { id } = await sample.world.rooms.meet('slack', conversation, { channel: conversation });
  await sample.world.rooms.follow(id, unit, idOf('somebody'));
  return id;
}
const inRoom = (conversation = 'C-HR') => slack.standing.filter((one) => one.conversation === conversation);
const read = (conversation?: string) => JSON.stringify(inRoom(conversation).map(({ card }) => card));
const handOver = { unit: units.it, reason: 'Det er it' };
const night = new Date('2026-11-24T22:00:00+01:00');

test('a request is posted to its unit’s channel once, and its card follows where it stands', async () => {
  const { id, number } = await sample.request();
  await deliver();
  expect(inRoom()).toMatchObject([{ card: { title: number, name: 'room-request' }, thread: null }]);
  await does(people.hr, 'acknowledge-request', { requestId: id });
  expect(inRoom()).toHaveLength(1);
  expect(read()).toContain('Set af enheden');
});

test('a channel that cannot be reached any more is told nothing further, and the administrator sees it once', async () => {
  await sample.request();
  slack.failure = () => new DeliveryProblem('unreachable', 'is_archived');
  await updateWhatShows.run(jobsOf(sample, { slack }), { requestId: (await sample.request()).id });
  await deliver();
  slack.failure = null;
  await sample.request();
  await deliver();
  expect(inRoom()).toEqual([]);
  const parked = (await sample.outbox()).filter(({ kind, state }) => kind === 'room-card' && state === 'parked');
  expect(parked).toHaveLength(1);
  expect(await sample.world.rooms.ofUnit(units.hr)).toEqual([]);
});

test('a message goes into the thread under the card, and stands in the card', async () => {
  const { id } = await sample.request();
  await deliver();
  await does(people.leader, 'comment-on-request', { requestId: id, text: 'Det haster mere nu' });
  const [root, reply] = inRoom();
  expect(reply).toMatchObject({ thread: root?.message, card: { name: 'comment' } });
  expect(JSON.stringify(root?.card)).toContain('Det haster mere nu');
});

test('a request handed over leaves nothing of itself in the old channel, and stands in the new one', async () => {
  await follows('C-IT', units.it);
  const { id, number } = await sample.request();
  await deliver();
  await does(people.hr, 'hand-over-request', { requestId: id, ...handOver });
  expect(inRoom()).toMatchObject([{ card: { title: `${number} er givet videre til Koncern IT`, actions: [] } }]);
  for (const text of ['Vikarer oprettes for sent', 'Pernille', handOver.reason]) expect(read()).not.toContain(text);
  expect(inRoom('C-IT')).toMatchObject([{ card: { title: number } }]);
});

test('what is said about a request afterwards does not reach the channel it has left', async () => {
  const { id } = await sample.request();
  await deliver();
  sample.clock.now = night;
  await sample.does(people.leader, 'comment-on-request', { requestId: id, text: 'Kun for dem, der har det nu' });
  await sample.does(people.hr, 'hand-over-request', { requestId: id, ...handOver });
  sample.clock.now = new Date('2026-11-25T08:00:00+01:00');
  await deliver();
  expect(read()).not.toContain('Kun for dem');
});

test('a card that somebody has deleted is posted anew, once', async () => {
  const { id } = await sample.request();
  await deliver();
  slack.standing = slack.standing.filter(({ conversation }) => conversation !== 'C-HR');
  await does(people.hr, 'acknowledge-request', { requestId: id });
  await does(people.leader, 'comment-on-request', { requestId: id, text: 'Tak' });
  const cards = inRoom().filter(({ card }) => card.name === 'room-request');
  expect(cards).toHaveLength(1);
  expect(inRoom().find(({ card }) => card.name === 'comment')?.thread).toBe(cards[0]?.message);
});

test('a deleted card of a settled request stays deleted', async () => {
  const { id } = await sample.request();
  await deliver();
  slack.standing = [];
  await does(people.leader, 'withdraw-request', { requestId: id });
  expect(inRoom()).toEqual([]);
});

test('a new card waits for office hours; one that stands is brought up to date at night', async () => {
  const { id } = await sample.request();
  await deliver();
  sample.clock.now = night;
  await sample.request();
  await does(people.hr, 'acknowledge-request', { requestId: id });
  expect(inRoom()).toHaveLength(1);
  expect(read()).toContain('Set af enheden');
  sample.clock.now = new Date('2026-11-25T08:00:00+01:00');
  await deliver();
  expect(inRoom()).toHaveLength(2);
});

test('a card that was deleted at night is put up anew in office hours', async () => {
  const { id } = await sample.request();
  await deliver();
  sample.clock.now = night;
  slack.standing = [];
  await does(people.hr, 'acknowledge-request', { requestId: id });
  expect(inRoom()).toEqual([]);
  sample.clock.now = new Date('2026-11-25T08:00:00+01:00');
  await deliver();
  expect(inRoom().map(({ card }) => card.name)).toEqual(['room-request']);
});

test('a new card that the platform did not take in time waits for the morning', async () => {
  await sample.request();
  slack.failure = () => new DeliveryProblem('later', 'ratelimited', 3600);
  await deliver();
  slack.failure = null;
  sample.clock.now = night;
  await deliver();
  expect(inRoom()).toEqual([]);
  sample.clock.now = new Date('2026-11-25T08:00:00+01:00');
  await deliver();
  expect(inRoom()).toHaveLength(1);
});

test('many changes before the card is brought up to date are one update', async () => {
  const { id } = await sample.request();
  await deliver();
  await sample.does(people.hr, 'acknowledge-request', { requestId: id });
  await sample.does(people.leader, 'withdraw-request', { requestId: id });
  for (let time = 0; time < 3; time++) await updateWhatShows.run(jobsOf(sample, { slack }), { requestId: id });
  const waiting = (await sample.outbox()).filter(({ kind, state }) => kind === 'room-card' && state === 'waiting');
  expect(waiting).toHaveLength(1);
});

test('a channel where the inbox was stopped keeps what stands there, and gets nothing more', async () => {
  const { id } = await sample.request();
  await deliver();
  const before = read();
  await follows('C-HR', null);
  await does(people.hr, 'acknowledge-request', { requestId: id });
  await does(people.hr, 'hand-over-request', { requestId: id, ...handOver });
  await does(people.leader, 'comment-on-request', { requestId: id, text: 'Til it' });
  await sample.request();
  await deliver();
  expect(read()).toBe(before);
});

test('a channel that shows another unit’s inbox now keeps what stands there of the old one', async () => {
  const { id } = await sample.request();
  await deliver();
  const before = read();
  await follows('C-HR', units.it);
  await does(people.hr, 'acknowledge-request', { requestId: id });
  expect(read()).toBe(before);
});

test('the anonymous leader has no name in the channel', async () => {
  const { id } = await sample.request({ anonymous: 'true' });
  await deliver();
  await does(people.leader, 'comment-on-request', { requestId: id, text: 'Det haster' });
  const { name, institution } = await sample.person(people.leader);
  expect(inRoom()).toHaveLength(2);
  for (const secret of [name, institution]) expect(read()).not.toContain(secret);
});

test('a channel in trouble is tried again, and ends with one card', async () => {
  const { number } = await sample.request();
  slack.failure = () => new DeliveryProblem('later', 'ratelimited', 30);
  await deliver();
  slack.failure = null;
  sample.clock.now = new Date(tuesdayMorning.getTime() + 31_000);
  await deliver();
  expect(inRoom().map(({ card }) => card.title)).toEqual([number]);
});
