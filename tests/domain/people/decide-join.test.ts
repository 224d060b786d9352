import { withoutChat } from '../../../domain/context.ts';
import type { JoinId } from '../../../domain/ids.ts';
import { strangerOf } from '../../../domain/people/actor.ts';
import { askToJoin, isOpen } from '../../../domain/people/join/ask-to-join.ts';
import { joinAsked } from '../../../domain/people/join/messages/join-asked.ts';
import { perform } from '../../../domain/perform.ts';
import type { ListedPerson } from '../../../domain/ports.ts';
import { idOf, units } from '../../ids.ts';
import { replaceList } from '../../replace-list.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;

const place = { user: 'U-NY', channel: 'D-NY' };
const stranger = { platform: 'slack', place, name: 'Nynne Lund', email: 'nynne.lund@fjordby.example' } as const;
const outbox = async (kind: string) => (await sample.outbox()).filter((row) => row.kind === kind).map(({ to }) => to);

const ask = (changes: { email?: string; name?: string } = {}) =>
  perform({
    world: sample.world,
    useCase: askToJoin,
    actor: strangerOf({ ...stranger, ...changes }),
    input: {},
    context: withoutChat,
    idempotencyKey: null,
  });

async function asked(): Promise<string> {
  await ask();
  const join = (await sample.world.joins.of('slack', place.user)).find(isOpen);
  if (!join) throw new Error('nobody has asked');
  return join.id;
}
const decide = (joinId: string, decision: string, email: string = people.admin) =>
  sample.claims(email, 'decide-join', { joinId, decision });
/** A leader who has sent an anonymous request and has left the list. */
async function left(email: string) {
  const person = await sample.person(email);
  await sample.request({ anonymous: 'true' }, email);
  await sample.world.people.changeAll([{ id: person.id, changes: { active: false } }]);
  return person;
}
async function letIn(changes: { email: string; name: string }): Promise<void> {
  await ask(changes);
  const join = (await sample.world.joins.of('slack', place.user)).find(isOpen);
  expect(await decide(join?.id ?? '', 'letIn')).toMatchObject({ ok: true });
}
const listed = async (): Promise<ListedPerson[]> =>
  (await sample.world.people.all()).filter(({ email }) => email !== stranger.email);

describe('a request to join', () => {
  beforeEach(async () => {
    sample = await openSample();
  });

  test('is told to every administrator once, however often the person asks', async () => {
    await asked();
    await ask();
    const admins = (await sample.world.people.all()).filter(({ roles }) => roles.includes('admin'));
    expect((await outbox('join-asked')).sort()).toEqual(admins.map(({ id }) => id).sort());
    expect(sample.stored.joins.count()).toBe(1);
  });

  test('makes a leader of a person who is let in, keeps their chat, and tells them', async () => {
    expect(await decide(await asked(), 'letIn')).toMatchObject({ ok: true, value: { name: 'Nynne Lund' } });
    const person = await sample.world.people.byAddress(stranger.email);
    expect(person).toMatchObject({
      roles: ['leader'],
      active: true,
      letIn: true,
      chat: 'slack',
      places: { slack: place },
    });
    expect(await outbox('let-in')).toEqual([person?.id]);
  });

  test('leaves out a person who is turned down, and lets them ask again', async () => {
    expect(await decide(await asked(), 'turnedDown')).toMatchObject({ ok: true });
    expect(await sample.world.people.byAddress(stranger.email)).toBeNull();
    expect(await outbox('let-in')).toEqual([]);
    expect(await outbox('tell-turned-down')).toHaveLength(1);
    await asked();
    expect(sample.stored.joins.count()).toBe(2);
  });

  test('of a person who was turned down shows whoever decides when that was, and by whom', async () => {
    await decide(await asked(), 'turnedDown');
    const joinId = idOf<JoinId>(await asked());
    const content = await joinAsked.content(sample.world, await sample.person(people.admin), { joinId });
    expect(content?.refusal).toEqual({ decision: 'turnedDown', by: 'Nikoline Brix', at: sample.clock.now });
  });

  test('is told to a person who is turned down in the evening on the next working morning', async () => {
    sample.clock.now = new Date('2026-11-24T21:00:00+01:00');
    await decide(await asked(), 'turnedDown');
    const [told] = (await sample.outbox()).filter(({ kind }) => kind === 'tell-turned-down');
    expect(told?.notBefore).toEqual(new Date('2026-11-25T08:00:00+01:00'));
  });

  test('is decided once', async () => {
    const joinId = await asked();
    await decide(joinId, 'turnedDown');
    expect(await decide(joinId, 'letIn')).toMatchObject({ ok: false, refusal: 'decided-already' });
  });

  test('keeps a person in through an import that does not name them, and follows the list once it does', async () => {
    await decide(await asked(), 'letIn');
    await replaceList(sample.world, await listed());
    expect(await sample.world.people.byAddress(stranger.email)).toMatchObject({ active: true, roles: ['leader'] });
    const row = {
      ...(await listed())[0],
      email: stranger.email,
      name: 'Nynne Lund',
      roles: ['manager'],
    } as ListedPerson;
    await replaceList(sample.world, [...(await listed()), row]);
    expect(await sample.world.people.byAddress(stranger.email)).toMatchObject({ roles: ['manager'], letIn: false });
    await replaceList(sample.world, await listed());
    expect(await sample.world.people.byAddress(stranger.email)).toBeNull();
  });

  test('keeps the list’s facts for a person who came onto it before the administrator pressed', async () => {
    const joinId = await asked();
    const row: ListedPerson = {
      email: stranger.email,
      name: 'Nynne Lund',
      roles: ['processOwner'],
      administration: 'Økonomiforvaltningen',
      institution: 'Koncern HR',
      unit: units.hr,
      managerEmail: people.unitManager,
      language: 'da',
      entraObjectId: null,
      upn: null,
      employeeNumber: null,
    };
    await replaceList(sample.world, [...(await listed()), row]);
    await decide(joinId, 'letIn');
    expect(await sample.world.people.byAddress(stranger.email)).toMatchObject({
      roles: ['processOwner'],
      unit: units.hr,
      letIn: false,
      places: { slack: place },
    });
  });

  test('gives a person who had left the list their own requests again', async () => {
    const { id } = await left(people.leader);
    await letIn({ email: people.leader, name: 'Pernille Holm' });
    expect(await sample.world.people.byAddress(people.leader)).toMatchObject({ id, active: true, letIn: true });
  });

  test.each(['Helt Anden', 'Østergaard, Karen'])(
    'gives %s with an inherited address nothing of the person who had it',
    async (name) => {
      const before = await left(people.leader);
      await sample.world.people.changeAll([{ id: before.id, changes: { chat: 'slack', places: { slack: place } } }]);
      await letIn({ email: people.leader, name });
      const person = await sample.world.people.byAddress(people.leader);
      expect(person).toMatchObject({ name, active: true, letIn: true, places: { slack: place } });
      expect(person?.id).not.toBe(before.id);
      expect(await sample.world.requests.ofLeader(idOf(person?.id ?? ''))).toEqual([]);
      expect(await sample.world.people.byId(before.id)).toMatchObject({
        name: before.name,
        email: `${before.id}@former.invalid`,
        active: false,
        places: {},
        chat: null,
      });
    },
  );
});

describe('refuses a decision', () => {
  let joinId: string;
  beforeAll(async () => {
    sample = await openSample();
    joinId = await asked();
  });

  test.each([
    ['a leader', people.leader],
    ['an owner', people.hr],
    ['a manager', people.director],
  ])('of %s', async (_who, email) => {
    expect(await decide(joinId, 'letIn', email)).toMatchObject({ ok: false, refusal: 'not-allowed' });
    expect(await sample.world.joins.byId(idOf(joinId))).toMatchObject({ state: 'asked' });
  });

  test.each(['', 'maybe', 'constructor', 'letin'])('that is “%s”', async (decision) => {
    expect(await decide(joinId, decision)).toMatchObject({ ok: false, refusal: 'stale-card' });
    expect(await sample.world.joins.byId(idOf(joinId))).toMatchObject({ state: 'asked' });
  });

  test('when nobody has asked', async () => {
    expect(await decide('no-such-join', 'letIn')).toMatchObject({ ok: false, refusal: 'nothing-there' });
  });
});
