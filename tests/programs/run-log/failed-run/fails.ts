/** A test that fails: failed-run.test.ts runs it. */
test('fails', () => {
  expect('what the program does').toBe('what the test says');
});
