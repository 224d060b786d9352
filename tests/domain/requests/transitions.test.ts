import { awaitsAnswer, moveOf, moves, stateAfter } from '../../../domain/requests/transitions.ts';
import { decisions, states } from '../../../domain/vocabulary.ts';

test('leads from every state to those of the table, and nowhere else', () => {
  for (const [move, { from, to }] of Object.entries(moves)) {
    for (const state of states) {
      const expected = (from as readonly string[]).includes(state) ? to : null;
      expect(stateAfter(state, move as keyof typeof moves)).toBe(expected);
    }
  }
});

test('refuses to answer or withdraw a settled request', () => {
  for (const state of ['delivered', 'confirmed', 'withdrawn', 'merged', 'declined'] as const) {
    expect([stateAfter(state, 'answer'), stateAfter(state, 'withdraw')]).toEqual([null, null]);
  }
});

test('declines with a no only', () => {
  expect(decisions.map((decision) => [decision, moveOf(decision)])).toEqual(
    decisions.map((decision) => [decision, decision === 'declined' ? 'decline' : 'answer']),
  );
});

test('expects an answer while the request waits at a unit, and not while politicians have it', () => {
  expect(states.filter(awaitsAnswer)).toEqual(['routed', 'acknowledged', 'question', 'reopened']);
});
