import { withoutChat } from '../../domain/context.ts';
import { useCases } from '../../domain/index.ts';
import { perform } from '../../domain/perform.ts';
import { type MemorySample, openSample, people } from '../sample-domain.ts';

let sample: MemorySample;
beforeAll(async () => {
  sample = await openSample();
});

const wish = { text: 'Vi godkender den samme faktura to steder', area: 'oekonomi' as const };

test('changes nothing on the second arrival of an action, and gives the same value', async () => {
  const first = await sample.does(people.leader, 'submit-request', wish, 'nonce-1');
  const second = await sample.does(people.leader, 'submit-request', wish, 'nonce-1');
  expect(second).toEqual(first);
  expect(sample.stored.requests.count()).toBe(1);
});

test('performs two different actions of one card', async () => {
  await sample.does(people.leader, 'set-prompts', { prompts: 'snooze' }, 'nonce-5');
  await sample.does(people.leader, 'set-prompts', { prompts: 'stop' }, 'nonce-5');
  expect(await sample.person(people.leader)).toMatchObject({ promptsStopped: true });
});

test('does what an old button says when it is pressed after the opposite was chosen', async () => {
  await sample.does(people.leader, 'set-prompts', { prompts: 'stop' }, 'nonce-6');
  await sample.does(people.leader, 'set-prompts', { prompts: 'resume' });
  await sample.does(people.leader, 'set-prompts', { prompts: 'stop' }, 'nonce-6');
  expect(await sample.person(people.leader)).toMatchObject({ promptsStopped: true });
});

test('performs the action of another person with a copy of the card', async () => {
  const mine = await sample.does(people.leader, 'submit-request', wish, 'nonce-3');
  const theirs = await sample.does(people.otherLeader, 'submit-request', wish, 'nonce-3');
  expect([mine.ok, theirs.ok]).toEqual([true, true]);
  expect(theirs).not.toEqual(mine);
});

test('keeps no receipt of a refused form, so that the corrected one can be sent', async () => {
  const refused = await sample.does(people.leader, 'submit-request', { ...wish, text: '' }, 'nonce-4');
  const mended = await sample.does(people.leader, 'submit-request', wish, 'nonce-4');
  expect([refused.ok, mended.ok]).toEqual([false, true]);
});

test('refuses everything to a person who has left the organisation', async () => {
  const leader = { ...(await sample.person(people.leader)), active: false };
  const asked = { useCase: useCases.help, input: {}, context: withoutChat, idempotencyKey: null };
  expect(await perform({ world: sample.world, actor: leader, ...asked })).toMatchObject({
    ok: false,
    refusal: 'not-allowed',
  });
});
