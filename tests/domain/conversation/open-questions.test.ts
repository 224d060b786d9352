import { openQuestions } from '../../../domain/conversation/open-questions.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

const comment = (email: string, requestId: string, text = 'Hvor mange er det?') =>
  sample.does(email, 'comment-on-request', { requestId, text });
const waiting = async (email: string) =>
  (await openQuestions(sample.world, await sample.person(email))).map(({ request, side }) => [request.id, side]);

test('a request waits for the side that has not spoken last', async () => {
  const { id } = await sample.request();
  expect([await waiting(people.leader), await waiting(people.hr)]).toEqual([[], []]);
  await comment(people.hr, id);
  expect([await waiting(people.leader), await waiting(people.hr)]).toEqual([[[id, 'leader']], []]);
  sample.clock.now = new Date(sample.clock.now.getTime() + 1000);
  await comment(people.leader, id, 'Omkring ti');
  expect([await waiting(people.leader), await waiting(people.hr)]).toEqual([[], [[id, 'unit']]]);
});

test('each of several requests waits, and one that was withdrawn does not', async () => {
  const [first, second, withdrawn] = [await sample.request(), await sample.request(), await sample.request()];
  for (const { id } of [first, second, withdrawn]) await comment(people.hr, id);
  await sample.does(people.leader, 'withdraw-request', { requestId: withdrawn.id });
  expect((await waiting(people.leader)).map(([id]) => id).sort()).toEqual([first.id, second.id].sort());
});

test('nothing waits for those who only read along', async () => {
  const { id } = await sample.request();
  await comment(people.hr, id);
  expect(await waiting(people.schoolManager)).toEqual([]);
  expect(await waiting(people.otherLeader)).toEqual([]);
});
