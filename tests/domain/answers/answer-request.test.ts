import { askOfTrial } from '../../../domain/answers/trial-ends.ts';
import type { Request } from '../../../domain/requests/record/request.ts';
import { isLate } from '../../../domain/requests/view-request.ts';
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
  ['a reason when a promise has no date', { horizon: 'løbende' }, { horizon: 'no-date-reason-required' }],
  ['the reason for a no', { decision: 'declined' as const }, { declineCategory: 'decline-category-required' }],
  [
    'a day that is not ahead, of what is done',
    { decision: 'done', horizon: '1. maj 2027' },
    { horizon: 'horizon-ahead' },
  ],
  [
    'a day that is not ahead, where a time has a last day alone',
    { decision: 'done', horizon: 'senest 1. juni 2027' },
    { horizon: 'horizon-ahead' },
  ],
  [
    'a time, and no reason for none, of what is done',
    { decision: 'done', horizon: 'xyzzy plugh' },
    { horizon: 'horizon-since-unknown' },
  ],
  [
    'the last day of a trial',
    { decision: 'trial', lookedAt: 'x', horizon: 'løbende' },
    { horizon: 'horizon-end-required' },
  ],
  ['a trial that lasts', { decision: 'trial', lookedAt: 'x', horizon: 'i dag' }, { horizon: 'horizon-end-required' }],
  ['what is looked at in a trial', { decision: 'trial', horizon: 'til 1. maj 2027' }, { lookedAt: 'required' }],
  ['the place of guidance', { decision: 'guidance' }, { where: 'required' }],
  [
    'a promise that does not end before today',
    { decision: 'alreadyUnderway', horizon: 'i går' },
    { horizon: 'horizon-past' },
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
  const { request } = await answered({ decision: 'declined' as const, declineCategory: 'law' });
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

test.each([
  ['alreadyUnderway', {}, { expectedImprovement: '', horizon: { text: '1. halvår 2027' } }],
  [
    'trial',
    { lookedAt: 'Om det går hurtigere' },
    { expectedImprovement: '', lookedAt: 'Om det går hurtigere', where: null },
  ],
  [
    'guidance',
    { where: 'Intranettet' },
    { horizon: { text: '', start: null, end: null }, expectedImprovement: '', where: 'Intranettet' },
  ],
  [
    'declined',
    { declineCategory: 'cost', whatItTakes: 'Flere penge' },
    {
      horizon: { text: '', start: null, end: null },
      expectedImprovement: '',
      whatItTakes: 'Flere penge',
      nowPossible: null,
    },
  ],
] as const)('keeps nothing of a form that the decision “%s” does not ask for', async (decision, given, kept) => {
  const { outcome, request } = await answered({ decision, nowPossible: 'Ring til os', ...given });
  expect(outcome).toMatchObject({ ok: true });
  expect(request?.answer).toMatchObject({ decision, ...kept });
});

test('takes a reason in the place of a date once the owner has seen that it goes out as one', async () => {
  const horizon = 'vi venter på leverandørens svar';
  const { outcome, request } = await answered({ horizon });
  expect(outcome).toMatchObject({ ok: false, refusal: 'confirm-horizon' });
  const again = await answered({ horizon, horizonRead: '/' }, request ?? undefined);
  expect(again.request?.answer).toMatchObject({ horizon: { text: '', start: null, end: null }, noDateReason: horizon });
});

test('takes a reason that says itself that there is no date without asking', async () => {
  const { request } = await answered({ horizon: 'løbende, efterhånden som fejl meldes ind' });
  expect(request?.answer).toMatchObject({ noDateReason: 'løbende, efterhånden som fejl meldes ind' });
});

test.each([
  ['1. oktober', '2026-10-01/2026-10-01'],
  ['siden september', '2026-09-01/2026-09-30'],
])('reads “%s” of what is done as past, once the owner has seen the year', async (horizon, horizonRead) => {
  const { outcome, request } = await answered({ decision: 'done', horizon });
  expect(outcome).toMatchObject({ ok: false, refusal: 'confirm-horizon' });
  const again = await answered({ decision: 'done', horizon, horizonRead }, request ?? undefined);
  const [start, end] = horizonRead.split('/');
  expect(again.request).toMatchObject({ state: 'delivered', answer: { horizon: { text: horizon, start, end } } });
});

test.each(['om to uger', 'i næste måned'])('does not take “%s” for a time that has passed', async (horizon) => {
  const { outcome } = await answered({ decision: 'done', horizon });
  expect(outcome).toMatchObject({ problems: { horizon: 'horizon-ahead' } });
});

describe('an answer that was sent', () => {
  const corrects = (changes: Record<string, string>, request: Request | null) =>
    answered({ corrects: 'true', version: String(request?.version), ...changes }, request ?? undefined);
  const told = async () => (await sample.outbox()).filter(({ kind }) => kind === 'answer-corrected').length;

  test('gets a better wording, and disturbs nobody', async () => {
    const [{ request }, before] = [await answered({}), await told()];
    const again = await corrects({ measure: 'Vikarer oprettes samme morgen' }, request);
    expect(again.request).toMatchObject({ state: 'answered', answer: { measure: 'Vikarer oprettes samme morgen' } });
    expect(await told()).toBe(before);
    const history = await sample.world.requests.history(idOf(request?.id ?? ''));
    expect(history.map(({ type }) => type)).toEqual(['submitted', 'answered', 'answerCorrected']);
  });

  test.each([
    ['another time', { horizon: '2. halvår 2027' }, 'answered'],
    ['another decision', { decision: 'declined', declineCategory: 'cost' }, 'declined'],
    ['guidance', { decision: 'guidance', where: 'Intranettet' }, 'guided'],
    ['what is done by now', { decision: 'done', horizon: 'i dag' }, 'delivered'],
  ])('becomes %s, and the leader is told', async (_what, changes, state) => {
    const [{ request }, before] = [await answered({}), await told()];
    const again = await corrects(changes, request);
    expect(again.request).toMatchObject({ state });
    expect(again.request?.deliveredAt ?? null).toEqual(state === 'delivered' ? tuesdayMorning : null);
    expect(await told()).toBe(before + 1);
  });

  test('stays as it is when nothing in it is another', async () => {
    const { request } = await answered({});
    const again = await corrects({}, request);
    expect(again.outcome).toMatchObject({ ok: true });
    expect(again.request).toEqual(request);
  });

  test('is delivered once it says that it is done, and stays so when it is worded better', async () => {
    const { request } = await answered({});
    const done = await corrects({ decision: 'done', horizon: 'i dag' }, request);
    const worded = await corrects({ decision: 'done', horizon: 'i dag', measure: 'Det er indført' }, done.request);
    expect(worded.request).toMatchObject({ state: 'delivered', answer: { measure: 'Det er indført' } });
    const history = await sample.world.requests.history(idOf(request?.id ?? ''));
    expect(history.map(({ type }) => type)).toEqual([
      'submitted',
      'answered',
      'answerCorrected',
      'delivered',
      'answerCorrected',
    ]);
  });

  test('that called it done wrongly is a promise again', async () => {
    const { request } = await answered({ decision: 'done', horizon: 'i dag' });
    const again = await corrects({ decision: 'planned' }, request);
    expect(again.request).toMatchObject({ state: 'answered', deliveredAt: null });
  });

  test('stays as it is once the promise was kept', async () => {
    const { request } = await answered({});
    await sample.does(people.hr, 'deliver-request', { requestId: request?.id ?? '' });
    const kept = await sample.world.requests.byId(idOf(request?.id ?? ''));
    expect((await corrects({ measure: 'Andet' }, kept)).outcome).toMatchObject({ refusal: 'wrong-state' });
  });

  test('is not overwritten by a form that was opened to answer, nor by an old one', async () => {
    const { request } = await answered({});
    expect((await answered({ measure: 'Andet', version: '1' }, request ?? undefined)).outcome).toMatchObject({
      refusal: 'wrong-state',
    });
    expect((await corrects({ version: '1' }, request)).outcome).toMatchObject({ refusal: 'wrong-state' });
  });
});

describe('what an owner has typed', () => {
  const keeps = (email: string, id: string, changes: Record<string, string>) =>
    sample.does(email, 'keep-answer', { requestId: id, decision: 'planned', measure: 'Vi ser på det', ...changes });
  const opens = (email: string, id: string, decision: 'planned' | 'declined' = 'planned') =>
    sample.does(email, 'choose-decision', { requestId: id, decision });

  test('stands in the form when it opens again, also with another decision, and in no colleague’s', async () => {
    const { id } = await sample.request();
    await keeps(people.hr, id, { horizon: 'noget uforståeligt' });
    const values = { measure: 'Vi ser på det', horizon: 'noget uforståeligt' };
    expect(await opens(people.hr, id)).toMatchObject({ ok: true, value: { values } });
    expect(await opens(people.hr, id, 'declined')).toMatchObject({ ok: true, value: { values } });
    const other = sample.stored.people.all().find(({ email, unit }) => unit === units.hr && email !== people.hr);
    expect(await opens(other?.email ?? '', id)).toMatchObject({ ok: true, value: { values: {} } });
  });

  test('is kept when a colleague was quicker, and no more when it was sent', async () => {
    const { request } = await answered({});
    const id = request?.id ?? '';
    const other = sample.stored.people.all().find(({ email, unit }) => unit === units.hr && email !== people.hr);
    expect(await keeps(other?.email ?? '', id, {})).toMatchObject({
      ok: true,
      value: { view: { may: { answer: false } } },
    });
    expect(await sample.does(other?.email ?? '', 'open-comment-form', { requestId: id, kept: 'true' })).toMatchObject({
      ok: true,
      value: { text: 'Vi ser på det' },
    });
    const second = await sample.request();
    await keeps(people.hr, second.id, {});
    await answered({ version: String(second.version) }, second);
    expect(await sample.does(people.hr, 'choose-decision', { requestId: second.id, corrects: 'true' })).toMatchObject({
      ok: true,
      value: { decision: 'planned', values: { measure: answer.measure } },
    });
  });

  test('with a CPR number is not stored', async () => {
    const { id } = await sample.request();
    const before = sample.stored.answerDrafts.count();
    expect(await keeps(people.hr, id, { nowPossible: 'Spørg 070761-4285' })).toMatchObject({
      ok: false,
      problems: { nowPossible: 'contains-cpr' },
    });
    expect(sample.stored.answerDrafts.count()).toBe(before);
  });

  test.each([
    ['its leader', people.leader, 'not-allowed'],
    ['an owner of another unit', people.it, 'not-found'],
  ])('is not taken from %s', async (_who, email, refusal) => {
    const { id } = await sample.request();
    expect(await keeps(email, id, {})).toMatchObject({ ok: false, refusal });
  });
});

describe('a trial', () => {
  const trial = { decision: 'trial', lookedAt: 'Om lønnen kommer til tiden', horizon: 'til 30. juni 2027' };
  const asked = async () => (await sample.outbox()).filter(({ kind }) => kind === 'trial-ended').length;
  const due = async (id: string) =>
    (await sample.outbox()).filter(({ kind, to }) => kind === 'trial-ends' && to === `trial:${id}`);

  test('is asked about in the morning of its last day, or of the next working day', async () => {
    const { request } = await answered(trial);
    expect(await due(request?.id ?? '')).toMatchObject([{ notBefore: new Date('2027-06-30T08:00:00+02:00') }]);
    // 1 May 2027 is a Saturday.
    const second = await answered({ ...trial, horizon: 'til 1. maj 2027' });
    expect(await due(second.request?.id ?? '')).toMatchObject([{ notBefore: new Date('2027-05-03T08:00:00+02:00') }]);
  });

  test('is asked about only when it still ends on that day', async () => {
    const [{ request }, before] = [await answered(trial), await asked()];
    const id = idOf<Request['id']>(request?.id ?? '');
    const ask = (until: string) => sample.world.transaction(() => askOfTrial(sample.world, id, until));
    await ask('2027-06-29');
    expect(await asked()).toBe(before);
    await ask('2027-06-30');
    expect(await asked()).toBeGreaterThan(before);
    const told = await asked();
    await answered({ decision: 'planned', corrects: 'true', version: String(request?.version) }, request ?? undefined);
    await ask('2027-06-30');
    expect(await asked()).toBe(told);
  });
});

test('a promise is late when its last day has passed, and a trial, a no and what is kept never are', async () => {
  const { request } = await answered({});
  const after = new Date('2027-07-01T08:00:00+02:00');
  if (!request) throw new Error('the request is gone');
  expect([isLate(request, new Date('2027-06-30T23:00:00+02:00')), isLate(request, after)]).toEqual([false, true]);
  expect(isLate({ ...request, state: 'delivered' }, after)).toBe(false);
  const trial = await answered({ decision: 'trial', lookedAt: 'x', horizon: 'til 1. maj 2027' });
  expect(trial.request && isLate(trial.request, after)).toBe(false);
});
