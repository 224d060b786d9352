import { mostInAnySecond } from '../../bench/campaign/most.ts';
import { perSecond } from '../../bot/send-rates.ts';
import { classes } from '../../domain/delivery/classes.ts';
import { databaseClock } from '../../models/delivery/lock-clock.ts';
import { Pace, type TakesTurns, turnsOf } from '../../models/delivery/rates.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';
import { until } from '../until.ts';

let sample: StoredSample;
beforeAll(async () => {
  sample = await openStoredSample();
});
afterAll(() => sample?.close());

test('three instances together never send more than the limit in any second', async () => {
  const { connection } = sample.database;
  const limit = 30;
  const rate = perSecond('teams tenant', limit);
  const instances = Array.from({ length: 3 }, () => new Pace(turnsOf(connection), databaseClock(connection)));
  const sent: number[] = [];
  await Promise.all(
    instances.flatMap((pace) =>
      Array.from({ length: 25 }, async () => {
        await pace.turn(rate, 4);
        sent.push(performance.now());
      }),
    ),
  );
  expect(sent).toHaveLength(75);
  expect(mostInAnySecond(sent)).toBeLessThanOrEqual(limit);
  // Two and a half times the limit takes little more than two and a half seconds.
  expect(Math.max(...sent) - Math.min(...sent)).toBeGreaterThan(2000);
}, 30_000);

test('a message of a lower rank goes before those that wait already', async () => {
  const { connection } = sample.database;
  const pace = new Pace(turnsOf(connection), databaseClock(connection));
  const rate = perSecond('teams other', 30);
  const order: string[] = [];
  const prompts = Array.from({ length: 12 }, () => pace.turn(rate, 4).then(() => order.push('prompt')));
  await Promise.all([...prompts, pace.turn(rate, 0).then(() => order.push('reply'))]);
  expect(order.indexOf('reply')).toBeLessThan(3);
});

test('a message that somebody waits for is ahead of the prompts of all instances', async () => {
  const { connection } = sample.database;
  const rate = { name: 'teams crowd', intervalMs: 100, block: 4 };
  const [own, ...others] = Array.from({ length: 3 }, () => new Pace(turnsOf(connection), databaseClock(connection)));
  let prompts = 0;
  const campaign = others.flatMap((pace) =>
    Array.from({ length: 8 }, () =>
      pace.turn(rate, classes.nudge.rank).then(() => {
        prompts += 1;
      }),
    ),
  );
  await until('the campaign has begun', () => prompts > 2, 10, 1);
  const before = prompts;
  await own?.turn(rate, classes.answer.rank);
  // One was under way, and one may have taken its turn meanwhile.
  expect(prompts - before).toBeLessThanOrEqual(2);
  await Promise.all(campaign);
}, 30_000);

describe('a reply', () => {
  const rate = { name: 'teams replies', intervalMs: 100, block: 4 };
  const clock = { now: async () => new Date() };
  /** Turns of which others have the next few. */
  const crowded = () => {
    const taken: number[] = [];
    let asked = 0;
    const at = () => new Date(Date.now() + 50);
    const turns: TakesTurns = {
      async take(_name, _intervalMs, count) {
        taken.push(count);
        return at();
      },
      async ask() {
        asked += 1;
        return { at: at(), isTaken: asked > 3 };
      },
    };
    return { turns, taken, asked: () => asked };
  };

  test('goes at once where no message waits for a turn, a few each second', async () => {
    const { turns, taken } = crowded();
    const pace = new Pace(turns, clock);
    for (let reply = 0; reply < 3; reply++) await pace.reply(rate);
    expect(taken).toEqual([]);
    await pace.reply(rate);
    expect(taken).toEqual([1]);
  });

  test('takes a turn while messages wait for theirs', async () => {
    const { turns, taken, asked } = crowded();
    const pace = new Pace(turns, clock);
    const prompt = pace.turn(rate, classes.nudge.rank);
    await until('others have the next turn', () => asked() > 0, 5, 1);
    await pace.reply(rate);
    expect(taken).toEqual([1]);
    await prompt;
  });

  test('is sent without a turn where none can be had', async () => {
    const { turns } = crowded();
    const pace = new Pace({ ...turns, take: () => new Promise(() => undefined) }, clock);
    for (let reply = 0; reply < 4; reply++) await pace.reply(rate);
    const broken = new Pace({ ...turns, take: () => Promise.reject(new Error('the database is away')) }, clock);
    for (let reply = 0; reply < 4; reply++) await broken.reply(rate);
  });
});

test('an instant that nobody took is never given once it is past', async () => {
  const { connection } = sample.database;
  const turns = turnsOf(connection);
  await turns.take('slack rested', 1, 1);
  await connection
    .collection<{ _id: string }>('rates')
    .updateOne({ _id: 'slack rested' }, { $set: { next: new Date(0) } });
  const first = await turns.take('slack rested', 100, 3);
  const next = await turns.take('slack rested', 100, 1);
  expect(Math.abs(first.getTime() - (await databaseClock(connection).now()).getTime())).toBeLessThan(10_000);
  expect(next.getTime() - first.getTime()).toBeGreaterThanOrEqual(300);
});
