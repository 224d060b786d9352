import { digestFor } from '../../../domain/overview/digest.ts';
import { openSample, people, type Sample, tuesdayMorning } from '../../sample-domain.ts';

let sample: Sample;
beforeEach(async () => {
  sample = await openSample();
});

const answer = { decision: 'planned' as const, measure: 'a', expectedImprovement: 'b' };
/** The seven days before `until`; by default they end today. */
const digestOf = async (email: string, until = dayAfter(sample.clock.now)) => {
  const digest = await digestFor(sample.world, await sample.person(email), until);
  const numbers = (key: 'new' | 'answered' | 'overdue' | 'promised' | 'delivered') =>
    digest[key].map(({ number }) => number);
  return {
    new: numbers('new'),
    answered: numbers('answered'),
    overdue: numbers('overdue'),
    promised: numbers('promised'),
    delivered: numbers('delivered'),
  };
};

test('shows a manager the new, answered, overdue, promised and delivered requests of their own area', async () => {
  const old = await sample.request();
  sample.clock.now = new Date('2026-12-28T09:00:00+01:00');
  const soon = await sample.request();
  const done = await sample.request();
  const promised = await sample.request();
  await sample.request({}, people.otherLeader);
  await sample.does(people.hr, 'answer-request', { ...answer, requestId: promised.id, horizon: '2. kvartal 2027' });
  await sample.does(people.hr, 'answer-request', {
    ...answer,
    requestId: done.id,
    decision: 'done' as const,
    horizon: 'nu',
  });
  const expected = {
    new: [soon.number, done.number, promised.number],
    answered: [done.number, promised.number],
    overdue: [old.number],
    promised: [promised.number],
    delivered: [done.number],
  };
  expect(await digestOf(people.schoolManager)).toEqual(expected);
  expect(await digestOf(people.director)).toEqual(expected);
  expect((await digestOf(people.unitManager)).new).toHaveLength(4);
});

test('lists a request older than seven days as overdue, but not as new', async () => {
  const { number } = await sample.request();
  sample.clock.now = new Date('2027-01-11T09:00:00+01:00');
  expect(await digestOf(people.schoolManager)).toMatchObject({ new: [], overdue: [number] });
});

test('leaves anonymous requests of fewer than five leaders out of their manager’s numbers', async () => {
  const everyone = await sample.world.people.all();
  const manager = everyone.find((one) => {
    const leaders = everyone.filter((person) => person.managerEmail === one.email && person.roles.includes('leader'));
    return leaders.length > 0 && leaders.length < 5;
  });
  const leader = everyone.find((person) => person.managerEmail === manager?.email && person.roles.includes('leader'));
  await sample.request({ anonymous: 'true' }, leader?.email);
  expect((await digestOf(manager?.email ?? '')).new).toEqual([]);
  await sample.request({}, leader?.email);
  expect((await digestOf(manager?.email ?? '')).new).toHaveLength(1);
});

test('reads the municipality’s clock, not the machine’s', () => {
  expect(sample.world.now()).toEqual(tuesdayMorning);
});

test('counts every day in exactly one weekly digest, also the Monday on which one goes out', async () => {
  sample.clock.now = new Date('2026-11-23T13:00:00+01:00');
  const { number } = await sample.request();
  const weeks = ['2026-11-23', '2026-11-30', '2026-12-07'];
  const told = await Promise.all(weeks.map(async (week) => (await digestOf(people.schoolManager, week)).new));
  expect(told).toEqual([[], [number], []]);
});

function dayAfter(now: Date): string {
  return new Date(now.getTime() + 24 * 3600 * 1000).toISOString().slice(0, 10);
}

test('counts as delivered what a corrected answer says is done, and no more when it is not', async () => {
  const { id: requestId } = await sample.request();
  await sample.does(people.hr, 'answer-request', { ...answer, requestId, horizon: '2027', decision: 'planned' });
  const corrects = { ...answer, requestId, corrects: 'true' } as const;
  await sample.does(people.hr, 'answer-request', { ...corrects, horizon: 'i dag', decision: 'done' });
  expect((await digestOf(people.schoolManager)).delivered).toHaveLength(1);
  await sample.does(people.hr, 'answer-request', { ...corrects, horizon: '2027', decision: 'planned' });
  expect(await digestOf(people.schoolManager)).toMatchObject({ delivered: [], promised: [expect.anything()] });
});
