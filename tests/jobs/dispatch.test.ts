import { dispatcherOf } from '../../jobs/dispatch.ts';
import { jobsOf, type MemoryChannel, memoryChannel } from '../memory-channel.ts';
import { outboxStates } from '../outbox-rows.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';

let sample: StoredSample;
let memory: MemoryChannel;
beforeEach(async () => {
  sample = await openStoredSample();
  memory = memoryChannel();
});
afterEach(() => sample?.close());

test('ends what is under way when the database fails and another look is asked for after that', async () => {
  await sample.request();
  const context = jobsOf(sample, { slack: memory });
  let looks = 0;
  const look = async () => {
    looks++;
    if (looks === 1) return context.queue.look();
    queueMicrotask(() => runs.push(dispatcher.run()));
    throw new Error('the database is away');
  };
  const dispatcher = dispatcherOf(() => ({ ...context, queue: { ...context.queue, look } }));
  const runs: Promise<void>[] = [];
  memory.failure = () => {
    runs.push(dispatcher.run());
    return undefined;
  };
  await expect(dispatcher.run()).rejects.toThrow('the database is away');
  await Promise.allSettled(runs);
  expect(looks).toBeGreaterThan(1);
  expect(memory.posts).toBeGreaterThan(0);
  const states = (await outboxStates(sample.database.stored)).map(({ state }) => state);
  expect(states.filter((state) => state === 'sent')).toHaveLength(memory.posts);
});
