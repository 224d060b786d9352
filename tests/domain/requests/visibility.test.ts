import { peopleBelow } from '../../../domain/people/managers.ts';
import type { RequestView } from '../../../domain/requests/view-request.ts';
import { idOf, units } from '../../ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeAll(async () => {
  sample = await openSample();
});

const shown = (email: string, request: string) => sample.does(email, 'show-request', { request });

test('shows a request to its leader, its owners, the managers above and the administrators, and to nobody else', async () => {
  const { id } = await sample.request();
  const sees = async (email: string) => (await shown(email, id)).ok;
  const { leader, hr, schoolManager, director, unitManager, admin, it: otherOwner, otherLeader, legal } = people;
  for (const email of [leader, hr, schoolManager, director, unitManager, admin])
    expect([email, await sees(email)]).toEqual([email, true]);
  for (const email of [otherOwner, otherLeader, legal, 'susanne.bulow@fjordby.example']) {
    expect([email, await shown(email, id)]).toEqual([email, { ok: false, refusal: 'not-found', problems: {} }]);
  }
});

test('finds a request by the number that people say, in either case', async () => {
  const { id, number } = await sample.request();
  expect(await shown(people.leader, number.toLowerCase())).toMatchObject({ ok: true, value: { request: { id } } });
});

test('shows an anonymous leader to nobody but that leader', async () => {
  const { id } = await sample.request({ anonymous: 'true' });
  for (const email of [people.hr, people.schoolManager, people.unitManager, people.admin]) {
    const { value } = (await shown(email, id)) as { value: Record<string, unknown> };
    const leader = await sample.person(people.leader);
    expect(value.source).toEqual({ name: null, institution: null, administration: null });
    for (const secret of [leader.name, leader.institution, leader.id, leader.email]) {
      expect(JSON.stringify(value)).not.toContain(secret);
    }
  }
  expect(await shown(people.leader, id)).toMatchObject({ value: { source: { name: 'Pernille Østergaard' } } });
});

test('names an anonymous leader who owns the process for their acts in office, as every owner', async () => {
  const roles = ['leader', 'processOwner'] as const;
  sample.stored.people.changeWhere(({ email }) => email === people.leader, { roles, unit: units.hr });
  const { id } = await sample.request({ anonymous: 'true' });
  await sample.does(people.leader, 'acknowledge-request', { requestId: id });
  const { value } = (await shown(people.hr, id)) as { value: RequestView };
  expect(value.history.map(({ event, byName }) => [event.type, byName])).toEqual([
    ['submitted', null],
    ['acknowledged', 'Pernille Østergaard'],
  ]);
  sample.stored.people.changeWhere(({ email }) => email === people.leader, { roles: ['leader'], unit: null });
});

test('shows no administration of any anonymous leader while one administration has fewer than five', async () => {
  const small = 'Teknik- og Miljøforvaltningen';
  const everyone = await sample.world.people.all();
  const leaders = everyone.filter((person) => person.administration === small && person.roles.includes('leader'));
  expect(leaders.length).toBeLessThan(5);
  for (const email of [leaders[0]?.email, people.leader]) {
    const { id } = await sample.request({ anonymous: 'true', area: 'it' }, email);
    expect(await shown(people.it, id)).toMatchObject({ value: { source: { administration: null } } });
  }
});

test('hides a request from the owner who has handed it over', async () => {
  const { id } = await sample.request();
  await sample.does(people.hr, 'hand-over-request', { requestId: id, unit: units.it, reason: 'It' });
  expect([(await shown(people.hr, id)).ok, (await shown(people.it, id)).ok]).toEqual([false, true]);
});

test('gives a manager the whole area below', async () => {
  const everyone = await sample.world.people.all();
  const below = peopleBelow(await sample.person(people.director), everyone);
  expect(below.map(({ email }) => email)).toEqual(expect.arrayContaining([people.schoolManager, people.leader]));
  expect(below.map(({ email }) => email)).not.toContain(people.otherLeader);
});

test('does not let a manager of fewer than five leaders find an anonymous one by trying numbers', async () => {
  const everyone = await sample.world.people.all();
  const manager = everyone.find((one) => {
    const below = peopleBelow(one, everyone);
    const leaders = below.filter(({ roles }) => roles.includes('leader'));
    return leaders.length > 0 && leaders.length < 5 && below.every(({ unit }) => unit === null);
  });
  const leader = everyone.find(({ managerEmail }) => managerEmail === manager?.email);
  const hidden = await sample.request({ anonymous: 'true' }, leader?.email);
  const open = await sample.request({}, leader?.email);
  expect(await shown(manager?.email ?? '', hidden.number)).toMatchObject({ ok: false, refusal: 'not-found' });
  expect(await shown(manager?.email ?? '', open.number)).toMatchObject({ ok: true });
});

test('lets a person who owns the unit and sent the request handle it', async () => {
  sample.stored.people.changeWhere(({ email }) => email === people.hr, { roles: ['processOwner', 'leader'] });
  const { id } = await sample.request({}, people.hr);
  expect(await sample.does(people.hr, 'acknowledge-request', { requestId: id })).toMatchObject({ ok: true });
});

test('puts an open request of a unit that the organisation no longer has into the administrators’ inbox', async () => {
  const { id } = await sample.request();
  sample.stored.requests.change(id, { unit: idOf('Nedlagt enhed') });
  const inbox = await sample.does(people.admin, 'list-inbox');
  expect(JSON.stringify(inbox)).toContain(id);
});

test('opens no unit to the manager of somebody who only has its name in the list', async () => {
  const { id } = await sample.request({}, people.otherLeader);
  const [leader, manager] = [await sample.person(people.leader), await sample.person(people.schoolManager)];
  const sees = async () => (await shown(manager.email, id)).ok;
  const before = await sees();
  await sample.world.people.changeAll([{ id: leader.id, changes: { unit: units.hr } }]);
  expect([before, await sees()]).toEqual([false, false]);
  await sample.world.people.changeAll([{ id: leader.id, changes: { unit: null } }]);
});
