import { randomUUID } from 'node:crypto';
import type { Campaign } from '../../../domain/campaigns/campaign.ts';
import type { PersonId, RequestId } from '../../../domain/ids.ts';
import { Collision, type World } from '../../../domain/ports.ts';
import type { Draft } from '../../../domain/requests/drafts/draft.ts';
import type { HistoryEvent } from '../../../domain/requests/record/history.ts';
import { states } from '../../../domain/vocabulary.ts';
import { idOf, units } from '../../ids.ts';
import { later, type Now, noon, request } from './stage.ts';

export function requestsContract(now: Now): void {
  const add = async (world: World, ...changes: Array<Parameters<typeof request>[1]>) => {
    const all = changes.map((one) => request(world, one));
    for (const one of all) await world.requests.add(one);
    return all;
  };
  const event = (world: World, requestId: string, step: number, at = noon): HistoryEvent => ({
    id: world.newId(),
    requestId: idOf(requestId),
    step,
    at,
    by: idOf('somebody'),
    type: 'acknowledged',
  });

  test('finds a whole request by id and by number', async () => {
    const { world } = now();
    const answer = {
      decision: 'planned',
      measure: 'Samme dag',
      expectedImprovement: 'Vagtplan fra dag ét',
      horizon: { kind: 'open' },
      noDateReason: 'Afventer',
      nowPossible: null,
      whatItTakes: null,
      declineCategory: null,
      by: 'an-owner',
      at: later(3),
    } as never;
    const [added] = await add(world, { answer, kind: 'system', deliveredAt: later(9) });
    expect(await world.requests.byId(idOf(added?.id ?? ''))).toEqual(added);
    expect(await world.requests.byNumber(added?.number ?? '')).toEqual(added);
    expect(await world.requests.byId(idOf('none'))).toBeNull();
    expect(await world.requests.byNumber('FØ-1999-0001')).toBeNull();
  });

  test('refuses a second request with the same number or the same id', async () => {
    const { world } = now();
    const [first] = await add(world, {});
    await expect(world.requests.add(request(world, { number: first?.number ?? '' }))).rejects.toThrow(Collision);
    await expect(world.requests.add(request(world, { id: idOf(first?.id ?? '') }))).rejects.toThrow(Collision);
  });

  test('raises the version with a change and leaves the rest', async () => {
    const { world } = now();
    const added = request(world);
    await world.requests.add(added);
    const changed = await world.requests.change(added, { state: 'acknowledged' });
    expect(changed).toEqual({ ...added, state: 'acknowledged', version: 2 });
    expect(await world.requests.byId(added.id)).toEqual(changed);
  });

  test('refuses a change of an older version and changes nothing', async () => {
    const { world } = now();
    const added = request(world);
    await world.requests.add(added);
    const changed = await world.requests.change(added, { state: 'acknowledged' });
    await expect(world.requests.change(added, { state: 'withdrawn' })).rejects.toThrow(Collision);
    expect(await world.requests.byId(added.id)).toEqual(changed);
    await expect(world.requests.change(request(world), { state: 'withdrawn' })).rejects.toThrow(Collision);
  });

  test('accepts one of two changes at once', async () => {
    const { world } = now();
    const added = request(world);
    await world.requests.add(added);
    const outcomes = await Promise.allSettled([
      world.requests.change(added, { state: 'acknowledged' }),
      world.requests.change(added, { state: 'withdrawn' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await world.requests.byId(added.id)).toMatchObject({ version: 2 });
  });

  test('gives serial numbers in sequence within a year, also many at once', async () => {
    const { world } = now();
    const taken = await Promise.all(Array.from({ length: 10 }, () => world.requests.nextSerial(2026)));
    expect(taken.sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await world.requests.nextSerial(2027)).toBe(1);
  });

  test('goes on with the numbers of a year when they are prepared again, also in a transaction', async () => {
    const { world } = now();
    await world.requests.nextSerial(2027);
    await world.transaction(() => world.requests.prepareSerials(2027));
    const years = [await world.requests.nextSerial(2027), await world.requests.nextSerial(2028)];
    expect(years).toEqual([2, 1]);
  });

  test('lists a leader’s own requests, newest first', async () => {
    const { world } = now();
    const [old, , recent] = await add(
      world,
      { submittedAt: noon },
      { leaderId: idOf('another') },
      { submittedAt: later(5) },
    );
    expect(await world.requests.ofLeader(idOf('a-leader'))).toEqual([recent, old]);
  });

  test('lists a unit’s open requests, those that await an answer first and the most urgent on top', async () => {
    const { world } = now();
    const [promised, late, soon] = await add(
      world,
      { state: 'answered', dueOn: '2026-01-01' },
      { state: 'acknowledged', dueOn: '2026-12-24' },
      { state: 'routed', dueOn: '2026-12-22' },
      { unit: units.it },
      { state: 'delivered' },
    );
    expect(await world.requests.openOfUnit(units.hr)).toEqual([soon, late, promised]);
  });

  test.each(states)('knows whether a request that is “%s” is open in its unit', async (state) => {
    const { world } = now();
    await add(world, { state });
    const open = ['routed', 'acknowledged', 'question', 'answered', 'parked', 'reopened'].includes(state);
    expect(await world.requests.openOfUnit(units.hr)).toHaveLength(open ? 1 : 0);
    expect(await world.requests.openUnits()).toEqual(open ? [units.hr] : []);
  });

  test('names each unit with open requests once', async () => {
    const { world } = now();
    await add(world, {}, {}, { unit: idOf('nedlagt-enhed') }, { unit: units.it, state: 'delivered' });
    expect((await world.requests.openUnits()).sort()).toEqual([units.hr, 'nedlagt-enhed']);
  });

  test('limits the requests of a leader and of a unit', async () => {
    const { world } = now();
    const [late, soon, promised] = await add(
      world,
      { dueOn: '2026-12-09' },
      { dueOn: '2026-12-01' },
      { dueOn: '2026-11-01', state: 'answered' },
      { unit: units.it, state: 'withdrawn' },
    );
    expect(await world.requests.openOfUnit(units.hr, 1)).toEqual([soon]);
    expect(await world.requests.openOfUnit(units.hr, 2)).toEqual([soon, late]);
    expect(await world.requests.openOfUnit(units.hr, 3)).toEqual([soon, late, promised]);
    expect(await world.requests.ofLeader(idOf('a-leader'), 2)).toHaveLength(2);
  });

  test('lists and counts what is overdue in other units than these, the longest overdue first', async () => {
    const { world } = now();
    const [late, later] = await add(
      world,
      { unit: units.it, dueOn: '2026-12-02' },
      { unit: units.it, dueOn: '2026-12-03', state: 'acknowledged' },
      { unit: units.it, dueOn: '2026-12-04' },
      { unit: units.it, dueOn: '2026-12-01', state: 'answered' },
      { dueOn: '2026-12-01' },
    );
    expect(await world.requests.overdueElsewhere('2026-12-04', [units.hr], 9)).toEqual([late, later]);
    expect(await world.requests.overdueElsewhere('2026-12-04', [units.hr], 1)).toEqual([late]);
    expect(await world.requests.countOverdueElsewhere('2026-12-04', [units.hr])).toBe(2);
    expect(await world.requests.countOverdueElsewhere('2026-12-04', [])).toBe(3);
  });

  test('gives an overview of what is open and of what moved in these days, by number', async () => {
    const { world } = now();
    const [open, settled, moved] = await add(world, {}, { state: 'declined' }, { state: 'declined' });
    if (!open || !settled || !moved) throw new Error('the requests were not added');
    await world.requests.addEvent(event(world, moved.id, 1, later(-1)));
    await world.requests.addEvent(event(world, moved.id, 2, later(9)));
    await world.requests.addEvent(event(world, settled.id, 1, later(10)));
    expect(await world.requests.overview(noon, later(10))).toEqual({
      requests: [open, moved],
      steps: [{ requestId: moved.id, type: 'acknowledged' }],
    });
  });

  test('lists the history of a request in the order of its steps', async () => {
    const { world } = now();
    const [second, first, others] = [event(world, 'r1', 2), event(world, 'r1', 1), event(world, 'r2', 1)];
    for (const one of [second, first, others]) await world.requests.addEvent(one);
    expect(await world.requests.history(idOf('r1'))).toEqual([first, second]);
    await expect(world.requests.addEvent(event(world, 'r1', 2))).rejects.toThrow();
  });
}

export function draftsContract(now: Now): void {
  const draft = (world: World, changes: Partial<Draft> = {}): Draft => ({
    id: world.newId(),
    personId: idOf('a-leader'),
    text: `Vikarer i uge ${randomUUID()}`,
    createdAt: noon,
    ...changes,
  });

  test('gives the drafts of before an instant, oldest first, and those that were not mentioned', async () => {
    const { world, other } = now();
    const [old, recent] = [draft(world, { text: 'Et' }), draft(world, { text: 'To', createdAt: later(2) })];
    for (const one of [recent, old, draft(world, { text: 'Tre', createdAt: later(3) })]) await world.drafts.add(one);
    expect(await world.drafts.before(later(3), 10)).toEqual([old, recent]);
    expect(await world.drafts.unmentioned(later(3), 1)).toEqual([old]);
    await other.drafts.setMentioned([old.id], later(5));
    await world.drafts.setMentioned([old.id], later(4));
    expect(await world.drafts.unmentioned(later(3), 10)).toEqual([recent]);
    expect(await world.drafts.byId(old.id)).toEqual({ ...old, mentionedAt: later(4) });
    expect(await other.drafts.before(later(3), 10)).toEqual([]);
  });

  test('lists a person’s own drafts, newest first', async () => {
    const { world } = now();
    const [old, recent] = [draft(world), draft(world, { createdAt: later(1) })];
    for (const one of [old, recent, draft(world, { personId: idOf('another') })]) await world.drafts.add(one);
    expect(await world.drafts.ofPerson(idOf('a-leader'))).toEqual([recent, old]);
    expect(await world.drafts.byId(old.id)).toEqual(old);
  });

  test('gives a reply whose time has come to one of those who take it, and none that was taken back', async () => {
    const { world } = now();
    const reply = { is: 'going', to: idOf<RequestId>('r1'), at: later(2) } as const;
    const [one, other] = [draft(world, { reply }), draft(world, { text: 'ja', reply })];
    for (const each of [one, other, draft(world, { text: 'ja', reply })]) await world.drafts.add(each);
    expect(await world.drafts.takeReply(one.id, later(1))).toBeNull();
    const taken = await Promise.all([1, 2].map(() => world.drafts.takeReply(one.id, later(2))));
    expect(taken.filter((each) => each !== null)).toEqual([one]);
    const { reply: _taken, ...rest } = one;
    expect(await world.drafts.byId(one.id)).toEqual(rest);
    await world.drafts.setReply(other.id, null);
    expect(await world.drafts.takeReply(other.id, later(9))).toBeNull();
    await world.drafts.setReply(other.id, { is: 'unclear', among: [idOf('r1')] });
    expect(await world.drafts.takeReply(other.id, later(9))).toBeNull();
    expect(await world.drafts.byId(other.id)).toEqual({ ...other, reply: { is: 'unclear', among: ['r1'] } });
  });

  test('sets the messages of a draft, and refuses when its text is another one meanwhile', async () => {
    const { world, other } = now();
    const added = draft(world);
    await world.drafts.add(added);
    const parts = [
      { text: added.text, at: noon, messages: ['slack:D1:1'] },
      { text: 'Og i ferien', at: later(1), editedAt: later(2), messages: ['slack:D1:2'] },
    ];
    const made = { text: `${added.text}\n\nOg i ferien`, parts };
    await expect(other.drafts.setParts(added.id, made, added.text)).rejects.toThrow(Collision);
    await world.drafts.setParts(added.id, made, added.text);
    await expect(world.drafts.setParts(added.id, made, added.text)).rejects.toThrow(Collision);
    expect(await world.drafts.byId(added.id)).toEqual({ ...added, ...made });
    // The same words are no repeat of the first ones any more.
    await world.drafts.add({ ...added, id: world.newId() });
  });

  test('notes when a draft was shown and what it was split from, and leaves the rest', async () => {
    const { world } = now();
    const added = draft(world);
    await world.drafts.add(added);
    await world.drafts.note(added.id, { shownAt: later(1) });
    await world.drafts.note(added.id, { rest: idOf('another-draft') });
    expect(await world.drafts.byId(added.id)).toEqual({ ...added, shownAt: later(1), rest: 'another-draft' });
  });

  test('replaces the text, with or without the time of the edit', async () => {
    const { world } = now();
    const added = draft(world);
    await world.drafts.add(added);
    await world.drafts.setText(added.id, 'Nye vikarer', later(1));
    expect(await world.drafts.byId(added.id)).toEqual({ ...added, text: 'Nye vikarer', editedAt: later(1) });
    await world.drafts.setText(added.id, '', undefined);
    expect(await world.drafts.byId(added.id)).toEqual({ ...added, text: '', editedAt: later(1) });
    const numbers = { are: 'case', digits: ['1203981234'] } as const;
    await world.drafts.setText(added.id, 'Sag', undefined, numbers);
    await world.drafts.setText(added.id, 'Sagen', undefined);
    expect(await world.drafts.byId(added.id)).toMatchObject({ text: 'Sagen', numbers });
  });

  test('refuses the same words of the same person twice, as long as they stand as they were said', async () => {
    const { world } = now();
    const [first, again] = [draft(world, { text: 'Vikarer' }), draft(world, { text: 'Vikarer' })];
    await world.drafts.add(first);
    await expect(world.drafts.add(again)).rejects.toThrow(Collision);
    for (const one of [{ personId: idOf<PersonId>('another') }, { text: '' }, { text: '' }])
      await world.drafts.add(draft(world, { text: 'Vikarer', ...one }));
    await world.drafts.setText(first.id, 'Nye vikarer', later(1));
    await world.drafts.add(again);
    expect(await world.drafts.byId(again.id)).toEqual(again);
  });

  test('removes a draft, and nothing when it is removed again', async () => {
    const { world } = now();
    const [added, other] = [draft(world), draft(world)];
    for (const one of [added, other]) await world.drafts.add(one);
    await world.drafts.remove(added.id);
    await world.drafts.remove(added.id);
    expect(await world.drafts.ofPerson(idOf('a-leader'))).toEqual([other]);
  });
}

export function campaignsContract(now: Now): void {
  test('finds a campaign by id', async () => {
    const { world } = now();
    const campaign: Campaign = {
      id: world.newId(),
      question: 'Hvad tager for lang tid?',
      administration: null,
      startedBy: idOf('an-admin'),
      startedAt: noon,
      cancelledAt: null,
      cancelledBy: null,
    };
    await world.campaigns.add(campaign);
    expect(await world.campaigns.byId(campaign.id)).toEqual(campaign);
    expect(await world.campaigns.byId(idOf('none'))).toBeNull();
  });

  const campaign = (id: string, startedAt: Date): Campaign => ({
    ...{ id: idOf(id), question: 'Hvad?', administration: null, startedBy: idOf('an-admin'), startedAt },
    ...{ cancelledAt: null, cancelledBy: null },
  });

  test('lists the newest campaigns of its own organisation', async () => {
    const { world, other } = now();
    await other.campaigns.add(campaign('k0', later(9)));
    for (const [id, at] of [
      ['k1', noon],
      ['k3', later(3)],
      ['k2', later(2)],
    ] as const)
      await world.campaigns.add(campaign(id, at));
    expect((await world.campaigns.newest(2)).map(({ id }) => id)).toEqual(['k3', 'k2']);
    expect(await world.campaigns.newest(9)).toHaveLength(3);
  });

  test('stops a campaign once', async () => {
    const { world } = now();
    await world.campaigns.add(campaign('k1', noon));
    await world.campaigns.cancel(idOf('k1'), idOf('an-admin'), later(1));
    const stopped = { cancelledAt: later(1), cancelledBy: idOf('an-admin') };
    expect(await world.campaigns.byId(idOf('k1'))).toEqual({ ...campaign('k1', noon), ...stopped });
    await expect(world.campaigns.cancel(idOf('k1'), idOf('another'), later(2))).rejects.toThrow(Collision);
    expect(await world.campaigns.byId(idOf('k1'))).toMatchObject(stopped);
  });
}
