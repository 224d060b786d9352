import { worldsOf } from '../../bot/worlds.ts';
import { enqueue } from '../../domain/delivery/background-task.ts';
import { roomIdOf } from '../../domain/ids.ts';
import { requestChanged } from '../../domain/requests/request-changed.ts';
import { deliverOutbox } from '../../jobs/deliver-outbox.ts';
import { idOf, units } from '../ids.ts';
import { jobsOf, type MemoryChannel, memoryChannel } from '../memory-channel.ts';
import { people } from '../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';

let sample: StoredSample;
let slack: MemoryChannel;
let room: string;
beforeEach(async () => {
  sample = await openStoredSample();
  slack = memoryChannel();
  room = (await sample.world.rooms.meet('slack', 'C-HR', { channel: 'C-HR' })).id;
  await sample.world.rooms.follow(roomIdOf(room), units.hr, idOf('somebody'));
});
afterEach(async () => {
  here?.close();
  await sample?.close();
});

let here: ReturnType<typeof worldsOf> | undefined;

/** An instance of the bot that keeps what it has read for a moment. The sample's own world is another instance. */
function instance() {
  const { organisation, database, clock } = sample;
  // Its clock stands still, so that nothing becomes too old by itself.
  const worlds = worldsOf(
    database.connection,
    database.stored,
    () => clock.now,
    () => 0,
  );
  here = worlds;
  const world = worlds.delivery(organisation);
  return { world, delivers: () => deliverOutbox.run({ ...jobsOf(sample, { slack }), world }) };
}

const deliversElsewhere = () => deliverOutbox.run(jobsOf(sample, { slack }));
const cards = () => slack.standing.filter(({ card }) => card.name === 'room-request');

test('posts no second card in a channel where another instance has just posted it', async () => {
  const { world, delivers } = instance();
  const { id: requestId } = await sample.request();
  expect(await world.postings.of(requestId)).toEqual([]);
  await deliversElsewhere();
  expect(cards()).toHaveLength(1);
  await enqueue(world, requestChanged, { requestId, room: roomIdOf(room) });
  await delivers();
  expect(cards()).toHaveLength(1);
});

test('tells of a change by another instance also when the request was read just before it', async () => {
  const { world, delivers } = instance();
  const { id: requestId, number } = await sample.request();
  await deliversElsewhere();
  expect((await world.requests.byId(requestId))?.state).toBe('routed');
  await sample.does(people.leader, 'withdraw-request', { requestId });
  await delivers();
  expect(slack.standing.map(({ card }) => card.title)).toContain(`Ønsket ${number} er trukket tilbage`);
});

test('sends no reply about a request that another instance has just withdrawn', async () => {
  const { world, delivers } = instance();
  const { id: requestId } = await sample.request();
  await sample.does(people.hr, 'answer-question', { requestId, text: 'Hvilket system er det?' });
  sample.clock.now = new Date(sample.clock.now.getTime() + 120_000);
  expect((await world.requests.byId(requestId))?.state).toBe('routed');
  await sample.does(people.leader, 'withdraw-request', { requestId });
  await delivers();
  expect(await sample.world.comments.ofRequest(requestId)).toEqual([]);
});
