import { DateTime } from 'luxon';
import { messagesParked, tellOfParked } from '../../../domain/overview/parked/messages-parked.ts';
import { zone } from '../../../domain/time/local-time.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

/** Parks everything that waits for somebody. */
async function parks(email: string, problem: string): Promise<void> {
  const { id } = await sample.person(email);
  sample.stored.outbox.changeWhere(({ to }) => to === id, { problem });
}
const inboxOf = async (email: string) => {
  const { id } = await sample.person(email);
  return (await sample.outbox()).filter(({ to }) => to === id);
};
const told = async () => (await sample.outbox()).filter(({ kind }) => kind === 'messages-parked');
const list = async (email: string = people.admin) => {
  const listed = await sample.does(email, 'list-parked');
  if (!listed.ok) throw new Error(listed.refusal);
  return listed.value as Array<{ to: string; recipient: unknown; problem: string; count: number }>;
};

describe('what is parked', () => {
  beforeEach(async () => {
    await sample.request();
    await sample.request();
    await sample.does(people.admin, 'start-campaign', { question: 'Hvad er svært?' });
    await parks(people.hr, 'no-chat');
    await parks(people.otherLeader, 'unreachable');
  });

  test('is listed for an administrator by person and reason, without saying which messages they are', async () => {
    const [owner, leader] = [await sample.person(people.hr), await sample.person(people.otherLeader)];
    expect(await list()).toEqual([
      { to: owner.id, recipient: { is: 'person', person: owner }, problem: 'no-chat', count: 2 },
      { to: leader.id, recipient: { is: 'person', person: leader }, problem: 'unreachable', count: 1 },
    ]);
  });

  test.each([people.leader, people.hr, people.director])('is neither shown to %s nor sent by them', async (email) => {
    expect(await sample.does(email, 'list-parked')).toMatchObject({ ok: false, refusal: 'not-allowed' });
    expect(await sample.does(email, 'send-parked-again')).toMatchObject({ ok: false, refusal: 'not-allowed' });
    expect((await list()).length).toBe(2);
  });

  test('waits again when an administrator sends it again: to one person for one reason, or all', async () => {
    const { id: to } = await sample.person(people.hr);
    const sendsAgain = (input = {}) => sample.does(people.admin, 'send-parked-again', input);
    expect(await sendsAgain({ to, problem: 'unreachable' })).toMatchObject({ value: { count: 0 } });
    expect(await sendsAgain({ to, problem: 'no-chat' })).toMatchObject({ value: { count: 2 } });
    expect((await inboxOf(people.hr)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect((await inboxOf(people.otherLeader)).map(({ state }) => state)).toEqual(['parked']);
    expect(await sendsAgain()).toMatchObject({ value: { count: 1 } });
    expect(await list()).toEqual([]);
  });

  test('is told of once, and again after it was sent again in vain', async () => {
    const admins = 2;
    await tellOfParked.run(sample.world, '2026-11-24', new Set());
    expect(await told()).toHaveLength(admins);
    await tellOfParked.run(sample.world, '2026-11-25', new Set());
    expect(await told()).toHaveLength(admins);
    await sample.does(people.admin, 'send-parked-again');
    await tellOfParked.run(sample.world, '2026-11-26', new Set());
    expect(await told()).toHaveLength(admins);
    await parks(people.hr, 'no-chat');
    await tellOfParked.run(sample.world, '2026-11-27', new Set());
    expect(await told()).toHaveLength(2 * admins);
  });

  test('is listed in the message as it stands then, and a message that is a day late makes way for the next', async () => {
    const admin = await sample.person(people.admin);
    const content = (day: string) => messagesParked.content(sample.world, admin, { day });
    expect(await content('2026-11-24')).toHaveLength(2);
    expect(await content('2026-11-23')).toBeNull();
    await sample.does(people.admin, 'send-parked-again');
    expect(await content('2026-11-24')).toBeNull();
  });
});

test('nobody is told when nothing is parked', async () => {
  await sample.request();
  await tellOfParked.run(sample.world, '2026-11-24', new Set());
  expect(await told()).toEqual([]);
});

test('administrators are told on working days in office hours, once a day', () => {
  const at = (moment: string) => tellOfParked.occurrences(DateTime.fromISO(moment, { zone }).toJSDate());
  expect(at('2026-11-24T07:59')).toEqual([]);
  expect(at('2026-11-24T08:00')).toEqual(['2026-11-24']);
  expect(at('2026-11-24T15:59')).toEqual(['2026-11-24']);
  expect(at('2026-11-24T16:00')).toEqual([]);
  expect(at('2026-11-28T10:00')).toEqual([]);
  expect(at('2026-12-24T10:00')).toEqual([]);
});
