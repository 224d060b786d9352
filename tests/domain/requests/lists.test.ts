import type { UnitId } from '../../../domain/ids.ts';
import { idOf } from '../../ids.ts';
import { openSample, people } from '../../sample-domain.ts';

test('an administrator who stands in for several units has the most urgent requests of all of them first', async () => {
  const sample = await openSample();
  const sent: string[] = [];
  for (let day = 1; day <= 12; day++) {
    const { id } = await sample.request();
    const unit = idOf<UnitId>(day % 2 === 0 ? 'Nedlagt' : 'Også nedlagt');
    sample.stored.requests.change(id, { unit, dueOn: `2026-12-${String(day).padStart(2, '0')}` });
    sent.push(id);
  }
  // One that is answered and promised comes after all that wait for an answer.
  const [promised = ''] = sent.splice(0, 1);
  sample.stored.requests.change(promised, { state: 'answered' });
  const inbox = await sample.does(people.admin, 'list-inbox');
  if (!inbox.ok) throw new Error(inbox.refusal);
  const listed: Array<{ request: { id: string } }> = inbox.value.requests;
  expect(listed.map(({ request }) => request.id)).toEqual(sent.slice(0, 10));
  expect(inbox.value.further).toBe(2);
});
