import fc from 'fast-check';
import type { RequestId } from '../../../domain/ids.ts';
import { requestArrived } from '../../../domain/requests/messages/request-arrived.ts';
import { requestRestored, requestWithdrawn } from '../../../domain/requests/messages/request-withdrawn.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

const messages = [requestArrived, requestRestored, requestWithdrawn];
const hour = 3_600_000;

/** What an owner has been told last: that the request is there, that it is gone, or nothing yet. */
type Told = 'there' | 'gone' | null;

/** Delivers all that waits for one owner, each message as it is when it goes out. */
async function delivers(sample: MemorySample, requestId: RequestId, before: Told): Promise<Told> {
  const owner = await sample.person(people.hr);
  let told = before;
  for (const row of sample.stored.outbox.all()) {
    const message = messages.find(({ kind }) => kind === row.message.kind);
    if (message && row.to === owner.id) {
      const content = await message.content(sample.world, owner, { requestId });
      if (content) told = message === requestWithdrawn ? 'gone' : 'there';
    }
    sample.stored.outbox.remove(row.id);
  }
  return told;
}

const steps = ['acknowledge', 'withdraw', 'undo', 'deliver', 'hours'] as const;

test('a withdrawal that is undone in time gives back the state before, in any order of steps and deliveries', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 14 }), async (played) => {
      const sample = await openSample();
      const { id: requestId } = await sample.request();
      let told: Told = null;
      let state: string = 'routed';
      let before = state;
      let withdrawnAt = 0;
      let length = 1;
      for (const step of played) {
        if (step === 'hours') sample.clock.now = new Date(sample.clock.now.getTime() + 13 * hour);
        if (step === 'deliver') told = await delivers(sample, requestId, told);
        if (step === 'acknowledge') {
          const { ok } = await sample.does(people.hr, 'acknowledge-request', { requestId });
          expect(ok).toBe(state === 'routed');
          if (ok) state = 'acknowledged';
          length += Number(ok);
        }
        if (step === 'withdraw') {
          const { ok } = await sample.does(people.leader, 'withdraw-request', { requestId });
          expect(ok).toBe(state !== 'withdrawn');
          if (ok) [before, state, withdrawnAt] = [state, 'withdrawn', sample.clock.now.getTime()];
          length += Number(ok);
        }
        if (step === 'undo') {
          const isInTime = state === 'withdrawn' && sample.clock.now.getTime() < withdrawnAt + 24 * hour;
          const { ok } = await sample.does(people.leader, 'undo-withdrawal', { requestId });
          expect(ok).toBe(isInTime);
          if (ok) state = before;
          length += Number(ok);
        }
        expect(await sample.world.requests.byId(requestId)).toMatchObject({ state });
        // Nothing of the history is taken back.
        expect(await sample.world.requests.history(requestId)).toHaveLength(length);
      }
      told = await delivers(sample, requestId, told);
      const isGone = state === 'withdrawn';
      // An owner who never heard of a request need not hear that it is gone.
      expect(isGone ? ['gone', null] : ['there']).toContain(told);
    }),
    { numRuns: 60 },
  );
});

test('nobody but its leader takes a withdrawal back, and no old card does', async () => {
  const sample = await openSample();
  const { id: requestId } = await sample.request();
  await sample.does(people.leader, 'withdraw-request', { requestId });
  expect(await sample.does(people.otherLeader, 'undo-withdrawal', { requestId })).toMatchObject({
    refusal: 'not-found',
  });
  const old = await sample.does(people.leader, 'undo-withdrawal', { requestId, version: '1' });
  expect(old).toMatchObject({ refusal: 'wrong-state' });
  expect(await sample.does(people.leader, 'undo-withdrawal', { requestId, version: '2' })).toMatchObject({ ok: true });
});
