import type mongoose from 'mongoose';
import { worldsOf } from '../../bot/worlds.ts';
import { dispatcherOf } from '../../jobs/dispatch.ts';
import { jobsOf, type MemoryChannel, memoryChannel } from '../memory-channel.ts';
import { outboxStates } from '../outbox-rows.ts';
import { people } from '../sample-domain.ts';
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

test('after a message its chat rests on all instances, and the next one goes out when it has rested', async () => {
  await sample.request();
  await sample.request();
  const rests: Array<() => void> = [];
  memory.restAfter = () => 60_000;
  const context = jobsOf(sample, { slack: memory });
  const after: typeof context.after = (ms, call) => {
    if (ms < 60_000) return context.after(ms, call);
    rests.push(call);
    return () => undefined;
  };
  const [first, second] = [dispatcherOf(() => ({ ...context, after })), dispatcherOf(() => ({ ...context, after }))];
  const cards = (await outboxStates(sample.database.stored)).filter(({ kind }) => kind === 'request-arrived');
  const owners = new Set(cards.map(({ to }) => to)).size;
  expect(cards).toHaveLength(2 * owners);
  const run = first.run();
  await until(() => rests.length === owners);
  await second.run();
  expect(memory.posts).toBe(owners);
  for (const end of rests.splice(0)) end();
  await until(() => rests.length === owners);
  expect(memory.posts).toBe(2 * owners);
  for (const end of rests) end();
  await run;
  expect(await sample.database.stored.outbox.countDocuments()).toBe(0);
});

test('the prompts of a campaign that are delivered together read it together, and ask together for what version 0.1 has left', async () => {
  await sample.does(people.admin, 'start-campaign', { question: 'Hvad står i vejen?' });
  const prompts = await sample.database.stored.outbox.countDocuments({ 'message.kind': 'campaign-prompt' });
  const read: string[] = [];
  const { connection, stored } = sample.database;
  connection.getClient().on('commandStarted', ({ commandName, command }: mongoose.mongo.CommandStartedEvent) => {
    if (commandName === 'find') read.push(`${command.find} ${command.filter.state ?? ''}`);
  });
  // As in a running bot, people are in memory.
  const worlds = worldsOf(connection, stored, () => sample.clock.now);
  const context = { ...jobsOf(sample, { slack: memory }), world: worlds.delivery(sample.organisation) };
  await dispatcherOf(() => context).run(true);
  worlds.close();
  const reads = (what: string) => read.filter((one) => one === what).length;
  expect(prompts).toBeGreaterThan(24);
  expect(reads('deliveries ')).toBeGreaterThanOrEqual(prompts);
  expect(reads('campaigns ')).toBeLessThan(prompts / 2);
  expect(reads('outbox sent')).toBeLessThan(prompts / 2);
});

async function until(holds: () => boolean): Promise<void> {
  do await new Promise((resolve) => void setImmediate(resolve));
  while (!holds());
}
