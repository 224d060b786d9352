import { z } from 'zod';
import { withoutChat } from '../../domain/context.ts';
import type { DraftId, PersonId, RequestId } from '../../domain/ids.ts';
import { type ActionInput, type ActionName, useCases } from '../../domain/index.ts';
import { operator } from '../../domain/people/actor.ts';
import { anyone } from '../../domain/people/roles.ts';
import { perform } from '../../domain/perform.ts';
import { done } from '../../domain/refusal.ts';
import { registryBy } from '../../domain/registry.ts';
import { useCase } from '../../domain/use-case.ts';
import { idOf } from '../ids.ts';
import { openSample, people } from '../sample-domain.ts';

const named = <const Name extends string>(name: Name) =>
  useCase({ name, does: 'look-up', input: z.object({}), allows: anyone, run: async () => done({}) });

test('registers each action under its own literal name', () => {
  const name: 'hand-over-request' = useCases['hand-over-request'].name;
  // @ts-expect-error: no action has this name
  const none: ActionName = 'hand-over-requests';
  expect([name, none]).toEqual(['hand-over-request', 'hand-over-requests']);
});

test('does not compile two use cases with the same name, which would share their outcomes', () => {
  // @ts-expect-error: the name is there twice
  const twice = registryBy('name', [named('one'), named('two'), named('one')] as const);
  const once = registryBy('name', [named('one'), named('two')] as const);
  expect([Object.keys(twice), Object.keys(once)]).toEqual([
    ['one', 'two'],
    ['one', 'two'],
  ]);
});

test('holds the input of our own code to the schema', async () => {
  const { world, person } = await openSample();
  const actor = await person(people.hr);
  const rest = { world, actor, context: withoutChat, idempotencyKey: null };
  const wrong = [
    // @ts-expect-error: the input is missing
    await perform({ ...rest, useCase: useCases['refresh-request'], input: {} }),
    // @ts-expect-error: a request's id is text
    await perform({ ...rest, useCase: useCases['refresh-request'], input: { requestId: 1 } }),
  ];
  expect(wrong).toMatchObject([{ ok: false }, { ok: false }]);
  // @ts-expect-error: an operator is nobody's person
  const asOperator = () => perform({ ...rest, actor: operator, useCase: useCases['list-mine'], input: {} });
  await expect(asOperator()).rejects.toThrow(TypeError);
});

test('lets no caller run a use case past perform', () => {
  // @ts-expect-error: only perform has the key to it
  expect(useCases.help.run).toBeUndefined();
});

test('has no input with a name that only the edge may set', () => {
  /** An action without input has any key, with no type. */
  type KeyOf<Input> = string extends keyof Input ? never : keyof Input;
  type Claimable = { [Name in ActionName]: KeyOf<ActionInput<Name>> }[ActionName];
  // @ts-expect-error: the room is in the context
  const room: Claimable = 'roomId';
  // @ts-expect-error: so is whether words stand in a channel already
  const shown: Claimable = 'isShown';
  // @ts-expect-error: so is when a message was edited
  const edited: Claimable = 'editedAt';
  // @ts-expect-error: so are the files that came with a message
  const files: Claimable = 'files';
  expect([room, shown, edited, files]).toHaveLength(4);
});

test('keeps ids of two kinds apart', async () => {
  const { world } = await openSample();
  const ids = { person: idOf<PersonId>('x'), request: idOf<RequestId>('x'), draft: idOf<DraftId>('x') };
  // @ts-expect-error: a request is no person
  expect(await world.people.byId(ids.request)).toBeNull();
  // @ts-expect-error: plain text is no id
  expect(await world.requests.history('x')).toEqual([]);
  // @ts-expect-error: a person is no draft
  expect(await world.drafts.byId(ids.person)).toBeNull();
  // A draft that was sent is found as a request under its own id.
  expect(await world.requests.byId(ids.draft)).toBeNull();
});
