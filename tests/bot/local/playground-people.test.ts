import { everybodyOf } from '../../../bot/local/playground-people.ts';
import { openSample, people } from '../../sample-domain.ts';

test('somebody who was removed is still there to be tried, and moves nobody to another platform', async () => {
  const sample = await openSample();
  const { organisation } = sample.world;
  const known = await sample.world.people.known();
  const before = everybodyOf(organisation, known);
  const gone = known.map((person) => (person.email === people.leader ? { ...person, active: false } : person));
  expect(before.filter(({ isStranger }) => isStranger)).toEqual([]);
  expect(everybodyOf(organisation, gone)).toEqual(
    before.map((one) => (one.email === people.leader ? { ...one, isStranger: true } : one)),
  );
});
