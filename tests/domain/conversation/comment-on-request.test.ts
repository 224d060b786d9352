import type { Context } from '../../../domain/context.ts';
import type { MessagePlace } from '../../../domain/delivery/posting.ts';
import type { RoomId, UnitId } from '../../../domain/ids.ts';
import { idOf, units } from '../../ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeAll(async () => {
  sample = await openSample();
});
beforeEach(() => sample.stored.outbox.clear());

const said = 'Hvor mange vikarer drejer det sig om?';
const comment = (email: string, requestId: string, more: { text?: string } = {}, context?: Context) =>
  sample.does(email, 'comment-on-request', { requestId, text: said, ...more }, context && { context });
const addressBook = async () => new Map((await sample.world.people.all()).map(({ id, email }) => [id, email]));
async function told(kind: string): Promise<string[]> {
  const names = await addressBook();
  return (await sample.outbox()).filter((row) => row.kind === kind).map(({ to }) => names.get(idOf(to)) ?? to);
}
/** The context of a press in a channel, and of words there, where everybody reads them. */
const inRoom = async (id: RoomId, written: boolean): Promise<Context> => {
  const at: MessagePlace = { platform: 'slack', conversation: 'C', message: 'ts1' };
  return { room: await sample.world.rooms.byId(id), message: written ? { at, editedAt: null, files: [] } : null };
};
const room = async (conversation: string, unit: UnitId | null) => {
  const met = await sample.world.rooms.meet('slack', conversation, { channel: conversation });
  await sample.world.rooms.follow(met.id, unit, idOf('somebody'));
  return met.id;
};

test('sends a leader’s message to everybody who handles the request', async () => {
  const { id } = await sample.request();
  sample.stored.outbox.clear();
  expect(await comment(people.leader, id)).toMatchObject({ ok: true, value: { side: 'leader' } });
  const owners = (await sample.world.people.ownersOf(units.hr)).map(({ email }) => email);
  expect((await told('comment-given')).sort()).toEqual(owners.sort());
  expect(await sample.world.comments.ofRequest(id)).toMatchObject([{ text: said, side: 'leader' }]);
});

test('sends an owner’s message to the leader alone', async () => {
  const { id } = await sample.request();
  expect(await comment(people.hr, id)).toMatchObject({ ok: true, value: { side: 'unit' } });
  expect(await told('comment-given')).toEqual([people.leader]);
});

test.each([
  ['a manager, who only reads along', people.schoolManager, 'not-allowed'],
  ['an administrator, while the unit has owners', people.admin, 'not-allowed'],
  ['a leader whose request it is not', people.otherLeader, 'not-found'],
  ['an owner of another unit', people.it, 'not-found'],
])('refuses %s', async (_who, email, refusal) => {
  const { id } = await sample.request();
  expect(await comment(email, id)).toMatchObject({ ok: false, refusal });
  expect(await sample.world.comments.ofRequest(id)).toEqual([]);
});

test('refuses a request that does not exist', async () => {
  expect(await comment(people.leader, 'no-such-request')).toMatchObject({ ok: false, refusal: 'not-found' });
});

test.each([
  ['a CPR number', 'Borgeren er 070761-4285', 'contains-cpr'],
  ['nothing', '  ', 'required'],
  ['no words', '👍👍', 'no-words'],
  ['more than 2,000 characters', 'ord '.repeat(501), 'too-long'],
])('refuses %s beside the field', async (_what, text, problem) => {
  const { id } = await sample.request();
  expect(await comment(people.leader, id, { text })).toEqual({
    ok: false,
    refusal: 'invalid-input',
    problems: { text: problem },
  });
  expect(await sample.world.comments.ofRequest(id)).toEqual([]);
});

test('refuses both sides once the request is withdrawn', async () => {
  const { id } = await sample.request();
  await sample.does(people.leader, 'withdraw-request', { requestId: id });
  for (const email of [people.leader, people.hr])
    expect(await comment(email, id)).toMatchObject({ ok: false, refusal: 'wrong-state' });
});

test('lets both sides write after the answer', async () => {
  const { id } = await sample.request();
  await sample.does(people.hr, 'answer-request', {
    requestId: id,
    decision: 'guidance',
    measure: 'Vejledningen ligger på intranettet',
    expectedImprovement: 'Ingen tvivl',
    horizon: 'nu',
  });
  expect(await comment(people.leader, id)).toMatchObject({ ok: true });
});

test('posts a message to every channel of the unit but the one in which it was written', async () => {
  const { id } = await sample.request();
  const [here, elsewhere, other] = [
    await room('C-HERE', units.hr),
    await room('C-ELSEWHERE', units.hr),
    await room('C-IT', units.it),
  ];
  await comment(people.hr, id, {}, await inRoom(here, true));
  expect(await told('room-comment')).toEqual([elsewhere]);
  expect(other).not.toBe(elsewhere);
  for (const one of [here, elsewhere, other]) await sample.world.rooms.follow(one, null, idOf('somebody'));
});

test('updates every card of the request afterwards', async () => {
  const { id } = await sample.request();
  sample.stored.outbox.clear();
  await comment(people.leader, id);
  expect(await told('request-changed')).toEqual([`request:${id}`]);
});

test('keeps one message when it arrives twice', async () => {
  const { id } = await sample.request();
  for (const _time of [1, 2])
    await sample.does(people.leader, 'comment-on-request', { requestId: id, text: said }, 'r1');
  expect(await sample.world.comments.ofRequest(id)).toHaveLength(1);
});

test('hides the anonymous leader from owners, managers, administrators and channels', async () => {
  const { id } = await sample.request({ anonymous: 'true' });
  await comment(people.leader, id);
  await comment(people.hr, id);
  const leader = await sample.person(people.leader);
  for (const email of [people.hr, people.schoolManager, people.unitManager, people.admin]) {
    const seen = JSON.stringify(await sample.does(email, 'show-request', { request: id }));
    expect(seen).toContain(said);
    for (const secret of [leader.name, leader.institution, leader.id, leader.email]) expect(seen).not.toContain(secret);
  }
  expect(await sample.does(people.leader, 'show-request', { request: id })).toMatchObject({
    value: { comments: [{ byName: leader.name }, { comment: { side: 'unit' } }] },
  });
});

describe('a leader who also owns the process', () => {
  beforeAll(() =>
    sample.stored.people.changeWhere(({ email }) => email === people.hr, { roles: ['processOwner', 'leader'] }),
  );

  test('writes as the leader in their private chat', async () => {
    const { id } = await sample.request({ anonymous: 'true' }, people.hr);
    expect(await comment(people.hr, id)).toMatchObject({ value: { side: 'leader' } });
    expect(await told('comment-given')).not.toContain(people.hr);
  });

  test('speaks for the unit in its channel, which learns no more, and gets no message themselves', async () => {
    const { id } = await sample.request({ anonymous: 'true' }, people.hr);
    const roomId = await room('C-OWN', units.hr);
    expect(await comment(people.hr, id, {}, await inRoom(roomId, false))).toMatchObject({ value: { side: 'unit' } });
    expect(await told('comment-given')).toEqual([]);
  });
});

describe('who gets a message', () => {
  const receiver = async (email: string, requestId: string) => {
    const sent = await comment(email, requestId);
    return sent.ok ? sent.value.receiver : sent.refusal;
  };
  const asUsual = { former: null, instead: null };
  const leaves = async (email: string) => {
    const { id } = await sample.person(email);
    sample.stored.people.change(id, { active: false });
    return () => sample.stored.people.change(id, { active: true });
  };
  const handsOver = (requestId: string) =>
    sample.does(people.hr, 'hand-over-request', { requestId, unit: units.it, reason: 'Det er et system' });

  test('is said once when another unit has the request since the leader last wrote', async () => {
    const { id } = await sample.request();
    expect(await receiver(people.leader, id)).toEqual(asUsual);
    sample.clock.now = new Date(sample.clock.now.getTime() + 60_000);
    await handsOver(id);
    sample.stored.outbox.clear();
    sample.clock.now = new Date(sample.clock.now.getTime() + 60_000);
    expect(await receiver(people.leader, id)).toEqual({ former: 'Koncern HR', instead: null });
    expect(await told('comment-given')).toContain(people.it);
    expect(await receiver(people.leader, id)).toEqual(asUsual);
  });

  test('are the administrators for a leader who gave their name and has left', async () => {
    const { id } = await sample.request();
    sample.stored.outbox.clear();
    const comesBack = await leaves(people.leader);
    expect(await receiver(people.hr, id)).toEqual({ former: null, instead: 'administrators' });
    const admins = (await sample.world.people.all()).filter(({ roles }) => roles.includes('admin'));
    expect((await told('comment-given')).sort()).toEqual(admins.map(({ email }) => email).sort());
    comesBack();
  });

  test('is told alike of every anonymous leader, whether they have left or not', async () => {
    const { id } = await sample.request({ anonymous: 'true' });
    sample.stored.outbox.clear();
    const there = await receiver(people.hr, id);
    const toThere = await sample.outbox();
    const comesBack = await leaves(people.leader);
    sample.stored.outbox.clear();
    expect(await receiver(people.hr, id)).toEqual(there);
    expect(there).toEqual({ former: null, instead: 'unsaid' });
    // Nobody else hears anything either.
    const kindsAndTimes = (rows: Awaited<ReturnType<typeof sample.outbox>>) => rows.map(({ kind, to }) => [kind, to]);
    expect(kindsAndTimes(await sample.outbox())).toEqual(kindsAndTimes(toThere));
    comesBack();
  });

  test('are the administrators for a unit of which no owner is left', async () => {
    const { id } = await sample.request();
    const owners = await sample.world.people.ownersOf(units.hr);
    const back = await Promise.all(owners.map(({ email }) => leaves(email)));
    expect(await receiver(people.leader, id)).toEqual({ former: null, instead: 'administrators' });
    for (const comesBack of back) comesBack();
  });
});
