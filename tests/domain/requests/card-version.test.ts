import { z } from 'zod';
import { useCases } from '../../../domain/index.ts';
import { units } from '../../ids.ts';
import { openSample, people, type Sample } from '../../sample-domain.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});

const stale = { ok: false, refusal: 'wrong-state', problems: {} };
const answer = { decision: 'planned' as const, measure: 'Samme dag', expectedImprovement: 'Vagtplan', horizon: '2027' };

/** A request that was handed over and back, so that the first card of its owners is two versions old. */
async function movedOn() {
  const { id, version } = await sample.request();
  await sample.does(people.hr, 'hand-over-request', { requestId: id, unit: units.it, reason: 'It' });
  await sample.does(people.it, 'hand-over-request', { requestId: id, unit: units.hr, reason: 'Tilbage' });
  return { requestId: id, old: String(version), now: String(version + 2) };
}

const presses = [
  ['acknowledge-request', people.hr, {}],
  ['open-answer-form', people.hr, {}],
  ['open-hand-over-form', people.hr, {}],
  ['choose-decision', people.hr, { decision: 'planned' }],
  ['answer-request', people.hr, answer],
  ['hand-over-request', people.hr, { unit: units.it, reason: 'It' }],
  ['withdraw-request', people.leader, {}],
  ['open-withdrawal', people.leader, {}],
  ['correct-request', people.leader, { text: 'Andre ord' }],
  ['open-correct-form', people.leader, {}],
] as const;

test.each(presses)(
  'changes nothing by %s of an old card, and carries it out from a fresh one',
  async (action, email, input) => {
    const { requestId, old, now } = await movedOn();
    const before = await sample.world.requests.byId(requestId);
    expect(await sample.does(email, action, { ...input, requestId, version: old })).toEqual(stale);
    expect(await sample.world.requests.byId(requestId)).toEqual(before);
    expect(await sample.does(email, action, { ...input, requestId, version: now })).toMatchObject({ ok: true });
  },
);

test('is tried for every action that takes the version of its card', () => {
  const takes = Object.values(useCases).filter(({ input }) => input instanceof z.ZodObject && 'version' in input.shape);
  const tried = new Set<string>([
    ...presses.map(([action]) => action),
    'deliver-request',
    'undo-withdrawal',
    // Keeps what was typed on a card of any age.
    'keep-answer',
  ]);
  expect(takes.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  expect(takes.length).toBeGreaterThanOrEqual(tried.size - 3);
});

test('tells no more than that the card is stale when the promise was kept already', async () => {
  const { id } = await sample.request();
  await sample.does(people.hr, 'answer-request', { ...answer, requestId: id });
  expect(await sample.does(people.hr, 'deliver-request', { requestId: id, version: '1' })).toEqual(stale);
  expect(await sample.does(people.hr, 'deliver-request', { requestId: id, version: '2' })).toMatchObject({ ok: true });
});

test.each(['', '-1', '1e3', '１', '0x2', '99999999999999999999', 'NaN', '1 OR 1=1'])(
  'refuses the version “%s”',
  async (version) => {
    const { requestId } = await movedOn();
    const before = await sample.world.requests.byId(requestId);
    expect(await sample.does(people.hr, 'acknowledge-request', { requestId, version })).toMatchObject({ ok: false });
    expect(await sample.world.requests.byId(requestId)).toEqual(before);
  },
);

test('does not reveal a request to a stranger with an old version', async () => {
  const { requestId, old } = await movedOn();
  expect(await sample.does(people.it, 'acknowledge-request', { requestId, version: old })).toMatchObject({
    refusal: 'not-found',
  });
});
