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

describe('a chat with more waiting cards than a look holds', () => {
  const hoarder = 'T0HOARDER';
  const waiting = async (to: string) => (await sample.database.stored.outbox.find({ to }).lean()).length;
  /** Many cards for somebody, and then one for somebody else. */
  const piled = async (count: number) => {
    const card = (to: string, at: number) => ({
      to,
      message: { kind: 'home', personId: `${to}-${at}` },
      notBefore: sample.clock.now,
    });
    await sample.world.outbox.add(Array.from({ length: count }, (_, at) => card(hoarder, at)));
    sample.clock.now = new Date(sample.clock.now.getTime() + 1);
    await sample.world.outbox.add([card('other', 0)]);
  };

  test('hides nobody else’s while its first one waits for another try', async () => {
    await piled(lookLimit + 50);
    const { outbox } = sample.database.stored;
    const first = await outbox.findOne({ to: hoarder }).sort({ order: 1 }).orFail().lean();
    await outbox.updateOne(
      { _id: first._id },
      { attempts: 1, notBefore: new Date(sample.clock.now.getTime() + 60_000) },
    );
    await dispatcherOf(() => jobsOf(sample, { slack })).run();
    expect([await waiting('other'), await waiting(hoarder)]).toEqual([0, lookLimit + 50]);
  });

  test('has them sent in the order in which they were put in, also one that has become due last', async () => {
    await piled(lookLimit + 50);
    const { outbox } = sample.database.stored;
    const rows = await outbox.find({ to: hoarder }).sort({ order: 1 }).lean();
    // Due since later than all that came after it, and not tried yet.
    await outbox.updateOne({ _id: rows[0]?._id ?? '' }, { notBefore: sample.clock.now });
    const context = jobsOf(sample, { slack });
    const claimed: string[] = [];
    const claim: typeof context.queue.claim = (some) => {
      claimed.push(...some.filter(({ to }) => to === hoarder).map(({ id }) => id));
      if (claimed.length >= 3) dispatcher.stop();
      return context.queue.claim(some);
    };
    const dispatcher = dispatcherOf(() => ({ ...context, queue: { ...context.queue, claim } }));
    await dispatcher.run();
    expect(claimed).toEqual(rows.slice(0, 3).map(({ _id }) => _id));
  });
});

/** Waits for what the dispatcher does meanwhile, a turn of the event loop at a time; fails after 45 seconds. */
async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 45_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error('it did not come to that');
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }
}
