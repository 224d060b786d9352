import { AnswerOnce } from '../../../bot/conversation/answer-once.ts';

/** Work whose end the test decides. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const work = jest.fn(() => promise);
  return { work, resolve, reject };
}

test('a repeat does nothing, while the first is under way and afterwards', async () => {
  const answerOnce = new AnswerOnce();
  const { work, resolve } = held();
  const both = Promise.all([answerOnce.once('a', work), answerOnce.once('a', work)]);
  resolve();
  await both;
  await answerOnce.once('a', work);
  expect(work).toHaveBeenCalledTimes(1);
});

test('a repeat of what fails meanwhile fails as well, so that it comes a third time', async () => {
  const answerOnce = new AnswerOnce();
  const { work, reject } = held();
  const [first, repeat] = [answerOnce.once('a', work), answerOnce.once('a', work)];
  reject(new Error('no database'));
  await expect(first).rejects.toThrow('no database');
  await expect(repeat).rejects.toThrow('no database');
  const third = jest.fn(async () => undefined);
  await answerOnce.once('a', third);
  expect(third).toHaveBeenCalledTimes(1);
});
