import { z } from 'zod';
import { defineTask, enqueue } from '../../../domain/delivery/background-task.ts';
import { type Audience, defineMessage, only } from '../../../domain/delivery/message.ts';
import { notify, passOn } from '../../../domain/delivery/notify.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { personId } from '../../../domain/input.ts';
import { type MemorySample, openSample, tuesdayMorning } from '../../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

/** The ids of people, named by one letter each. */
const [a, b, c, d] = [personId.parse('a'), personId.parse('b'), personId.parse('c'), personId.parse('d')];

let audience: Audience<PersonId>;
const news = defineMessage({
  kind: 'some-news',
  payload: z.object({ about: z.string() }),
  class: 'answer',
  recipients: async () => audience,
  content: async () => null,
});
const about = { about: 'r1' };
const told = () => sample.stored.outbox.all().map(({ to }) => to);

test('tells everybody in the first circle that has somebody, and nobody further out', async () => {
  audience = { circles: [[], [a, b], [c]] };
  await notify(sample.world, news, about);
  expect(sample.stored.outbox.all().map(({ to, message, notBefore }) => ({ to, message, notBefore }))).toEqual(
    ['a', 'b'].map((to) => ({ to, message: { kind: 'some-news', about: 'r1' }, notBefore: tuesdayMorning })),
  );
});

test('tells nothing to the person who caused the message, and nothing to anybody in their place', async () => {
  audience = { circles: [[a], [c]], by: a };
  await notify(sample.world, news, about);
  expect(told()).toEqual([]);
});

test('leaves out recipients who have the message already', async () => {
  audience = only([{ id: a }, { id: b }]);
  await notify(sample.world, news, about, (id) => id !== a);
  expect(told()).toEqual(['b']);
});

test('keeps a message for the hours of its class', async () => {
  sample.clock.now = new Date('2026-11-24T20:00:00+01:00');
  audience = only([{ id: a }]);
  await notify(sample.world, news, about);
  expect(sample.stored.outbox.all()).toMatchObject([{ notBefore: new Date('2026-11-25T08:00:00+01:00') }]);
});

test('lets the class depend on the recipient', async () => {
  sample.clock.now = new Date('2026-11-24T20:00:00+01:00');
  audience = only([{ id: a }, { id: b }]);
  await notify(sample.world, { ...news, class: async (_world, to) => (to === a ? 'update' : 'request') }, about);
  expect(sample.stored.outbox.all().map(({ to, notBefore }) => [to, notBefore.toISOString()])).toEqual([
    [a, '2026-11-24T19:00:00.000Z'],
    [b, '2026-11-25T07:00:00.000Z'],
  ]);
});

test('keeps a message until its reader wants it, and then for office hours', async () => {
  audience = only([{ id: a }, { id: b }]);
  const saturday = new Date('2026-11-28T12:00:00+01:00');
  const past = new Date('2026-11-01T12:00:00+01:00');
  await notify(sample.world, { ...news, notBefore: async (_world, to) => (to === a ? saturday : past) }, about);
  const due = sample.stored.outbox.all().map(({ notBefore }) => notBefore);
  expect(due).toEqual([new Date('2026-11-30T08:00:00+01:00'), tuesdayMorning]);
});

describe('a message whose recipient cannot be reached', () => {
  test('goes once to the people whom it is for now', async () => {
    audience = { circles: [[a, b], [c]] };
    await notify(sample.world, news, about);
    audience = { circles: [[a, b, d], [c]] };
    await passOn(sample.world, news, about, a);
    await passOn(sample.world, news, about, a);
    expect(told()).toEqual(['a', 'b', 'd']);
  });

  test('goes to the next circle when nobody is left in the first', async () => {
    audience = { circles: [[a], [a, c]] };
    await passOn(sample.world, news, about, a);
    expect(told()).toEqual(['c']);
  });

  test('goes to nobody when it is for that recipient alone', async () => {
    audience = only([{ id: a }, { id: b }]);
    await passOn(sample.world, news, about, a);
    expect(told()).toEqual([]);
  });

  test('does not go back to the person who caused it', async () => {
    audience = { circles: [[a], [c, d]], by: d };
    await passOn(sample.world, news, about, a);
    expect(told()).toEqual(['c']);
  });
});

describe('a background task', () => {
  const task = defineTask({
    kind: 'some-work',
    payload: z.object({ about: z.string() }),
    lane: ({ about }) => `work:${about}`,
    whenFailed: 'park',
  });

  test('goes into its lane, due at once at any hour', async () => {
    sample.clock.now = new Date('2026-11-28T23:00:00+01:00');
    await enqueue(sample.world, task, about);
    expect(sample.stored.outbox.all()).toMatchObject([
      { to: 'work:r1', message: { kind: 'some-work', about: 'r1' }, notBefore: sample.clock.now },
    ]);
  });
});
