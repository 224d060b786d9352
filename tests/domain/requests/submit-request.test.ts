import { idOf, units } from '../../ids.ts';
import { type MemorySample, openSample, people, tuesdayMorning } from '../../sample-domain.ts';

let sample: MemorySample;
beforeAll(async () => {
  sample = await openSample();
});
beforeEach(() => {
  sample.clock.now = tuesdayMorning;
});

const wish = { text: 'Nye vikarer står i systemet en uge for sent', area: 'personale' as const };

test('gives a request a number for speech, a unit by its area, and a deadline for the answer', async () => {
  const request = await sample.request();
  expect(request).toMatchObject({
    number: expect.stringMatching(/^FØ-2026-\d{4}$/),
    unit: units.hr,
    state: 'routed',
    // 20 working days from 24 November 2026; Christmas Eve, the 25th, the 31st and New Year’s Day are days off.
    dueOn: '2026-12-22',
    administration: 'boerne-og-ungdomsforvaltningen',
  });
});

test('tells every owner of the unit at once, in office hours', async () => {
  const before = (await sample.outbox()).length;
  await sample.request();
  const told = (await sample.outbox()).slice(before);
  const kinds = [...Array(3).fill('request-arrived'), 'request-changed'];
  expect(told.map(({ kind }) => kind)).toEqual(kinds);
  expect(told.every(({ notBefore }) => notBefore.getTime() === tuesdayMorning.getTime())).toBe(true);
});

test('tells nobody before the next morning in office hours', async () => {
  sample.clock.now = new Date('2026-12-23T16:30:00+01:00');
  const before = (await sample.outbox()).length;
  await sample.request();
  const [told] = (await sample.outbox()).slice(before);
  expect(told?.notBefore).toEqual(new Date('2026-12-28T08:00:00+01:00'));
});

test.each([
  ['no text', { ...wish, text: '' }, { text: 'required' }],
  ['only emoji', { ...wish, text: '😬😬' }, { text: 'no-words' }],
  ['3,001 characters', { ...wish, text: 'å'.repeat(3001) }, { text: 'too-long' }],
  ['a CPR number', { ...wish, text: 'Barnet 230811-0160 mangler' }, { text: 'contains-cpr' }],
  ['no area', { ...wish, area: '' }, { area: 'required' }],
  ['an unknown area', { ...wish, area: '$ne' }, { area: 'not-a-choice' }],
  ['an invalid number', { ...wish, minutesPerTime: 'ti' }, { minutesPerTime: 'not-a-number' }],
  ['a negative number', { ...wish, timesPerMonth: '-3' }, { timesPerMonth: 'not-a-number' }],
  ['too many people', { ...wish, peopleAffected: '999999' }, { peopleAffected: 'out-of-range' }],
])('refuses %s beside its field, and keeps nothing', async (_what, input, problems) => {
  const before = sample.stored.requests.count();
  expect(await sample.claims(people.leader, 'submit-request', input)).toEqual({
    ok: false,
    refusal: 'invalid-input',
    problems,
  });
  expect(sample.stored.requests.count()).toBe(before);
});

test('takes exactly 3,000 characters, and numbers with a comma', async () => {
  const request = await sample.request({ text: 'å'.repeat(3000), minutesPerTime: '2,5' });
  expect([request.text.length, request.burden.minutesPerTime]).toEqual([3000, 2.5]);
});

test('refuses a value that is no text as a card that is not ours', async () => {
  const tried = { text: { $ne: 1 }, area: 'it' };
  expect(await sample.claims(people.leader, 'submit-request', tried)).toEqual({
    ok: false,
    refusal: 'invalid-input',
    problems: { text: 'required' },
  });
});

test('refuses a request of a process owner', async () => {
  expect(await sample.does(people.hr, 'submit-request', wish)).toMatchObject({ ok: false, refusal: 'not-allowed' });
});

test('makes one draft of words in chat', async () => {
  const first = await sample.does(people.leader, 'draft-request', { text: 'Vi taster lønnen to gange' });
  const again = await sample.does(people.leader, 'draft-request', { text: 'Vi taster lønnen to gange' });
  expect(first).toMatchObject({ ok: true });
  expect(again).toEqual(first);
});

test('uses up a draft that is sent, and refuses to send it again', async () => {
  const text = 'Lønsedler for vikarer ansat i personalesystemet skal tastes to gange ved hver ansættelse';
  const draft = await sample.does(people.leader, 'draft-request', { text });
  const draftId = draft.ok ? draft.value.draftId : '';
  expect(await sample.does(people.leader, 'send-draft', { draftId })).toMatchObject({ ok: true });
  expect(await sample.does(people.leader, 'send-draft', { draftId })).toMatchObject({
    ok: false,
    refusal: 'nothing-there',
  });
});

test('sends a draft to the area that was chosen among the likeliest, and to no other', async () => {
  const draft = await sample.does(people.leader, 'draft-request', { text: 'budget og barsel' });
  const draftId = draft.ok ? draft.value.draftId : '';
  const forged = { draftId, area: 'rådhuset' };
  expect(await sample.claims(people.leader, 'send-draft', forged)).toMatchObject({
    ok: false,
    refusal: 'invalid-input',
  });
  const sent = await sample.does(people.leader, 'send-draft', { draftId, area: 'personale' });
  expect(sent.ok && (await sample.world.requests.byId(idOf(sent.value.requestId)))).toMatchObject({
    area: 'personale',
    unit: units.hr,
  });
});

test('sends a draft without a name', async () => {
  const text = 'Vores lønsedler for ansatte vikarer bliver tastet to gange';
  const draft = await sample.does(people.leader, 'draft-request', { text });
  const sent = await sample.does(people.leader, 'send-draft', {
    draftId: draft.ok ? draft.value.draftId : '',
    anonymous: 'true',
  });
  expect(await sample.world.requests.byId(sent.ok ? sent.value.requestId : '')).toMatchObject({
    text,
    anonymous: true,
  });
});

test('hides another person’s draft', async () => {
  const draft = await sample.does(people.leader, 'draft-request', { text: 'Kun for mine øjne' });
  const draftId = draft.ok ? draft.value.draftId : '';
  for (const action of ['show-draft', 'send-draft', 'discard-draft', 'open-request-form', 'close-form'] as const) {
    expect(await sample.does(people.otherLeader, action, { draftId })).toMatchObject({
      ok: false,
      refusal: 'nothing-there',
    });
  }
});

test('keeps 30,000 characters as a draft with advice, and keeps no CPR number', async () => {
  const draft = await sample.does(people.leader, 'draft-request', { text: 'lang '.repeat(6000) });
  const draftId = draft.ok ? draft.value.draftId : '';
  expect(await sample.does(people.leader, 'show-draft', { draftId })).toMatchObject({
    ok: true,
    value: { problem: 'too-long' },
  });
  const before = sample.stored.drafts.count();
  expect(await sample.does(people.leader, 'draft-request', { text: 'cpr 1403094277 mangler' })).toMatchObject({
    ok: false,
    refusal: 'contains-cpr',
  });
  expect(sample.stored.drafts.count()).toBe(before);
});
