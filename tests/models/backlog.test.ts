import { backlogAt, secondsBehind } from '../../models/delivery/backlog.ts';
import { worldOf } from '../../models/world.ts';
import { openSampleDatabase } from '../sample-database.ts';
import { tuesdayMorning } from '../sample-domain.ts';

const before = (seconds: number) => new Date(tuesdayMorning.getTime() - seconds * 1000);

test('counts what is due by kind with the oldest, and what is parked by its problem', async () => {
  const now = () => tuesdayMorning;
  const sample = await openSampleDatabase(now);
  const { connection, stored } = sample.database;
  const { outbox } = worldOf(connection, stored, sample.organisation, now);
  const home = { kind: 'home', personId: 'somebody' };
  await outbox.add([
    { to: 'a', message: home, notBefore: before(70) },
    { to: 'b', message: home, notBefore: before(-60) },
    { to: 'c', message: home, notBefore: before(10) },
    { to: 'd', message: { kind: 'answer-given', requestId: 'r' }, notBefore: before(5) },
    { to: 'e', message: home, notBefore: before(500) },
  ]);
  await stored.outbox.updateOne({ to: 'e' }, { state: 'parked', problem: 'no-chat' });
  const backlog = await backlogAt(stored, tuesdayMorning);
  expect(backlog.due.sort((one, other) => one.kind.localeCompare(other.kind))).toEqual([
    { kind: 'answer-given', count: 1, oldest: before(5) },
    { kind: 'home', count: 2, oldest: before(70) },
  ]);
  expect(backlog.parked).toEqual([{ problem: 'no-chat', count: 1 }]);
  expect(secondsBehind(backlog, tuesdayMorning)).toBe(70);
  expect(secondsBehind({ due: [], parked: [] }, tuesdayMorning)).toBe(0);
  await sample.close();
});
