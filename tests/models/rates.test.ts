import { mostInAnySecond } from '../../bench/campaign/most.ts';
import { perSecond } from '../../bot/send-rates.ts';
import { databaseClock } from '../../models/delivery/lock-clock.ts';
import { Pace, turnsOf } from '../../models/delivery/rates.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';

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
