import { withoutChat } from '../../../domain/context.ts';
import type { UnitId } from '../../../domain/ids.ts';
import { operator } from '../../../domain/people/actor.ts';
import { perform } from '../../../domain/perform.ts';
import { closeUnit } from '../../../domain/requests/units/close-unit.ts';
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
const answer = { decision: 'planned', measure: 'Samme dag', expectedImprovement: 'Vagtplan', horizon: '2027' } as const;
const handOver = { unit: units.it, reason: 'Det er it' };
const night = new Date('2026-11-24T22:00:00+01:00');

test('posts a request to its unit’s channel once, and updates its card in place', async () => {
  const { id, number } = await sample.request();
  await deliver();
  expect(inRoom()).toMatchObject([{ card: { title: number, name: 'room-request' }, thread: null }]);
  await does(people.hr, 'acknowledge-request', { requestId: id });
  expect(inRoom()).toHaveLength(1);
  expect(read()).toContain('I gang');
});

test('tells a channel that cannot be reached nothing more, and shows the administrator one row', async () => {
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

test('posts a message into the thread under the card, and shows it on the card', async () => {
  const { id } = await sample.request();
  await deliver();
  await does(people.leader, 'comment-on-request', { requestId: id, text: 'Det haster mere nu' });
  const [root, reply] = inRoom();
  expect(reply).toMatchObject({ thread: root?.message, card: { name: 'comment' } });
  expect(JSON.stringify(root?.card)).toContain('Det haster mere nu');
});

test('removes a request that is handed over from the old channel, and posts it to the new one', async () => {
  await follows('C-IT', units.it);
  const { id, number } = await sample.request();
  await deliver();
  await does(people.hr, 'hand-over-request', { requestId: id, ...handOver });
  expect(inRoom()).toMatchObject([{ card: { title: `${number} er sendt videre til Koncern IT`, actions: [] } }]);
  for (const text of ['Vikarer oprettes for sent', 'Pernille', handOver.reason]) expect(read()).not.toContain(text);
  expect(inRoom('C-IT')).toMatchObject([{ card: { title: number } }]);
});

test('keeps later comments on a request from the channel that it has left', async () => {
  const { id } = await sample.request();
  await deliver();
  sample.clock.now = night;
  await sample.does(people.leader, 'comment-on-request', { requestId: id, text: 'Kun for dem, der har det nu' });
  await sample.does(people.hr, 'hand-over-request', { requestId: id, ...handOver });
  sample.clock.now = new Date('2026-11-25T08:00:00+01:00');
  await deliver();
  expect(read()).not.toContain('Kun for dem');
});

test('posts a card anew, once, after somebody has deleted it', async () => {
  const { id } = await sample.request();
  await deliver();
  slack.standing = slack.standing.filter(({ conversation }) => conversation !== 'C-HR');
  await does(people.hr, 'acknowledge-request', { requestId: id });
  await does(people.leader, 'comment-on-request', { requestId: id, text: 'Tak' });
  const cards = inRoom().filter(({ card }) => card.name === 'room-request');
  expect(cards).toHaveLength(1);
  expect(inRoom().find(({ card }) => card.name === 'comment')?.thread).toBe(cards[0]?.message);
});

test('does not post the deleted card of a settled request again', async () => {
  const { id } = await sample.request();
  await deliver();
  slack.standing = [];
  await does(people.leader, 'withdraw-request', { requestId: id });
  expect(inRoom()).toEqual([]);
});

test('posts a new card in office hours, and updates an old one at night', async () => {
  const { id } = await sample.request();
  await deliver();
  sample.clock.now = night;
  await sample.request();
  await does(people.hr, 'acknowledge-request', { requestId: id });
  expect(inRoom()).toHaveLength(1);
  expect(read()).toContain('I gang');
  sample.clock.now = new Date('2026-11-25T08:00:00+01:00');
  await deliver();
  expect(inRoom()).toHaveLength(2);
});

test('posts a card that was deleted at night anew in office hours', async () => {
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

test('keeps a new card that the platform did not take in time for the morning', async () => {
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

test('makes one update of many changes, in the channel and in each owner’s chat', async () => {
  const { id } = await sample.request();
  await deliver();
  await sample.does(people.hr, 'acknowledge-request', { requestId: id });
  await sample.does(people.leader, 'withdraw-request', { requestId: id });
  const before = slack.updates;
  await deliver();
  const owners = await sample.world.people.ownersOf(units.hr);
  expect(slack.updates - before).toBe(1 + owners.length);
  expect((await sample.outbox()).filter(({ kind }) => kind === 'request-changed')).toEqual([]);
});

test('removes the open requests of a closed unit from its channel, for good', async () => {
  const { id, number } = await sample.request();
  await deliver();
  const receivers = { all: units.it, withPeople: false };
  const input = { unit: units.hr, receivers, reason: 'Koncern HR er nedlagt' };
  const { world } = sample;
  const attempt = { world, actor: operator, context: withoutChat, idempotencyKey: null };
  expect(await perform({ ...attempt, useCase: closeUnit, input })).toMatchObject({ ok: true });
  await deliver();
  const left = [{ card: { title: `${number} er sendt videre til Koncern IT`, blocks: [], actions: [] } }];
  expect(inRoom()).toMatchObject(left);
  await does(people.it, 'acknowledge-request', { requestId: id });
  expect(inRoom()).toMatchObject(left);
});

test('keeps the cards of a channel whose inbox was stopped, and posts no more', async () => {
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

test('keeps the old unit’s cards in a channel that now shows another unit’s inbox', async () => {
  const { id } = await sample.request();
  await deliver();
  const before = read();
  await follows('C-HR', units.it);
  await does(people.hr, 'acknowledge-request', { requestId: id });
  expect(read()).toBe(before);
});

test('shows no name of the anonymous leader in the channel', async () => {
  const { id } = await sample.request({ anonymous: 'true' });
  await deliver();
  await does(people.leader, 'comment-on-request', { requestId: id, text: 'Det haster' });
  const { name, institution } = await sample.person(people.leader);
  expect(inRoom()).toHaveLength(2);
  for (const secret of [name, institution]) expect(read()).not.toContain(secret);
});

test('waits as long as a channel says before its card is changed, and holds up nothing else', async () => {
  const { id } = await sample.request();
  await deliver();
  slack.failure = () => new DeliveryProblem('later', 'ratelimited', 30);
  await does(people.hr, 'acknowledge-request', { requestId: id });
  const calls = slack.updates;
  slack.failure = () => undefined;
  await does(people.hr, 'answer-request', { ...answer, requestId: id });
  expect(slack.updates).toBe(calls);
  expect(slack.standing.map(({ card }) => card.name)).toContain('answer');
  sample.clock.now = new Date(tuesdayMorning.getTime() + 31_000);
  await deliver();
  expect(read()).toContain(answer.measure);
});

test('tells an administrator of one channel that is gone when its card is to change', async () => {
  const { id } = await sample.request();
  await deliver();
  slack.failure = () => new DeliveryProblem('unreachable', 'is_archived');
  await does(people.hr, 'acknowledge-request', { requestId: id });
  const parked = (await sample.outbox()).filter(({ kind, state }) => kind === 'request-changed' && state === 'parked');
  expect(parked).toHaveLength(1);
  expect(await sample.world.rooms.ofUnit(units.hr)).toEqual([]);
});

test('tries a failing channel again, and ends with one card', async () => {
  const { number } = await sample.request();
  slack.failure = () => new DeliveryProblem('later', 'ratelimited', 30);
  await deliver();
  slack.failure = null;
  sample.clock.now = new Date(tuesdayMorning.getTime() + 31_000);
  await deliver();
  expect(inRoom().map(({ card }) => card.title)).toEqual([number]);
});
