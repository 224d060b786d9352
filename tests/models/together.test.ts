import { together } from '../../models/together.ts';
import { transaction } from '../../models/transaction.ts';
import { openStoredSample } from '../stored-sample-domain.ts';

test('those who ask at the same moment share one question, and who asks later gets an answer of their own', async () => {
  const asked: string[] = [];
  const answers: Array<() => void> = [];
  const ask = together((key) => {
    const answer = `${key} ${asked.push(key)}`;
    return new Promise<string>((resolve) => answers.push(() => resolve(answer)));
  });
  const first = [ask('a'), ask('b'), ask('a')];
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toEqual(['a', 'b']);
  // The answer is under way, and may be older than this question.
  const later = ask('a');
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toEqual(['a', 'b', 'a']);
  for (const answer of answers) answer();
  expect(await Promise.all([...first, later])).toEqual(['a 1', 'b 2', 'a 1', 'a 3']);
});

test('a failure reaches all who asked, and the next question is asked anew', async () => {
  let fails = true;
  const ask = together(async () => {
    if (fails) throw new Error('away');
    return 'here';
  });
  const both = await Promise.allSettled([ask('a'), ask('a')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await ask('a')).toBe('here');
});

test('a transaction asks for itself', async () => {
  const sample = await openStoredSample();
  const asked: string[] = [];
  const ask = together(async (key) => void asked.push(key));
  const outside = ask('a');
  await transaction(sample.database.connection, async () => {
    await ask('a');
  });
  await outside;
  await sample.close();
  expect(asked).toEqual(['a', 'a']);
});
