import { draftOfLaterEdit } from '../../../domain/conversation/known-message.ts';
import { sendDue } from '../../../domain/conversation/replies/send-reply.ts';
import type { DraftId } from '../../../domain/ids.ts';
import { idOf } from '../../ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

const said = 'det er vel omkring ti stykker om måneden';
const passes = (minutes: number) => {
  sample.clock.now = new Date(sample.clock.now.getTime() + minutes * 60_000);
};

/** The unit asks, and the leader answers in plain words. */
async function answered(email = people.leader as string) {
  const { id } = await sample.request();
  await sample.does(email === people.hr ? people.leader : people.hr, 'comment-on-request', {
    requestId: id,
    text: 'Hvor mange?',
  });
  const sent = await sample.does(email, 'answer-question', { requestId: id, text: said });
  if (!sent.ok) throw new Error(sent.refusal);
  const draftId: string = sent.value.draftId;
  const sends = () => sample.world.transaction(() => sendDue(sample.world, idOf(draftId)));
  const comments = async () => (await sample.world.comments.ofRequest(id)).slice(1);
  return { requestId: id, draftId, sends, comments };
}

test('a reply waits for two minutes, and is then a message of its writer', async () => {
  const { sends, comments, draftId } = await answered();
  expect((await sample.outbox()).filter(({ kind }) => kind === 'send-reply')).toMatchObject([
    { notBefore: new Date(sample.clock.now.getTime() + 120_000) },
  ]);
  passes(1.9);
  await sends();
  expect(await comments()).toEqual([]);
  passes(0.1);
  await sends();
  await sends();
  const leader = await sample.person(people.leader);
  expect(await comments()).toMatchObject([{ text: said, side: 'leader', by: leader.id }]);
  expect(await sample.world.drafts.byId(idOf(draftId))).toBeNull();
});

test('a reply is no draft of the leader’s list while it waits, and is one again when it was taken back', async () => {
  const { sends, comments, draftId } = await answered();
  const listed = async () => {
    const mine = await sample.does(people.leader, 'list-mine', {});
    return mine.ok ? mine.value.drafts.length : null;
  };
  expect(await listed()).toBe(0);
  await sample.does(people.leader, 'take-reply-back', { draftId });
  expect(await listed()).toBe(1);
  passes(3);
  await sends();
  expect(await comments()).toEqual([]);
});

test('a reply that was sent cannot be taken back, and nobody else can take one back', async () => {
  const { sends, draftId } = await answered();
  expect(await sample.does(people.otherLeader, 'take-reply-back', { draftId })).toMatchObject({
    refusal: 'nothing-there',
  });
  passes(2);
  await sends();
  expect(await sample.does(people.leader, 'take-reply-back', { draftId })).toMatchObject({ refusal: 'reply-sent' });
  expect(await sample.does(people.otherLeader, 'take-reply-back', { draftId })).toMatchObject({
    refusal: 'nothing-there',
  });
});

test('a reply that was taken back and sent again waits for two minutes more', async () => {
  const { requestId, sends, comments, draftId } = await answered();
  passes(1);
  await sample.does(people.leader, 'take-reply-back', { draftId });
  await sample.does(people.leader, 'send-as-reply', { draftId, requestId });
  passes(1.5);
  await sends();
  expect(await comments()).toEqual([]);
  passes(0.5);
  await sends();
  expect(await comments()).toHaveLength(1);
});

test('one message that comes twice under two names is one reply', async () => {
  const { requestId, draftId } = await answered();
  const again = await sample.does(people.leader, 'answer-question', { requestId, text: said });
  expect(again).toMatchObject({ ok: true, value: { draftId } });
  expect((await sample.outbox()).filter(({ kind }) => kind === 'send-reply')).toHaveLength(1);
});

test('an edit that leaves nothing to send makes a draft of the reply', async () => {
  const { sends, comments, draftId } = await answered();
  await sample.does(people.leader, 'revise-draft', { draftId, text: '👍' });
  passes(2);
  await sends();
  expect(await comments()).toEqual([]);
  expect(await sample.world.drafts.byId(idOf(draftId))).toMatchObject({ text: '👍' });
});

test('a reply whose message came after its edit keeps the words of the edit', async () => {
  const { id: requestId } = await sample.request();
  const at = { platform: 'slack', conversation: 'D-OWN', message: 'edited' } as const;
  const second = (n: number) => new Date(sample.clock.now.getTime() + n * 1000);
  const edited = (n: number) => ({ context: { room: null, message: { at, editedAt: second(n), files: [] } } });
  const kept = await sample.does(people.leader, 'answer-question', { requestId, text: said }, edited(2));
  const draftId: string = kept.ok ? kept.value.draftId : '';
  expect(await draftOfLaterEdit(sample.world, await sample.person(people.leader), at)).toBe(draftId);
  await sample.does(people.leader, 'revise-draft', { draftId, text: '👍' }, edited(1));
  expect(await sample.world.drafts.byId(idOf(draftId))).toMatchObject({ text: said, reply: { is: 'going' } });
});

test('an owner’s reply that became too long by an edit can be sent when it is short again', async () => {
  const { requestId, draftId } = await answered(people.hr);
  await sample.does(people.hr, 'revise-draft', { draftId, text: 'ord '.repeat(600) });
  expect(await sample.does(people.hr, 'send-as-reply', { draftId, requestId })).toMatchObject({ refusal: 'too-long' });
  await sample.does(people.hr, 'revise-draft', { draftId, text: said });
  const shown = await sample.does(people.hr, 'show-draft', { draftId });
  expect(shown).toMatchObject({ value: { answers: [{ request: { id: requestId } }] } });
  expect(await sample.does(people.hr, 'send-as-reply', { draftId, requestId })).toMatchObject({ ok: true });
});

test('a reply with a number that its writer has explained goes out', async () => {
  const { id: requestId } = await sample.request();
  const { id: personId } = await sample.person(people.leader);
  const id = idOf<DraftId>('with-a-number');
  const numbers = { are: 'case', digits: ['1203981234'] } as const;
  const text = 'Det er nr. 1203981234';
  await sample.world.drafts.add({ id, personId, text, createdAt: sample.clock.now, numbers });
  expect(await sample.does(people.leader, 'send-as-reply', { draftId: id, requestId })).toMatchObject({ ok: true });
});

test('the words of a reply to a request that was withdrawn meanwhile are kept, and their writer is told', async () => {
  const { requestId, sends, comments, draftId } = await answered(people.hr);
  await sample.does(people.leader, 'withdraw-request', { requestId });
  passes(2);
  await sends();
  expect(await comments()).toEqual([]);
  const owner = await sample.person(people.hr);
  expect((await sample.outbox()).filter(({ kind }) => kind === 'reply-kept')).toMatchObject([{ to: owner.id }]);
  expect(await sample.does(people.hr, 'show-draft', { draftId })).toMatchObject({ ok: true });
});

test('nobody sends words about a request that they may not write about', async () => {
  const { requestId } = await answered();
  const kept = await sample.does(people.otherLeader, 'draft-request', { text: said });
  const draftId = kept.ok ? kept.value.draftId : '';
  expect(await sample.does(people.otherLeader, 'send-as-reply', { draftId, requestId })).toMatchObject({
    refusal: 'not-found',
  });
  expect(await sample.does(people.otherLeader, 'answer-question', { requestId, text: said })).toMatchObject({
    refusal: 'not-found',
  });
});
