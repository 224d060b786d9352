import type { JoinId } from '../../../domain/ids.ts';
import { Collision, type World } from '../../../domain/ports.ts';
import type { Draft } from '../../../domain/requests/drafts/draft.ts';
import { idOf, units } from '../../ids.ts';
import { replaceList } from '../../replace-list.ts';
import { kept, listed, type Now, noon, person, request } from './stage.ts';

const draft = (id: string): Draft => ({ id: idOf(id), personId: idOf('a-leader'), text: 'Vikarer', createdAt: noon });

export function transactionsContract(now: Now): void {
  test('returns what the work returns, and keeps all that it wrote', async () => {
    const { world } = now();
    const value = await world.transaction(async () => {
      await world.drafts.add(draft('d1'));
      await world.outcomes.add(kept('an arrival'), 1, noon);
      return 'done';
    });
    expect(value).toBe('done');
    expect([await world.drafts.byId(idOf('d1')), await world.outcomes.find(kept('an arrival'))]).not.toContain(null);
  });

  test('keeps nothing of a failed work, and throws its error', async () => {
    const { world } = now();
    await replaceList(world, [listed('pernille@fjordby.example')]);
    const added = request(world);
    await world.requests.add(added);
    const failure = new Error('the work failed');
    const work = async () => {
      await world.drafts.add(draft('d1'));
      await world.requests.change(added, { state: 'withdrawn' });
      await world.people.setLanguage((await person(world)).id, 'en');
      await world.outbox.add([{ to: 'a', message: { kind: 'let-in' }, notBefore: noon }]);
      await world.rooms.meet('slack', 'C1', { channel: 'C1' });
      throw failure;
    };
    await expect(world.transaction(work)).rejects.toBe(failure);
    expect(await world.drafts.byId(idOf('d1'))).toBeNull();
    expect(await world.requests.byId(added.id)).toEqual(added);
    expect(await person(world)).toMatchObject({ language: null });
    expect(await world.outbox.has('a', { kind: 'let-in' })).toBe(false);
  });

  test('sees its own writes; others see them when it is done', async () => {
    const { world } = now();
    const { promise: written, resolve: hasWritten } = Promise.withResolvers<void>();
    const { promise: looked, resolve: hasLooked } = Promise.withResolvers<void>();
    const transaction = world.transaction(async () => {
      await world.drafts.add(draft('d1'));
      expect(await world.drafts.byId(idOf('d1'))).not.toBeNull();
      hasWritten();
      await looked;
    });
    await written;
    const meanwhile = await world.drafts.byId(idOf('d1'));
    hasLooked();
    await transaction;
    expect([meanwhile, await world.drafts.byId(idOf('d1'))]).toEqual([null, draft('d1')]);
  });

  test('does not give a serial number of a failed work again', async () => {
    const { world } = now();
    const work = async () => {
      await world.requests.nextSerial(2026);
      throw new Error('the work failed');
    };
    await expect(world.transaction(work)).rejects.toThrow('the work failed');
    expect(await world.requests.nextSerial(2026)).toBe(2);
  });

  test('lets two changes of one row happen one after the other, or refuses the second', async () => {
    const { world } = now();
    const added = request(world);
    await world.requests.add(added);
    const withdraw = () =>
      world.transaction(async () => {
        const read = await world.requests.byId(added.id);
        if (!read || read.state === 'withdrawn') return 'too late';
        await world.requests.change(read, { state: 'withdrawn' });
        await world.outcomes.add(kept(world.newId()), 1, noon);
        return 'done';
      });
    const outcomes = await Promise.all([withdraw(), withdraw()].map(orCollision));
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1);
    expect(await world.requests.byId(added.id)).toMatchObject({ version: 2 });
  });

  test('commits one of several with the same arrival, and keeps what that one wrote', async () => {
    const { world } = now();
    const once = (text: string) =>
      world.transaction(async () => {
        const earlier = await world.outcomes.find(kept('an arrival'));
        if (earlier) return earlier.value;
        await world.drafts.add({ ...draft(world.newId()), text });
        await world.outcomes.add(kept('an arrival'), text, noon);
        return text;
      });
    const outcomes = await Promise.all(['a', 'b', 'c'].map((text) => orCollision(once(text))));
    const found = await world.outcomes.find(kept('an arrival'));
    expect(await world.drafts.ofPerson(idOf('a-leader'))).toMatchObject([{ text: found?.value }]);
    expect(outcomes.every((one) => one === found?.value || one === 'collided')).toBe(true);
  });
}

async function orCollision<Value>(work: Promise<Value>): Promise<Value | 'collided'> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Collision) return 'collided';
    throw error;
  }
}

export function copiesContract(now: Now): void {
  test('is a copy: the caller’s object can change without changing it', async () => {
    const { world } = now();
    const given = request(world, { submittedAt: new Date(noon) });
    await world.requests.add(given);
    given.text = 'Ændret';
    Object.assign(given.burden, { minutesPerTime: 99 });
    given.submittedAt.setFullYear(2000);
    const stored = await world.requests.byId(given.id);
    expect(stored).toMatchObject({ text: 'Vikarer oprettes for sent', burden: { minutesPerTime: 5 } });
    expect(stored?.submittedAt).toEqual(noon);
  });

  test('is read as a copy, which can change without changing it', async () => {
    const { world } = now();
    const given = request(world);
    await world.requests.add(given);
    const read = await world.requests.byId(given.id);
    if (read) Object.assign(read.burden, { minutesPerTime: 99 });
    expect(await world.requests.byId(given.id)).toEqual(given);
  });
}

export function scopeContract(now: Now): void {
  test('has numbers, people and arrivals of its own', async () => {
    const { world, other } = now();
    const email = 'pernille@fjordby.example';
    for (const one of [world, other]) {
      expect(await one.requests.nextSerial(2026)).toBe(1);
      await one.requests.add(request(one, { number: 'FØ-2026-0001' }));
      await replaceList(one, [listed(email)]);
      await one.outcomes.add(kept('an arrival'), one.organisation.id, noon);
    }
    expect((await person(world)).id).not.toBe((await person(other)).id);
    await replaceList(other, []);
    expect(await world.people.all()).toHaveLength(1);
    expect(await world.outcomes.find(kept('an arrival'))).toMatchObject({ value: 'fjordby' });
  });

  test('finds, changes and removes nothing of another organisation', async () => {
    const { world, other } = now();
    const own = await everythingIn(world);
    for (const find of own.finds) expect([find.what, await find.by(other)]).toEqual([find.what, find.nothing]);
    await own.meddle(other);
    for (const find of own.finds) expect([find.what, await find.by(world)]).not.toEqual([find.what, find.nothing]);
    expect(await person(world)).toMatchObject({ active: true, language: null, homeShown: false, met: false });
    expect(await world.drafts.byId(idOf('d1'))).toEqual(draft('d1'));
    expect(await world.rooms.ofUnit(units.hr)).toHaveLength(1);
  });
}

/** One entity of each kind, with how to find it and how to spoil it. */
async function everythingIn(world: World) {
  await replaceList(world, [listed('pernille@fjordby.example', { unit: units.hr, roles: ['processOwner'] })]);
  const { id } = await person(world);
  const one = request(world);
  const event = { id: 'e1', requestId: one.id, step: 1, at: noon, by: id, type: 'acknowledged' } as const;
  const place = { platform: 'slack', conversation: 'C1', message: '1' } as const;
  const message = { kind: 'let-in' } as const;
  const source = { platform: 'slack', reference: 'F1' } as const;
  const file = { name: 'a.png', size: 1, type: null, state: 'fetching', problem: null, source } as const;
  const asker = { user: 'U1', channel: 'D1' };
  await world.requests.add(one);
  await world.requests.addEvent(event);
  await world.drafts.add(draft('d1'));
  await world.comments.add({
    id: idOf('c1'),
    requestId: one.id,
    at: noon,
    by: id,
    side: 'unit',
    text: 'Vi ser på det',
  });
  await world.attachments.add({ id: idOf('f1'), about: one.id, by: id, at: noon, ...file });
  await world.attachments.keep(idOf('f1'), new Uint8Array([1]));
  const room = await world.rooms.meet('slack', 'C1', { channel: 'C1' });
  await world.rooms.follow(room.id, units.hr, id);
  await world.postings.put({ ...place, about: one.id, kind: 'card', to: id });
  const join = {
    id: idOf<JoinId>('j1'),
    platform: 'slack',
    place: asker,
    name: 'N',
    email: 'n@fjordby.example',
    at: noon,
  } as const;
  await world.joins.add({ ...join, state: 'asked', decidedBy: null, decidedAt: null, language: null });
  await world.campaigns.add({
    id: idOf('k1'),
    question: 'Hvad?',
    administration: null,
    startedBy: id,
    startedAt: noon,
    cancelledAt: null,
    cancelledBy: null,
  });
  await world.outbox.add([{ to: id, message, notBefore: noon }]);
  await world.outcomes.add(kept('an arrival'), 1, noon);

  const single = (what: string, by: (world: World) => Promise<unknown>) => ({ what, by, nothing: null as unknown });
  const many = (what: string, by: (world: World) => Promise<unknown>) => ({ what, by, nothing: [] as unknown });
  return {
    finds: [
      single('person', ({ people }) => people.byId(id)),
      single('e-mail', ({ people }) => people.byAddress('pernille@fjordby.example')),
      many('people', ({ people }) => people.all()),
      many('owners', ({ people }) => people.ownersOf(units.hr)),
      single('request', ({ requests }) => requests.byId(one.id)),
      single('number', ({ requests }) => requests.byNumber(one.number)),
      many('leader', ({ requests }) => requests.ofLeader(idOf('a-leader'))),
      many('inbox', ({ requests }) => requests.openOfUnit(units.hr)),
      many('units', ({ requests }) => requests.openUnits()),
      many('overview', async ({ requests }) => (await requests.overview(new Date(0), new Date('2030-01-01'))).requests),
      many('history', ({ requests }) => requests.history(one.id)),
      single('draft', ({ drafts }) => drafts.byId(idOf('d1'))),
      many('drafts', ({ drafts }) => drafts.ofPerson(idOf('a-leader'))),
      single('comment', ({ comments }) => comments.byId(idOf('c1'))),
      many('comments', ({ comments }) => comments.ofRequest(one.id)),
      single('file', ({ attachments }) => attachments.byId(idOf('f1'))),
      many('files', ({ attachments }) => attachments.of(one.id)),
      single('content', ({ attachments }) => attachments.content(idOf('f1'))),
      single('room', ({ rooms }) => rooms.byId(room.id)),
      many('rooms', ({ rooms }) => rooms.ofUnit(units.hr)),
      single('posting', ({ postings }) => postings.at(place)),
      many('postings', ({ postings }) => postings.of(one.id)),
      single('join', ({ joins }) => joins.byId(idOf('j1'))),
      many('joins', ({ joins }) => joins.of('slack', 'U1')),
      single('campaign', ({ campaigns }) => campaigns.byId(idOf('k1'))),
      single('outcome', ({ outcomes }) => outcomes.find(kept('an arrival'))),
      { what: 'told', by: ({ outbox }: World) => outbox.has(id, message), nothing: false as unknown },
      { what: 'waits', by: ({ outbox }: World) => outbox.waits(id, message), nothing: false as unknown },
    ],
    async meddle(other: World) {
      await other.people.changeAll([{ id, changes: { active: false } }]);
      await other.people.setLanguage(id, 'en');
      await other.people.setHomeShown(id);
      await other.people.meet(id);
      await other.people.setPrompts(id, { promptsSnoozedUntil: null, promptsStopped: true });
      await expect(other.requests.change(one, { state: 'withdrawn' })).rejects.toThrow(Collision);
      await other.drafts.setText(idOf('d1'), 'Ændret', undefined);
      await other.drafts.remove(idOf('d1'));
      await other.attachments.change(idOf('f1'), { state: 'refused' });
      await other.attachments.remove(idOf('f1'));
      await other.rooms.leave('slack', 'C1');
      await other.rooms.leaveAll('slack', { channel: 'C1' });
      await other.rooms.follow(room.id, null, id);
      await other.postings.remove(place);
      await expect(other.joins.decide(idOf('j1'), 'letIn', id, noon)).rejects.toThrow(Collision);
    },
  };
}
