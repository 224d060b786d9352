import fc from 'fast-check';
import { requestCard } from '../../../cards/requests/request.ts';
import { unitName } from '../../../domain/people/organisation.ts';
import { viewForUnit } from '../../../domain/requests/view-request.ts';
import { deliverOutbox } from '../../../jobs/deliver-outbox.ts';
import { DeliveryProblem } from '../../../jobs/job.ts';
import { roomTexts } from '../../../locales/channels/room.ts';
import { idOf, units } from '../../ids.ts';
import { jobsOf, type MemoryChannel, memoryChannel } from '../../memory-channel.ts';
import { people, tuesdayMorning } from '../../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../../stored-sample-domain.ts';

let sample: StoredSample;
let slack: MemoryChannel;
beforeAll(async () => {
  sample = await openStoredSample();
});
afterAll(() => sample?.close());

const rooms = { [units.hr]: 'C-HR', [units.it]: 'C-IT' };
const owners: Record<string, string> = { [units.hr]: people.hr, [units.it]: people.it };
const answer = { decision: 'planned' as const, measure: 'Samme dag', expectedImprovement: 'Vagtplan', horizon: '2027' };

/** The events between two deliveries; one that is not allowed at that moment changes nothing. */
const steps: Record<string, (id: string, unit: string) => Promise<unknown>> = {
  acknowledge: (id, unit) => sample.does(owners[unit] ?? '', 'acknowledge-request', { requestId: id }),
  answer: (id, unit) => sample.does(owners[unit] ?? '', 'answer-request', { ...answer, requestId: id }),
  deliverPromise: (id, unit) => sample.does(owners[unit] ?? '', 'deliver-request', { requestId: id }),
  handOver: (id, unit) =>
    sample.does(owners[unit] ?? '', 'hand-over-request', {
      requestId: id,
      unit: unit === units.hr ? units.it : units.hr,
      reason: 'Det er jeres',
    }),
  ownerWrites: (id, unit) =>
    sample.does(owners[unit] ?? '', 'comment-on-request', { requestId: id, text: 'Vi ser på det' }),
  leaderWrites: (id) => sample.does(people.leader, 'comment-on-request', { requestId: id, text: 'Det haster' }),
  withdraw: (id) => sample.does(people.leader, 'withdraw-request', { requestId: id }),
  delivery: () => deliver(),
  twoDeliveriesAtOnce: () => Promise.all([deliver(), deliver()]),
  platformInTrouble: async () => {
    slack.failure = () => new DeliveryProblem('later', 'ratelimited', 1);
    await deliver();
    slack.failure = null;
    sample.clock.now = new Date(sample.clock.now.getTime() + 2000);
  },
  cardDeleted: async () => {
    const [first, ...rest] = slack.standing;
    if (first) seen.delete(`${first.conversation} ${first.card.about}`);
    slack.standing = rest;
  },
};

/** The cards that were posted to a channel and that nobody has deleted. */
let seen: Set<string>;

async function deliver(): Promise<void> {
  await deliverOutbox.run(jobsOf(sample, { slack }));
  for (const { conversation, thread, card } of slack.standing)
    if (thread === null) seen.add(`${conversation} ${card.about}`);
}

test('leaves one present card for each request in a channel, whatever happens in whichever order', async () => {
  for (const [unit, channel] of Object.entries(rooms)) {
    const { id } = await sample.world.rooms.meet('slack', channel, { channel });
    await sample.world.rooms.follow(id, idOf(unit), idOf('somebody'));
  }
  const plan = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(1)), { minLength: 3, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(plan, async (taken) => {
      slack = memoryChannel();
      seen = new Set();
      sample.clock.now = tuesdayMorning;
      await sample.database.stored.outbox.deleteMany({});
      const requests = [await sample.request(), await sample.request()];
      for (const [step, which] of taken) {
        const current = await sample.world.requests.byId(idOf(requests[which]?.id ?? ''));
        if (current) await steps[step]?.(current.id, current.unit);
      }
      await deliver();
      await expectOneCardEach(requests.map(({ id }) => id));
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 240_000);

async function expectOneCardEach(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const request = await sample.world.requests.byId(idOf(id));
    if (!request) throw new Error('the request is gone');
    const fresh = requestCard(await viewForUnit(sample.world, request), 'da');
    for (const [unit, channel] of Object.entries(rooms)) {
      const cards = slack.standing
        .filter((one) => one.conversation === channel && one.thread === null && one.card.about === id)
        .map(({ card }) => ({ title: card.title, blocks: card.blocks, actions: card.actions }));
      expect([channel, id, cards.length]).toEqual([channel, id, seen.has(`${channel} ${id}`) ? 1 : 0]);
      const moved = {
        title: roomTexts.da.moved(request.number, unitName(sample.world.organisation, request.unit)),
        blocks: [],
        actions: [],
      };
      const { title, blocks, actions } = fresh;
      for (const card of cards) expect(card).toEqual(unit === request.unit ? { title, blocks, actions } : moved);
    }
  }
}
