import type { StoredMessage } from '../../../domain/delivery/queue.ts';
import { Collision } from '../../../domain/ports.ts';
import { idOf } from '../../ids.ts';
import { later, type Now, noon } from './stage.ts';

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
    await world.outcomes.add('an arrival', { requestId: 'r1', list: [1, { at: 'x' }] });
    await world.outcomes.add('another', null);
    expect(await world.outcomes.find('an arrival')).toEqual({ value: { requestId: 'r1', list: [1, { at: 'x' }] } });
    expect(await world.outcomes.find('another')).toEqual({ value: null });
    expect(await world.outcomes.find('a third')).toBeNull();
  });

  test('refuses a second outcome of an arrival and leaves the first', async () => {
    const { world } = now();
    await world.outcomes.add('an arrival', 1);
    await expect(world.outcomes.add('an arrival', 2)).rejects.toThrow(Collision);
    expect(await world.outcomes.find('an arrival')).toEqual({ value: 1 });
  });

  test('takes an arrival with a long key', async () => {
    const { world } = now();
    await world.outcomes.add('å'.repeat(30_000), 1);
    expect(await world.outcomes.find('å'.repeat(30_000))).toEqual({ value: 1 });
  });
}
