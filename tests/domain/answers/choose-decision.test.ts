import { asks } from '../../../domain/requests/record/asks.ts';
import { decisions } from '../../../domain/vocabulary.ts';
import { openSample, people, type Sample } from '../../sample-domain.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});

const choose = async (email: string, decision: string) => {
  const { id } = await sample.request();
  return { id, outcome: await sample.claims(email, 'choose-decision', { requestId: id, decision }) };
};

test.each(decisions)('opens the second step for “%s” with periods to pick, and changes nothing', async (decision) => {
  const { id, outcome } = await choose(people.hr, decision);
  expect(outcome).toMatchObject({ ok: true, value: { decision } });
  const hasTime = asks[decision].time !== null;
  expect(outcome.ok && outcome.value.horizons.length > 3).toBe(hasTime);
  expect(await sample.world.requests.byId(id)).toMatchObject({ state: 'routed', answer: null, version: 1 });
});

test.each([
  ['', 'required'],
  ['maybe', 'not-a-choice'],
  ['constructor', 'not-a-choice'],
  ['PLANNED', 'not-a-choice'],
])('refuses the decision “%s” beside its field', async (decision, problem) => {
  const { outcome } = await choose(people.hr, decision);
  expect(outcome).toEqual({ ok: false, refusal: 'invalid-input', problems: { decision: problem } });
});

test.each([
  ['its leader', people.leader, 'not-allowed'],
  ['a manager', people.schoolManager, 'not-allowed'],
  ['an owner of another unit', people.it, 'not-found'],
])('refuses %s', async (_who, email, refusal) => {
  const { outcome } = await choose(email, 'planned');
  expect(outcome).toMatchObject({ ok: false, refusal });
});

test('refuses an answered request', async () => {
  const { id } = await sample.request();
  const answer = { measure: 'Ring til os', where: 'Koncern HR' };
  await sample.does(people.hr, 'answer-request', { ...answer, requestId: id, decision: 'guidance' });
  expect(await sample.does(people.hr, 'choose-decision', { requestId: id, decision: 'planned' })).toMatchObject({
    refusal: 'wrong-state',
  });
});
