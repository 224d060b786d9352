import { deliveryQueueOf } from '../../../models/delivery/delivery-queue.ts';
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
