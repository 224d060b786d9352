import type { Request } from '../../../domain/requests/record/request.ts';
import { idOf, units } from '../../ids.ts';
import { type MemorySample, openSample, people, tuesdayMorning } from '../../sample-domain.ts';

let sample: MemorySample;
beforeAll(async () => {
  sample = await openSample();
});
beforeEach(() => {
  sample.clock.now = tuesdayMorning;
});

const answer = {
  decision: 'planned' as const,
  measure: 'Vikarer oprettes samme dag',
  expectedImprovement: 'Lederen kan lægge vagtplan fra dag ét',
  horizon: '1. halvår 2027',
};

async function answered(changes: Record<string, string>, request?: Request) {
  const { id } = request ?? (await sample.request());
  const outcome = await sample.does(people.hr, 'answer-request', { ...answer, requestId: id, ...changes });
  return { outcome, request: await sample.world.requests.byId(id) };
}

test('keeps an answer in the owner’s words, with the dates that they mean', async () => {
  const { request } = await answered({});
  expect(request).toMatchObject({
    state: 'answered',
    answer: { horizon: { text: '1. halvår 2027', start: '2027-01-01', end: '2027-06-30' }, decision: 'planned' },
  });
});

test.each(['2027-99-99/2027-88-88', '2028-01-01/2027-01-01', '2027-01-01'])(
  'refuses the damaged period “%s”',
  async (horizonPicked) => {
    const { outcome, request } = await answered({ horizon: '', horizonPicked });
    expect(outcome).toMatchObject({ ok: false, refusal: 'stale-card' });
    expect(request).toMatchObject({ answer: null });
  },
);

test('takes a picked period without typing', async () => {
  const { request } = await answered({ horizon: '', horizonPicked: '2027-01-01/2027-03-31' });
  expect(request?.answer?.horizon).toEqual({ text: '', start: '2027-01-01', end: '2027-03-31' });
});

test.each([
  ['a measure', { measure: ' ' }, { measure: 'required' }],
  ['an expected improvement', { expectedImprovement: '' }, { expectedImprovement: 'required' }],
  ['a decision', { decision: '' }, { decision: 'required' }],
  ['a horizon', { horizon: '' }, { horizon: 'required' }],
  ['a date that exists', { horizon: '31. februar 2027' }, { horizon: 'horizon-impossible' }],
  ['a year people plan in', { horizon: '1. januar 9999' }, { horizon: 'horizon-impossible' }],
  ['a time it can read', { horizon: 'xyzzy plugh' }, { horizon: 'horizon-unknown' }],
  ['a promise that lies ahead', { horizon: '1. oktober 2026' }, { horizon: 'horizon-past' }],
  ['a reason when a promise has no date', { horizon: 'løbende' }, { noDateReason: 'no-date-reason-required' }],
  [
    'the reason for a no',
    { decision: 'declined' as const, horizon: 'ikke aktuelt' },
    { declineCategory: 'decline-category-required' },
  ],
  [
    'the possible part and the needs of the rest, when it is partly',
    { decision: 'partly' },
    { nowPossible: 'now-possible-required', whatItTakes: 'what-it-takes-required' },
  ],
  [
    'everything that is missing at once',
    { decision: 'partly' as const, horizon: '' },
    { nowPossible: 'now-possible-required', whatItTakes: 'what-it-takes-required', horizon: 'required' },
  ],
])('asks for %s', async (_what, changes: Record<string, string>, problems) => {
  const { outcome, request } = await answered(changes);
  expect(outcome).toEqual({ ok: false, refusal: 'invalid-input', problems });
  expect(request).toMatchObject({ state: 'routed', answer: null, version: 1 });
});

test('stores the delivery of finished work with the answer, in the order of events', async () => {
  const { request } = await answered({ decision: 'done' as const, horizon: 'rettet den 9. november 2026' });
  expect(request).toMatchObject({ state: 'delivered', deliveredAt: tuesdayMorning });
  const history = await sample.world.requests.history(idOf(request?.id ?? ''));
  expect(history.map(({ type }) => type)).toEqual(['submitted', 'answered', 'delivered']);
});

test('keeps a no with its category, and tells the leader', async () => {
  const { request } = await answered({
    decision: 'declined' as const,
    horizon: 'ikke aktuelt',
    declineCategory: 'law',
  });
  expect(request).toMatchObject({ state: 'declined', answer: { declineCategory: 'law' } });
  const told = (await sample.outbox()).at(-1);
  expect(told).toMatchObject({ kind: 'answer-given', to: request?.leaderId });
});

test('takes one answer, and tells a second owner that the request has moved on', async () => {
  const { request } = await answered({});
  const again = await answered({ measure: 'Noget andet' }, request ?? undefined);
  expect(again.outcome).toMatchObject({ ok: false, refusal: 'wrong-state' });
  expect(again.request?.answer?.measure).toBe(answer.measure);
});

test.each([
  ['another unit’s owner', people.it, 'not-found'],
  ['another leader', people.otherLeader, 'not-allowed'],
  ['the leader', people.leader, 'not-allowed'],
  ['a manager above the leader', people.schoolManager, 'not-allowed'],
  ['an administrator while the unit has owners', people.admin, 'not-allowed'],
])('refuses an answer of %s', async (_who, email, refusal) => {
  const { id } = await sample.request();
  expect(await sample.does(email, 'answer-request', { ...answer, requestId: id })).toMatchObject({
    ok: false,
    refusal,
  });
});

test('lets an administrator answer for a unit without an owner', async () => {
  sample.stored.people.changeWhere(({ unit }) => unit === units.communication, { active: false });
  const request = await sample.request({ area: 'kommunikation' });
  const told = (await sample.outbox()).filter(({ kind }) => kind === 'request-arrived').slice(-2);
  expect(told.map(({ to }) => to)).toContain((await sample.person(people.admin)).id);
  expect(await sample.does(people.admin, 'answer-request', { ...answer, requestId: request.id })).toMatchObject({
    ok: true,
  });
});

test('hands the request over with its deadline, and tells the new owners', async () => {
  const { id, dueOn } = await sample.request();
  const handed = { requestId: id, unit: units.it, reason: 'Det er brugerstyringen' };
  expect(await sample.does(people.hr, 'hand-over-request', handed)).toMatchObject({ ok: true });
  expect(await sample.world.requests.byId(id)).toMatchObject({ unit: units.it, state: 'routed', dueOn });
  expect(await sample.does(people.hr, 'answer-request', { ...answer, requestId: id })).toMatchObject({
    refusal: 'not-found',
  });
  expect(await sample.does(people.it, 'answer-request', { ...answer, requestId: id })).toMatchObject({ ok: true });
});

test.each([
  ['to itself', { unit: units.hr, reason: 'x' }, { unit: 'same-unit' }],
  ['to an unknown unit', { unit: 'Koncern Økonomi og Løn', reason: 'x' }, { unit: 'not-a-choice' }],
  ['without a reason', { unit: units.it, reason: '' }, { reason: 'required' }],
])('refuses to hand a request over %s', async (_how, input, problems) => {
  const { id } = await sample.request();
  expect(await sample.does(people.hr, 'hand-over-request', { ...input, requestId: id })).toMatchObject({
    ok: false,
    problems,
  });
});

test('lets a leader withdraw a request until it is answered, and tells an owner who is at work on it', async () => {
  const { id } = await sample.request();
  await sample.does(people.hr, 'acknowledge-request', { requestId: id });
  expect(await sample.does(people.leader, 'withdraw-request', { requestId: id })).toMatchObject({ ok: true });
  expect((await sample.outbox()).at(-1)).toMatchObject({ kind: 'request-withdrawn' });
  expect(await sample.does(people.hr, 'answer-request', { ...answer, requestId: id })).toMatchObject({
    refusal: 'wrong-state',
  });
});

describe('a horizon whose words do not plainly tell its days', () => {
  test.each([
    ['1. hlavår 2027', '2027-01-01/2027-06-30'],
    ['senest 1. juni', '2026-11-24/2027-06-01'],
    ['midt i næste måned', '2026-12-11/2026-12-20'],
    ['test i januar, drift fra 1. marts 2027', '2027-03-01/2027-03-01'],
  ])('“%s” is sent only when the owner has seen how it is read', async (horizon, horizonRead) => {
    const { outcome, request } = await answered({ horizon });
    expect(outcome).toMatchObject({ ok: false, refusal: 'confirm-horizon' });
    expect(request).toMatchObject({ state: 'routed', answer: null });
    const again = await answered({ horizon, horizonRead }, request ?? undefined);
    expect(again.request).toMatchObject({ state: 'answered', answer: { horizon: { text: horizon } } });
  });

  test('is asked about again when other words have come', async () => {
    const { outcome } = await answered({ horizon: 'næste kvartal', horizonRead: '2026-12-01/2026-12-31' });
    expect(outcome).toMatchObject({ ok: false, refusal: 'confirm-horizon' });
  });

  test('is not asked about before all problems are solved', async () => {
    const { outcome } = await answered({ horizon: 'næste kvartal', measure: '' });
    expect(outcome).toMatchObject({ ok: false, refusal: 'invalid-input', problems: { measure: 'required' } });
  });

  test.each(['1. halvår 2027', 'senest 1. juni 2027', 'uge 8-9 2027', 'i dag', 'straks'])(
    'but “%s” goes straight through',
    async (horizon) => {
      const { request } = await answered({ horizon });
      expect(request).toMatchObject({ answer: { horizon: { text: horizon } } });
    },
  );
});
