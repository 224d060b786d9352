import type { HistoryEvent } from '../../../domain/requests/record/history.ts';
import { viewById } from '../../../domain/requests/view-request.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

test('shows no step of a type that only the next version knows, which might name an anonymous leader', async () => {
  const { id, leaderId, version } = await sample.request({ anonymous: 'true' });
  const leader = await sample.person(people.leader);
  const later = { id: 'later', requestId: id, step: version + 1, at: sample.world.now(), by: leaderId };
  // No type of this version says it: the row was written by the next one.
  await sample.world.requests.addEvent({ ...later, type: 'markedUrgent' } as unknown as HistoryEvent);

  const view = await viewById(sample.world, await sample.person(people.hr), id);
  expect(view?.history.map(({ event }) => event.type)).toEqual(['submitted']);
  expect(JSON.stringify(view)).not.toContain(leader.name);
});
