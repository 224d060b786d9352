import type { Room } from '../../../domain/channels/room.ts';
import type { Context } from '../../../domain/context.ts';
import { units } from '../../ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
let room: Room;
let inRoom: { context: Context };
let count = 0;
beforeAll(async () => {
  sample = await openSample();
});
beforeEach(async () => {
  count++;
  room = await sample.world.rooms.meet('teams', `19:room${count}`, { conversation: `19:room${count}` });
  inRoom = { context: { room, message: null } };
  sample.stored.outbox.clear();
});

const { hr } = units;
const follow = (email: string, unit: string = hr) => sample.does(email, 'follow-unit', { unit }, inRoom);
const shown = async () => (await sample.world.rooms.byId(room.id))?.unit;

test.each([
  ['an owner of the unit', people.hr],
  ['an administrator', people.admin],
])('lets %s show the inbox in a channel', async (_who, email) => {
  expect(await follow(email)).toMatchObject({ ok: true, value: { unit: 'Koncern HR' } });
  expect(await sample.world.rooms.byId(room.id)).toMatchObject({
    unit: hr,
    followedBy: (await sample.person(email)).id,
  });
});

test.each([
  ['an owner of another unit', people.it],
  ['a leader', people.leader],
  ['a manager', people.schoolManager],
  ['the manager above the unit', people.unitManager],
])('refuses %s', async (_who, email) => {
  expect(await follow(email)).toMatchObject({ ok: false, refusal: 'not-allowed' });
  expect(await sample.does(email, 'open-follow-form', {}, inRoom)).toMatchObject(
    email === people.it
      ? { ok: true, value: { units: [{ name: 'Koncern IT' }] } }
      : { ok: false, refusal: 'not-allowed' },
  );
  expect(await shown()).toBeNull();
});

test('refuses an unknown unit, beside the field', async () => {
  expect(await follow(people.admin, 'Koncern Tryllestøv')).toEqual({
    ok: false,
    refusal: 'invalid-input',
    problems: { unit: 'not-a-choice' },
  });
  expect(await follow(people.admin, '')).toMatchObject({ problems: { unit: 'required' } });
  expect(await shown()).toBeNull();
});

test('says outside of a channel where it can be done', async () => {
  for (const action of ['follow-unit', 'open-follow-form', 'unfollow-unit'] as const) {
    const input = { roomId: room.id, ...(action === 'follow-unit' ? { unit: hr } : {}) };
    expect([action, await sample.claims(people.hr, action, input)]).toMatchObject([
      action,
      { refusal: 'only-in-channel' },
    ]);
  }
});

test('offers an owner their own unit and an administrator all units', async () => {
  expect(await sample.does(people.hr, 'open-follow-form', {}, inRoom)).toMatchObject({
    value: { units: [{ id: hr, name: 'Koncern HR' }], own: hr },
  });
  expect(await sample.does(people.admin, 'open-follow-form', {}, inRoom)).toMatchObject({
    value: { units: sample.organisation.units },
  });
});

test('posts the requests that wait for an answer, and not the settled ones', async () => {
  const [waiting, settled] = [await sample.request(), await sample.request()];
  await sample.does(people.leader, 'withdraw-request', { requestId: settled.id });
  sample.stored.outbox.clear();
  await follow(people.hr);
  const rows = sample.stored.outbox.where(({ to }) => to === room.id);
  const ids = rows.map(({ message }) => 'requestId' in message && message.requestId);
  expect(ids).toContain(waiting.id);
  expect(ids).not.toContain(settled.id);
});

test.each([
  ['an owner of another unit', people.it, 'not-allowed', hr],
  ['a leader', people.leader, 'not-allowed', hr],
])('does not let %s stop the inbox', async (_who, email, refusal, unit) => {
  await follow(people.hr);
  expect(await sample.does(email, 'unfollow-unit', {}, inRoom)).toMatchObject({ ok: false, refusal });
  expect(await shown()).toBe(unit);
});

test('lets an owner stop the inbox, and changes nothing when they stop it again', async () => {
  await follow(people.hr);
  expect(await sample.does(people.hr, 'unfollow-unit', {}, inRoom)).toMatchObject({
    ok: true,
    value: { unit: 'Koncern HR' },
  });
  expect(await sample.does(people.hr, 'unfollow-unit', {}, inRoom)).toMatchObject({ ok: true, value: { unit: null } });
  expect(await shown()).toBeNull();
});
