import { noAdministration } from '../../../domain/people/administrations.ts';
import { openSample, people } from '../../sample-domain.ts';

test('offers no administration without a name, and asks its leaders with everybody', async () => {
  const sample = await openSample();
  const { id } = await sample.person(people.leader);
  const offered = async () => {
    const opened = await sample.does(people.admin, 'open-campaign-form');
    if (!opened.ok) throw new Error(opened.refusal);
    return opened.value;
  };
  const before = await offered();
  // A leader whom an administrator lets in belongs to no administration.
  sample.stored.people.change(id, { administration: '', administrationId: noAdministration });
  const after = await offered();
  expect(after.leaders).toBe(before.leaders);
  expect(after.administrations).toHaveLength(before.administrations.length);
  expect(after.administrations.map(({ name }: { name: string }) => name)).not.toContain('');
});
