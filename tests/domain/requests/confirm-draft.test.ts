import type { Context } from '../../../domain/context.ts';
import { idOf } from '../../ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

const wish = 'Nye vikarer bliver ansat, men lønnen kommer en uge for sent. Det tager 20 minutter hver gang.';
const passes = (minutes: number) => {
  sample.clock.now = new Date(sample.clock.now.getTime() + minutes * 60_000);
};
const saidIn = (conversation: string): { context: Context } => {
  const at = { platform: 'slack', conversation, message: `yes-${sample.world.newId()}` } as const;
  return { context: { room: null, message: { at, editedAt: null, files: [] } } };
};

/** A draft whose card stands in the leader's chat. */
async function drafted(text = wish): Promise<string> {
  const kept = await sample.does(people.leader, 'draft-request', { text });
  const draftId: string = kept.ok ? kept.value.draftId : '';
  await showsIn('D-OWN', draftId);
  return draftId;
}

const showsIn = async (conversation: string, draftId: string) => {
  const { id: to } = await sample.person(people.leader);
  const message = `card-${sample.world.newId()}`;
  await sample.world.postings.put({ platform: 'slack', conversation, message, about: idOf(draftId), kind: 'card', to });
};

const confirms = (draftId: string, conversation = 'D-OWN') =>
  sample.does(people.leader, 'confirm-draft', { draftId }, saidIn(conversation));
const sent = { ok: true, value: { requestId: expect.any(String) } };
const shown = { ok: true, value: { requestId: null } };

test('a yes sends the only draft, which was shown just now', async () => {
  const draftId = await drafted();
  expect(await confirms(draftId)).toMatchObject(sent);
  expect(await sample.world.requests.byId(idOf(draftId))).toMatchObject({ text: wish, anonymous: false });
});

test('a yes after an hour shows the draft, and the next one sends it', async () => {
  const draftId = await drafted();
  passes(61);
  expect(await confirms(draftId)).toMatchObject(shown);
  passes(1);
  expect(await confirms(draftId)).toMatchObject(sent);
});

test.each([
  ['another draft is open', async () => void (await drafted('Rengøringen kommer aldrig om fredagen'))],
  ['it stands in another chat', async () => undefined],
])('a yes shows the draft when %s', async (_why, happens) => {
  const draftId = await drafted();
  await happens();
  expect(await confirms(draftId, _why.includes('chat') ? 'D-OTHER' : 'D-OWN')).toMatchObject(shown);
  expect(await sample.world.requests.byId(idOf(draftId))).toBeNull();
});

test.each(['Skemaet', 'x '.repeat(1501)])('a yes shows a draft that cannot be sent as it is: “%.10s”', async (text) => {
  const draftId = await drafted(text);
  expect(await confirms(draftId)).toMatchObject(shown);
});

test('nobody sends another person’s draft, and no owner sends theirs', async () => {
  const draftId = await drafted();
  expect(await sample.does(people.otherLeader, 'confirm-draft', { draftId })).toMatchObject({
    refusal: 'nothing-there',
  });
  const kept = await sample.does(people.hr, 'draft-request', { text: wish });
  const own: string = kept.ok ? kept.value.draftId : '';
  await showsIn('D-HR', own);
  expect(await sample.does(people.hr, 'confirm-draft', { draftId: own }, saidIn('D-HR'))).toMatchObject(shown);
});
