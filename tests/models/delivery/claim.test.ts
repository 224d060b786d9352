import { classes } from '../../../domain/delivery/classes.ts';
import { deliveryQueueOf, lookLimit } from '../../../models/delivery/delivery-queue.ts';
import { outboxOf } from '../../../models/delivery/outbox.ts';
import { openStoredSample, type StoredSample } from '../../stored-sample-domain.ts';

let sample: StoredSample;
beforeEach(async () => {
  sample = await openStoredSample();
});
afterEach(() => sample?.close());

/** An instance's queue; its locks end by the sample's clock. */
const queue = () =>
  deliveryQueueOf(sample.database.stored, {
    organisation: sample.organisation.id,
    now: () => sample.clock.now,
    locks: { now: async () => sample.clock.now },
  });
const look = async () => (await queue().look()).rows;
const later = (seconds: number) => {
  sample.clock.now = new Date(sample.clock.now.getTime() + seconds * 1000);
};
const putIn = async (...people: string[]) => {
  const outbox = outboxOf(sample.database.stored, sample.organisation.id, () => sample.clock.now);
  await outbox.add(people.map((to) => ({ to, message: { kind: 'x' }, notBefore: sample.clock.now, class: 'answer' })));
};

test('a row that was left in doubt since it was read is not claimed as it was read', async () => {
  await putIn('anna');
  const asRead = await look();
  expect(asRead).toHaveLength(1);
  // Another instance claims it, dies, and a third takes it over.
  expect(await queue().claim(asRead)).toHaveLength(1);
  later(61);
  await queue().recover(
    await look(),
    () => false,
    () => false,
  );
  expect(await queue().claim(asRead)).toEqual([]);
  expect(await queue().claim(await look())).toMatchObject([{ doubts: 1 }]);
});

test('a look at a long queue gives the first rows of everybody, also behind a chat with hundreds', async () => {
  await putIn(...Array<string>(lookLimit + 1).fill('anna'));
  later(1);
  await putIn('bo', 'bo');
  const { rank } = classes.answer;
  const { rows, isAll, cut } = await queue().lookAt(rank, () => false);
  const of = (name: string) => rows.filter(({ to }) => to === name).map(({ order }) => order);
  expect([of('bo').length, isAll, [...cut]]).toEqual([2, true, ['anna']]);
  expect(of('anna').length).toBeLessThan(lookLimit / 2);
  const all = await sample.database.stored.outbox.find({ to: 'anna' }).sort({ order: 1 }).lean();
  expect(of('anna')).toEqual(all.slice(0, of('anna').length).map(({ order }) => order));
});

test('rows that were tried before are claimed together with new ones', async () => {
  await putIn('anna');
  const [claimed] = await queue().claim(await look());
  if (!claimed) throw new Error('the row was not claimed');
  await queue().finish([
    { row: claimed, fate: { is: 'put-off', until: sample.clock.now, problem: 'busy', unknown: false } },
  ]);
  await putIn('bo');
  expect((await queue().claim(await look())).map(({ to }) => to).sort()).toEqual(['anna', 'bo']);
});

test('a message that leaves the queue while it is looked for is found', async () => {
  await putIn('anna');
  const { stored } = sample.database;
  const deliveredMeanwhile = async () => {
    const rows = await queue().claim(await look());
    await queue().finish(rows.map((row) => ({ row, fate: { is: 'sent', platform: 'slack' } })));
  };
  const deliveries = new Proxy(stored.deliveries, {
    get: (model, key) => {
      if (key !== 'exists') return Reflect.get(model, key);
      return async (filter: Parameters<typeof model.exists>[0]) => {
        const found = await model.exists(filter);
        await deliveredMeanwhile();
        return found;
      };
    },
  });
  const outbox = outboxOf({ ...stored, deliveries }, sample.organisation.id, () => sample.clock.now);
  expect(await outbox.has('anna', { kind: 'x' })).toBe(true);
  await deliveredMeanwhile();
  expect(await look()).toEqual([]);
  expect(await outbox.has('anna', { kind: 'x' })).toBe(true);
  expect(await outbox.has('bo', { kind: 'x' })).toBe(false);
});
