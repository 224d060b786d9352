import { mostInAnySecond } from '../../bench/campaign/most.ts';

test('the most in any second is found wherever that second begins', () => {
  expect(mostInAnySecond([])).toBe(0);
  expect(mostInAnySecond([0, 999])).toBe(2);
  expect(mostInAnySecond([0, 1000])).toBe(1);
  // Two a second by the clock's own seconds, three between them.
  expect(mostInAnySecond([1400, 0, 900, 1100, 2500])).toBe(3);
});
