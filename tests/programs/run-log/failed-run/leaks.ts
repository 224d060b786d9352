import { keepLog } from '../../../run-log/kept.ts';

/** A test that passes, and whose log holds what it must not: failed-run.test.ts runs it. */
test('passes', () => {
  keepLog(`{"msg":"Bearer ${'x'.repeat(20)}"}\n`);
  expect(1).toBe(1);
});
