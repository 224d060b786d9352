import { idOf } from '../../ids.ts';
import { openSample, people, type Sample } from '../../sample-domain.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});

const write = async (text: string) =>
  ((await sample.does(people.leader, 'draft-request', { text })) as { value: { draftId: string } }).value.draftId;
const revise = (draftId: string, text: string, email: string = people.leader) =>
  sample.does(email, 'revise-draft', { draftId, text });
const textOf = async (draftId: string) => (await sample.world.drafts.byId(idOf(draftId)))?.text;

test('updates a draft with its message, and cleans the text', async () => {
  const draftId = await write('Vikarer oprettes for sent');
  expect(await revise(draftId, '  Vikarer oprettes\u202E\r\nen uge for sent ')).toMatchObject({ ok: true });
  expect(await textOf(draftId)).toBe('Vikarer oprettes\nen uge for sent');
});

test.each([
  ['a CPR number', 'Vikaren 070761-4285 venter', 'contains-cpr'],
  ['a text that is too long', 'x'.repeat(40_001), 'too-long'],
])('leaves the draft unchanged for %s', async (_what, text, refusal) => {
  const draftId = await write(`Før ${refusal}`);
  expect(await revise(draftId, text)).toMatchObject({ ok: false, refusal });
  expect(await textOf(draftId)).toBe(`Før ${refusal}`);
});

test('leaves a sent request unchanged, and tells its author what to do', async () => {
  const draftId = await write('Vikarer oprettes for sent i lønsystemet');
  expect(await sample.does(people.leader, 'send-draft', { draftId })).toMatchObject({ ok: true });
  expect(await revise(draftId, 'Noget helt andet')).toMatchObject({ ok: false, refusal: 'edited-too-late' });
  expect(await sample.world.requests.byId(idOf(draftId))).toMatchObject({
    text: 'Vikarer oprettes for sent i lønsystemet',
  });
});

test('refuses another person’s draft', async () => {
  const draftId = await write('Min egen kladde');
  expect(await revise(draftId, 'Overtaget', people.otherLeader)).toMatchObject({ ok: false });
  expect(await textOf(draftId)).toBe('Min egen kladde');
});
