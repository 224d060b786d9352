import { Admission } from '../../../bot/conversation/admission.ts';

/** Work that ends when the test says so, and the order in which it began. */
function stage(atOnce: number) {
  const admission = new Admission(atOnce);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const arrives = (organisation: string, name: string) =>
    admission.admit(organisation, async () => {
      begun.push(name);
      await new Promise<void>((end) => ends.set(name, end));
      return name;
    });
  const finish = async (name: string) => {
    ends.get(name)?.();
    await new Promise(setImmediate);
  };
  return { admission, begun, arrives, finish };
}

test('works on so many at once, and on the others in the order in which they came', async () => {
  const { begun, arrives, finish } = stage(2);
  const all = ['a', 'b', 'c', 'd'].map((name) => arrives('fjordby', name));
  expect(begun).toEqual(['a', 'b']);
  await finish('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const name of ['a', 'c', 'd']) await finish(name);
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
});

test('lets each organisation have its turn, however many of another’s wait', async () => {
  const { begun, arrives, finish } = stage(1);
  const crowd = Array.from({ length: 50 }, (_, index) => arrives('large', `large ${index}`));
  const two = ['small 1', 'small 2'].map((name) => arrives('small', name));
  await finish('large 0');
  await finish('large 1');
  await finish('small 1');
  await finish('large 2');
  expect(begun).toEqual(['large 0', 'large 1', 'small 1', 'large 2', 'small 2']);
  for (const name of ['small 2', ...crowd.map((_, index) => `large ${index}`)]) await finish(name);
  expect(await Promise.all([...crowd, ...two])).toHaveLength(52);
});

test('goes on after work that fails', async () => {
  const admission = new Admission(1);
  const fails = admission.admit('a', () => Promise.reject(new Error('no database')));
  const next = admission.admit('a', async () => 'done');
  await expect(fails).rejects.toThrow('no database');
  expect(await next).toBe('done');
});

test('never works on more than so many, and loses none of a burst of 200', async () => {
  const admission = new Admission(8);
  let [underWay, most] = [0, 0];
  const done = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      admission.admit(`organisation ${index % 3}`, async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise(setImmediate);
        underWay -= 1;
        return index;
      }),
    ),
  );
  expect(done).toEqual(Array.from({ length: 200 }, (_, index) => index));
  expect([most, underWay]).toEqual([8, 0]);
});
