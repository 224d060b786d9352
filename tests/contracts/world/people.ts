import { replaceList } from '../../../domain/people/import/replace-list.ts';
import { admit } from '../../../domain/people/join/admit.ts';
import type { JoinRequest } from '../../../domain/people/join/join-request.ts';
import type { Person } from '../../../domain/people/person.ts';
import { Collision, type World } from '../../../domain/ports.ts';
import { idOf, units } from '../../ids.ts';
import { later, listed, type Now, noon, person } from './stage.ts';

const pernille = 'pernille@fjordby.example';
const chat = { platform: 'slack', place: { user: 'U1', channel: 'D1' } } as const;

const leave = (world: World, id: Person['id']) =>
  world.people.changeAll([{ id, changes: { active: false, letIn: false } }]);

export function peopleContract(now: Now): void {
  const emails = async (world: World) => (await world.people.all()).map(({ email }) => email).sort();

  test('adds the people of a list, with nothing known of their chat', async () => {
    const { world } = now();
    await replaceList(world, [listed(pernille, { language: 'en', entraObjectId: 'e1' })]);
    expect(await person(world)).toEqual({
      ...listed(pernille, { language: 'en', entraObjectId: 'e1' }),
      administrationId: 'boern-og-unge',
      managerId: null,
      id: expect.any(String),
      active: true,
      chat: null,
      places: {},
      promptsSnoozedUntil: null,
      promptsStopped: false,
      homeShown: false,
      met: false,
      letIn: false,
    });
  });

  test('changes a person by the next list, who keeps their id, chat and chosen language', async () => {
    const { world } = now();
    await replaceList(world, [listed(pernille), listed('ulla@fjordby.example')]);
    const { id } = await person(world);
    await world.people.setLanguage(id, 'en');
    await replaceList(world, [listed(pernille, { name: 'Pernille Holm', language: 'da', unit: units.hr })]);
    expect(await person(world)).toMatchObject({ id, name: 'Pernille Holm', language: 'en', unit: units.hr });
    expect(await emails(world)).toEqual([pernille]);
    expect(await world.people.byAddress('ulla@fjordby.example')).toBeNull();
  });

  test('finds somebody who left the list by id, as inactive, and makes them active again with the same id', async () => {
    const { world } = now();
    await replaceList(world, [listed(pernille)]);
    const { id } = await person(world);
    await replaceList(world, []);
    expect(await world.people.byId(id)).toMatchObject({ active: false });
    await replaceList(world, [listed(pernille)]);
    expect(await person(world)).toMatchObject({ id, active: true });
  });

  test('finds people by e-mail in upper and lower case, and owners by their unit', async () => {
    const { world } = now();
    const owner = listed('ulla@fjordby.example', { unit: units.hr, roles: ['processOwner', 'manager'] });
    const manager = listed('carl@fjordby.example', { unit: units.hr, roles: ['manager'] });
    const elsewhere = listed('priya@fjordby.example', { unit: units.it, roles: ['processOwner'] });
    await replaceList(world, [owner, manager, elsewhere]);
    expect(await world.people.byAddress('Ulla@Fjordby.Example')).toMatchObject({ email: 'ulla@fjordby.example' });
    expect((await world.people.ownersOf(units.hr)).map(({ email }) => email)).toEqual(['ulla@fjordby.example']);
    await leave(world, (await person(world, 'ulla@fjordby.example')).id);
    expect(await world.people.ownersOf(units.hr)).toEqual([]);
  });

  test('keeps somebody who was let in, with their chat, when a list does not name them', async () => {
    const { world } = now();
    const added = await admit(world, { ...chat, name: 'Nynne Lund', email: 'Nynne@Fjordby.example' });
    expect(added).toMatchObject({ email: 'nynne@fjordby.example', letIn: true, active: true, met: true });
    expect(added).toMatchObject({ chat: 'slack', places: { slack: chat.place } });
    await replaceList(world, [listed(pernille)]);
    expect(await emails(world)).toEqual(['nynne@fjordby.example', pernille]);
    await replaceList(world, [listed('nynne@fjordby.example')]);
    expect(await world.people.byId(added.id)).toMatchObject({ letIn: false, active: true });
  });

  test('lets in somebody on the list without changing what the list says', async () => {
    const { world } = now();
    await replaceList(world, [listed(pernille, { roles: ['manager'] })]);
    const { id } = await person(world);
    const added = await admit(world, { ...chat, name: 'Another name', email: pernille });
    expect(added).toMatchObject({ id, name: 'Pernille Østergaard', roles: ['manager'], letIn: false, chat: 'slack' });
  });

  test('lets in somebody who left the list under their former id', async () => {
    const { world } = now();
    await replaceList(world, [listed(pernille)]);
    const { id } = await person(world);
    await replaceList(world, []);
    expect(await admit(world, { ...chat, name: 'Pernille Holm', email: pernille })).toMatchObject({
      id,
      name: 'Pernille Holm',
      active: true,
      letIn: true,
    });
  });

  test('shuts somebody out, who is no longer active or let in', async () => {
    const { world } = now();
    const { id } = await admit(world, { ...chat, name: 'Pernille Holm', email: pernille });
    await leave(world, id);
    expect(await world.people.byId(id)).toMatchObject({ active: false, letIn: false });
    expect(await emails(world)).toEqual([]);
  });

  test('meets a person once', async () => {
    const { world } = now();
    await replaceList(world, [listed(pernille)]);
    const { id } = await person(world);
    expect([await world.people.meet(id), await world.people.meet(id)]).toEqual([true, false]);
    expect(await world.people.meet(idOf('nobody'))).toBe(false);
    expect(await person(world)).toMatchObject({ met: true });
  });

  test('remembers a language, an opened Home tab and a choice about prompts', async () => {
    const { world } = now();
    await replaceList(world, [listed(pernille)]);
    const { id } = await person(world);
    await world.people.setLanguage(id, 'en');
    await world.people.setHomeShown(id);
    await world.people.setPrompts(id, { promptsSnoozedUntil: later(5), promptsStopped: true });
    const known = { language: 'en', homeShown: true, promptsSnoozedUntil: later(5), promptsStopped: true };
    expect(await person(world)).toMatchObject(known);
    await world.people.setLanguage(idOf('nobody'), 'en');
    expect(await emails(world)).toEqual([pernille]);
  });
}

export function joinsContract(now: Now): void {
  const join = (world: World, changes: Partial<JoinRequest> = {}): JoinRequest => ({
    id: world.newId(),
    platform: 'slack',
    place: { user: 'U1', channel: 'D1' },
    name: 'Nynne Lund',
    email: 'nynne@fjordby.example',
    at: noon,
    state: 'asked',
    decidedBy: null,
    ...changes,
  });

  test('lists the join requests of one user, oldest first', async () => {
    const { world } = now();
    const [second, first] = [join(world, { at: later(1) }), join(world)];
    const others = [join(world, { place: { user: 'U2' } }), join(world, { platform: 'teams' })];
    for (const one of [second, first, ...others]) await world.joins.add(one);
    expect(await world.joins.of('slack', 'U1')).toEqual([first, second]);
    expect(await world.joins.byId(second.id)).toEqual(second);
  });

  test('decides a join request once', async () => {
    const { world } = now();
    const asked = join(world);
    await world.joins.add(asked);
    await world.joins.decide(asked.id, 'turnedDown', idOf('an-admin'));
    await expect(world.joins.decide(asked.id, 'letIn', idOf('another'))).rejects.toThrow(Collision);
    expect(await world.joins.byId(asked.id)).toEqual({ ...asked, state: 'turnedDown', decidedBy: 'an-admin' });
    await expect(world.joins.decide(idOf('no-such-join'), 'letIn', idOf('an-admin'))).rejects.toThrow(Collision);
  });
}
