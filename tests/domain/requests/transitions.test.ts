import { awaitsAnswer, moveOf, moves, stateAfter } from '../../../domain/requests/transitions.ts';
import { decisions, states } from '../../../domain/vocabulary.ts';

test('every state leads where the table says, and nowhere else', () => {
  for (const [move, { from, to }] of Object.entries(moves)) {
    for (const state of states) {
      const expected = (from as readonly string[]).includes(state) ? to : null;
      expect(stateAfter(state, move as keyof typeof moves)).toBe(expected);
    }
  }
});

test('a settled request can neither be answered again nor withdrawn', () => {
  for (const state of ['delivered', 'confirmed', 'withdrawn', 'merged', 'declined'] as const) {
    expect([stateAfter(state, 'answer'), stateAfter(state, 'withdraw')]).toEqual([null, null]);
  }
});

test('only a no declines', () => {
  expect(decisions.map((decision) => [decision, moveOf(decision)])).toEqual(
    decisions.map((decision) => [decision, decision === 'declined' ? 'decline' : 'answer']),
  );
});

test('an answer is owed while the request waits at a unit, not while politicians have it', () => {
  expect(states.filter(awaitsAnswer)).toEqual(['routed', 'acknowledged', 'question', 'reopened']);
});
