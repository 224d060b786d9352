import { awaitsAnswer, correctionOf, moveOf, moves, stateAfter } from '../../../domain/requests/transitions.ts';
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

test('declines with a no only, and owes nothing more after guidance', () => {
  const moved = Object.fromEntries(decisions.map((decision) => [decision, moveOf(decision)]));
  expect(moved).toEqual({
    planned: 'answer',
    partly: 'answer',
    alreadyUnderway: 'answer',
    trial: 'answer',
    done: 'answer',
    guidance: 'guide',
    declined: 'decline',
  });
});

test('corrects an answer to the state that the other decision leads to', () => {
  const states = ['answered', 'guided', 'declined', 'delivered'] as const;
  for (const state of states) {
    expect(stateAfter(state, correctionOf('planned'))).toBe('answered');
    expect(stateAfter(state, correctionOf('guidance'))).toBe('guided');
    expect(stateAfter(state, correctionOf('declined'))).toBe('declined');
    expect(stateAfter(state, correctionOf('done'))).toBe('delivered');
  }
  expect(stateAfter('confirmed', correctionOf('planned'))).toBeNull();
});

test('expects an answer while the request waits at a unit, and not while politicians have it', () => {
  expect(states.filter(awaitsAnswer)).toEqual(['routed', 'acknowledged', 'question', 'reopened']);
});
