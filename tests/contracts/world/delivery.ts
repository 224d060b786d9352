import type { Series, StoredMessage } from '../../../domain/delivery/queue.ts';
import { Collision } from '../../../domain/ports.ts';
import { idOf } from '../../ids.ts';
import { kept, later, type Now, noon } from './stage.ts';

export function outboxContract(now: Now): void {
  const message: StoredMessage = { kind: 'comment-given', requestId: 'r1', commentId: 'c1' };

  test('lists the messages that somebody got or will get', async () => {
    const { world } = now();
    expect([await world.outbox.has('a', message), await world.outbox.waits('a', message)]).toEqual([false, false]);
    await world.outbox.add([{ to: 'a', message, notBefore: later(5) }]);
    expect([await world.outbox.has('a', message), await world.outbox.waits('a', message)]).toEqual([true, true]);
    expect(await world.outbox.has('b', message)).toBe(false);
    expect(await world.outbox.has('a', { ...message, commentId: idOf('c2') })).toBe(false);
    const another = { ...message, commentId: idOf('c2') };
    expect(await world.outbox.waits('a', another)).toBe(false);
    expect([await world.outbox.waits('a', another, message), await world.outbox.waits('a')]).toEqual([true, false]);
  });

  test('takes many messages, and none', async () => {
    const { world } = now();
    await world.outbox.add([]);
    await world.outbox.add(['a', 'b'].map((to) => ({ to, message, notBefore: noon })));
    expect([await world.outbox.has('a', message), await world.outbox.has('b', message)]).toEqual([true, true]);
  });
}

export function seriesContract(now: Now): void {
  const prompt = (campaignId: string): Series => ({ class: 'nudge', message: { kind: 'campaign-prompt', campaignId } });
  const { message, class: name } = prompt('k1');
  const waiting = async (series: Series) => (await now().world.outbox.tally(series)).waiting;
  const who = ['a', 'b', 'c'];
  beforeEach(async () => {
    const { world, other } = now();
    for (const to of who) await world.outbox.add([{ to, message, class: name, notBefore: noon }]);
    await world.outbox.add([{ to: 'a', ...prompt('k2'), notBefore: noon }]);
    await other.outbox.add([{ to: 'a', message, class: name, notBefore: noon }]);
  });

  test('is counted by itself', async () => {
    const { world, other } = now();
    expect(await world.outbox.tally(prompt('k1'))).toEqual({ sent: 0, waiting: 3 });
    expect(await world.outbox.tally(prompt('k2'))).toEqual({ sent: 0, waiting: 1 });
    expect(await world.outbox.tally(prompt('k3'))).toEqual({ sent: 0, waiting: 0 });
    expect(await other.outbox.tally(prompt('k1'))).toEqual({ sent: 0, waiting: 1 });
  });

  test('leaves the queue in parts, the last first, and nothing else does', async () => {
    const { world, other } = now();
    const withdraw = () => world.transaction(() => world.outbox.withdraw(prompt('k1'), 2));
    expect(await withdraw()).toBe(2);
    expect(await Promise.all(who.map((to) => world.outbox.waits(to, message)))).toEqual([true, false, false]);
    expect([await withdraw(), await withdraw()]).toEqual([1, 0]);
    expect([await waiting(prompt('k1')), await waiting(prompt('k2'))]).toEqual([0, 1]);
    expect((await other.outbox.tally(prompt('k1'))).waiting).toBe(1);
  });

  test('stays when the transaction fails', async () => {
    const { world } = now();
    const failing = world.transaction(async () => {
      await world.outbox.withdraw(prompt('k1'), 2);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await waiting(prompt('k1'))).toBe(3);
  });
}

export function parkedContract(now: Now): void {
  const message: StoredMessage = { kind: 'comment-given', requestId: 'r1', commentId: 'c1' };
  const recipients = async () => (await now().world.parked.list()).map(({ to, problem }) => [to, problem]);
  beforeEach(async () => {
    const { world, other, parks } = now();
    await other.outbox.add([{ to: 'a', message, notBefore: noon }]);
    await world.outbox.add(['a', 'b', 'c', 'a'].map((to) => ({ to, message, notBefore: noon })));
    await parks('a', 'no-chat');
    await parks('b', 'odd');
  });

  test('is listed, the oldest first, without what waits and what is another organisation’s', async () => {
    const { world, other } = now();
    expect(await recipients()).toEqual([
      ['a', 'no-chat'],
      ['b', 'odd'],
      ['a', 'no-chat'],
    ]);
    expect((await world.parked.list())[0]).toMatchObject({ message, at: noon });
    expect(await other.parked.list()).toEqual([]);
  });

  test('waits again by recipient, by reason, and all of it', async () => {
    const { world } = now();
    expect(await world.parked.sendAgain({ to: 'a', problems: ['odd'] })).toBe(0);
    expect(await world.parked.sendAgain({ to: 'a', problems: ['odd', 'no-chat'] })).toBe(2);
    expect([await world.outbox.waits('a', message), await world.outbox.waits('b', message)]).toEqual([true, false]);
    expect(await world.outbox.has('b', message)).toBe(true);
    expect(await recipients()).toEqual([['b', 'odd']]);
    expect(await world.parked.sendAgain()).toBe(1);
    expect(await world.parked.sendAgain()).toBe(0);
  });

  test('is told of once until it was sent again', async () => {
    const { world, parks } = now();
    expect([await world.parked.tell(), await world.parked.tell()]).toEqual([3, 0]);
    await world.parked.sendAgain({ to: 'a' });
    await parks('a', 'no-chat');
    expect([await world.parked.tell(), await world.parked.tell()]).toEqual([2, 0]);
  });
}

export function outcomesContract(now: Now): void {
  test('finds the outcome of an arrival, also an empty one', async () => {
    const { world } = now();
    await world.outcomes.add(kept('an arrival'), { requestId: 'r1', list: [1, { at: 'x' }] }, noon);
    await world.outcomes.add(kept('another'), null, noon);
    expect(await world.outcomes.find(kept('an arrival'))).toEqual({
      value: { requestId: 'r1', list: [1, { at: 'x' }] },
      at: noon,
      sameWords: true,
    });
    expect(await world.outcomes.find(kept('another'))).toMatchObject({ value: null });
    expect(await world.outcomes.find(kept('a third'))).toBeNull();
  });

  test('refuses a second outcome of an arrival and leaves the first', async () => {
    const { world } = now();
    await world.outcomes.add(kept('an arrival'), 1, noon);
    await expect(world.outcomes.add(kept('an arrival'), 2, noon)).rejects.toThrow(Collision);
    expect(await world.outcomes.find(kept('an arrival'))).toMatchObject({ value: 1 });
  });

  test('takes an arrival with a long key', async () => {
    const { world } = now();
    await world.outcomes.add(kept('å'.repeat(30_000)), 1, noon);
    expect(await world.outcomes.find(kept('å'.repeat(30_000)))).toMatchObject({ value: 1 });
  });

  test('tells an arrival with other words, and replaces its outcome', async () => {
    const { world } = now();
    await world.outcomes.add(kept('an arrival', 'first'), 1, noon);
    expect(await world.outcomes.find(kept('an arrival', 'other'))).toEqual({ value: 1, at: noon, sameWords: false });
    await world.outcomes.replace(kept('an arrival', 'other'), 2, later(1));
    expect(await world.outcomes.find(kept('an arrival', 'other'))).toEqual({ value: 2, at: later(1), sameWords: true });
    expect(await world.outcomes.find(kept('an arrival', 'first'))).toMatchObject({ value: 2, sameWords: false });
  });

  test('knows an arrival by the name that version 0.1 gave it', async () => {
    const { world } = now();
    await world.outcomes.add({ ...kept('old'), formerName: null }, 1, noon);
    const again = { ...kept('new'), formerName: 'old' };
    expect(await world.outcomes.find(again)).toMatchObject({ value: 1 });
    await expect(world.outcomes.add(again, 2, noon)).rejects.toThrow(Collision);
    await world.outcomes.add({ ...kept('another'), formerName: 'its former' }, 3, noon);
    expect(await world.outcomes.find({ ...kept('its former'), formerName: null })).toMatchObject({ value: 3 });
  });
}
