import { z } from 'zod';
import { enqueue } from '../../../domain/delivery/background-task.ts';
import { defineMessage, only } from '../../../domain/delivery/message.ts';
import { notify } from '../../../domain/delivery/notify.ts';
import { payloadOf } from '../../../domain/delivery/registry.ts';
import { deliveries, goesTo } from '../../../domain/index.ts';
import { requestId } from '../../../domain/input.ts';
import { fillHome } from '../../../domain/overview/fill-home.ts';
import { letIn } from '../../../domain/people/join/messages/let-in.ts';
import type { World } from '../../../domain/ports.ts';
import { registryBy } from '../../../domain/registry.ts';
import { requestArrived } from '../../../domain/requests/messages/request-arrived.ts';

const message = <const Kind extends string>(kind: Kind) =>
  defineMessage({
    kind,
    payload: z.object({ requestId: z.string() }),
    class: 'news',
    recipients: async () => only([]),
    content: async () => null,
  });

test('finds the members of a list by their kinds', () => {
  const [one, other] = [message('one'), message('other')];
  expect(registryBy('kind', [one, other])).toEqual({ one, other });
});

test('lists every kind under its own name, with one destination', () => {
  for (const [kind, definition] of Object.entries(deliveries)) {
    expect(definition.kind).toBe(kind);
    const places = (['person', 'room', 'lane'] as const).filter((to) => goesTo(to, kind));
    expect(places).toEqual([definition.to]);
  }
  expect((['person', 'room', 'lane'] as const).filter((to) => goesTo(to, 'constructor'))).toEqual([]);
});

describe('the payload of a stored row', () => {
  test('has the shape of its kind', () => {
    expect(payloadOf(requestArrived, { kind: 'request-arrived', requestId: 'r1' })).toEqual({ requestId: 'r1' });
  });

  test.each([{}, { requestId: 7 }, { requestId: '' }, { request: 'r1' }])('is null for another shape: %j', (stored) => {
    expect(payloadOf(requestArrived, { kind: 'request-arrived', ...stored })).toBeNull();
  });

  test('may hold a field that a later version added', () => {
    const stored = { kind: 'request-arrived', requestId: 'r1', urgent: true };
    expect(payloadOf(requestArrived, stored)).toEqual({ requestId: 'r1' });
  });

  test('may lack a field that an earlier version did not have', () => {
    expect(payloadOf(letIn, { kind: 'let-in' })).toEqual({});
  });
});

test('does not compile with another shape than that of its definition', () => {
  // The compiler checks it, and nobody calls it.
  const wrong = async (world: World): Promise<void> => {
    // @ts-expect-error two definitions share a kind
    registryBy('kind', [message('one'), message('other'), message('one')]);
    // @ts-expect-error a misspelt key
    await notify(world, requestArrived, { requestID: 'r1' });
    // @ts-expect-error a key that the payload has not
    await notify(world, requestArrived, { requestId: 'r1', commentId: 'c1' });
    // @ts-expect-error nothing of the payload
    await enqueue(world, fillHome, {});
    // @ts-expect-error a task of another kind's payload
    await enqueue(world, fillHome, { requestId: 'r1' });
    defineMessage({
      kind: 'to-a-room',
      payload: z.object({ requestId }),
      class: 'answer',
      // @ts-expect-error rooms, for a message to people
      recipients: async (world) => only(await world.rooms.ofUnit('Koncern HR')),
      content: async () => null,
    });
    defineMessage({
      kind: 'unheard-of',
      payload: z.object({ requestId: z.string() }),
      // @ts-expect-error no class of the list
      class: 'urgent',
      recipients: async () => only([]),
      content: async () => null,
    });
  };
  expect(wrong).toBeInstanceOf(Function);
});
