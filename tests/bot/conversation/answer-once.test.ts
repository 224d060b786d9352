import { Arrivals } from '../../../bot/conversation/answer-once.ts';

/** Work whose end the test decides. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const work = jest.fn(() => promise);
  return { work, resolve, reject };
}

test('a repeat does nothing, while the first is under way and afterwards', async () => {
  const arrivals = new Arrivals();
  const { work, resolve } = held();
  const both = Promise.all([arrivals.once('a', work), arrivals.once('a', work)]);
  resolve();
  await both;
  await arrivals.once('a', work);
  expect(work).toHaveBeenCalledTimes(1);
});

test('a repeat of what fails meanwhile fails as well, so that it comes a third time', async () => {
  const arrivals = new Arrivals();
  const { work, reject } = held();
  const [first, repeat] = [arrivals.once('a', work), arrivals.once('a', work)];
  reject(new Error('no database'));
  await expect(first).rejects.toThrow('no database');
  await expect(repeat).rejects.toThrow('no database');
  const third = jest.fn(async () => undefined);
  await arrivals.once('a', third);
  expect(third).toHaveBeenCalledTimes(1);
});
