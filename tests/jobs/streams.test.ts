import { dispatcherOf } from '../../jobs/dispatch.ts';
import { lookLimit } from '../../models/delivery/delivery-queue.ts';
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

const prompts = (count: number, series = 'c') =>
  Array.from({ length: count }, (_, index) => ({
    to: `${series}-${index}`,
    message: { kind: 'campaign-prompt', campaignId: series },
    notBefore: sample.clock.now,
    class: 'nudge' as const,
  }));

test('owner cards and answers never stand behind the prompts of a campaign', async () => {
  await sample.does(people.admin, 'start-campaign', { question: 'Hvad er unødigt besværligt?' });
  await sample.world.outbox.add(prompts(lookLimit));
  const release: Array<() => void> = [];
  slack.holds = (card) =>
    card.name === 'campaign-prompt' ? new Promise<void>((resolve) => release.push(resolve)) : Promise.resolve();
  const dispatcher = dispatcherOf(() => jobsOf(sample, { slack }));
  const running = dispatcher.run();
  const { number } = await sample.request();
  const again = dispatcher.run();
  await until(() => slack.standing.filter(({ card }) => card.title === `Nyt ønske: ${number}`).length === 3);
  expect(release.length).toBeGreaterThan(0);
  expect(slack.standing.filter(({ card }) => card.name === 'campaign-prompt')).toEqual([]);
  dispatcher.stop();
  slack.holds = null;
  for (const go of release) go();
  await Promise.all([running, again]);
}, 60_000);

/** Waits for what the dispatcher does meanwhile, a turn of the event loop at a time; fails after 45 seconds. */
async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 45_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error('it did not come to that');
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }
}
