import type { StoredMessage } from '../../../domain/delivery/queue.ts';
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
    expect(await world.outbox.waits('a', { ...message, commentId: idOf('c2') })).toBe(false);
  });

  test('takes many messages, and none', async () => {
    const { world } = now();
    await world.outbox.add([]);
    await world.outbox.add(['a', 'b'].map((to) => ({ to, message, notBefore: noon })));
    expect([await world.outbox.has('a', message), await world.outbox.has('b', message)]).toEqual([true, true]);
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
