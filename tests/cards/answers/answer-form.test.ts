import { answerForm } from '../../../cards/answers/answer-form.ts';
import { answerCard } from '../../../cards/requests/request.ts';
import type { Decision } from '../../../domain/vocabulary.ts';
import { answer, request, view } from '../../../scripts/cards/sample-domain.ts';
import { readSaid } from '../../../scripts/cards/sample-words.ts';

const said = readSaid().shortest;
const noneFilled = { values: {}, problems: {} };

const labelsOf = (decision: Decision) =>
  answerForm(
    {
      view: view({ said, request: request(said), relation: 'owner' }),
      decision,
      horizons: [],
      corrects: false,
      more: true,
      values: {},
    },
    noneFilled,
    'da',
  )
    .fields.filter(({ id }) => id === 'nowPossible' || id === 'whatItTakes')
    .map(({ label }) => label);

const seenBy = (decision: Decision) => {
  const given = { ...answer(said, decision), whatItTakes: 'Et nyt system' };
  const seen = view({ said, request: request(said, { state: 'answered', answer: given }), relation: 'leader' });
  return JSON.stringify(answerCard(seen, given, 'da'));
};

test.each(['alreadyUnderway', 'trial', 'done', 'guidance'] as const)(
  'asks for nothing more with the decision “%s”',
  (decision) => {
    expect(labelsOf(decision)).toEqual([]);
  },
);

test.each([
  ['planned', ['Hvad kan gøres allerede nu?', 'Hvad skal der til for at gøre mere?'], 'At gøre mere kræver'],
  ['partly', ['Hvad kan gøres allerede nu?', 'Hvad skal der til for resten?'], 'Resten kræver'],
  ['declined', ['Hvad ville ændre det?'], 'Det ville kræve'],
] as const)(
  'asks what more takes with “%s”, and the leader’s card has room for the answer',
  (decision, asked, told) => {
    expect(labelsOf(decision)).toEqual(asked);
    expect(seenBy(decision)).toContain(told);
  },
);
