import { deliverOutbox } from '../../jobs/deliver-outbox.ts';
import { DeliveryProblem } from '../../jobs/job.ts';
import { jobsOf, type MemoryChannel, memoryChannel } from '../memory-channel.ts';
import { people } from '../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';

let sample: StoredSample;
let slack: MemoryChannel;
beforeEach(async () => {
  sample = await openStoredSample();
  slack = memoryChannel();
});
afterEach(() => sample?.close());

const deliver = (random = 0.5) => deliverOutbox.run({ ...jobsOf(sample, { slack }), random: () => random });
const rows = () => sample.database.stored.outbox.find().sort({ order: 1 }).lean();

test.each([
  ['of a kind that this version does not know', { kind: 'initiative-started', initiativeId: 'i1' }],
  ['named like what every object has', { kind: 'constructor' }],
  ['without a kind', {}],
  ['that lacks what its kind needs', { kind: 'request-arrived' }],
  ['to a channel that lacks what its kind needs', { kind: 'room-card', request: 'r1' }],
  ['for a background task that lacks what its kind needs', { kind: 'fetch-file', fileId: 7 }],
])('parks a row %s, and goes on with those behind it', async (_what, stored) => {
  const owner = await sample.person(people.hr);
  const message = stored as { kind: string };
  await sample.world.outbox.add([{ to: owner.id, message, notBefore: sample.clock.now }]);
  const { number } = await sample.request();
  await deliver();
  expect((await rows())[0]).toMatchObject({ message: stored, state: 'parked', problem: 'unknown-message' });
  const toOwner = slack.standing.filter(({ conversation }) => conversation === people.hr);
  expect(toOwner.map(({ card }) => card.title)).toEqual([`Nyt ønske: ${number}`]);
});

test('delivers a welcome of an earlier version to the person who was let in', async () => {
  const { id } = await sample.person(people.leader);
  await sample.world.outbox.add([{ to: id, message: { kind: 'let-in' }, notBefore: sample.clock.now }]);
  await deliver();
  expect(slack.standing).toMatchObject([{ conversation: people.leader, card: { name: 'help' } }]);
});

test('tries again after half of the wait and a share of the rest when the platform names no time', async () => {
  await sample.request();
  slack.failure = () => new DeliveryProblem('later', 'internal_error');
  const start = sample.clock.now.getTime();
  const waits = async () => [
    ...new Set((await rows()).filter(({ state }) => state === 'waiting').map((row) => row.notBefore.getTime() - start)),
  ];
  await deliver(0);
  expect(await waits()).toEqual([2500]);
  sample.clock.now = new Date(start + 2500);
  await deliver(0.5);
  expect(await waits()).toEqual([2500 + 7500]);
});
