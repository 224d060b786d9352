import type { AnyId } from '../../../domain/ids.ts';
import { admit } from '../../../domain/people/join/admit.ts';
import type { JoinRequest, StrangerWords } from '../../../domain/people/join/join-request.ts';
import type { OrganisationEvent } from '../../../domain/people/organisation-history.ts';
import type { Person } from '../../../domain/people/person.ts';
import { Collision, type KeptImport, type World } from '../../../domain/ports.ts';
import { idOf, units } from '../../ids.ts';
import { replaceList } from '../../replace-list.ts';
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

  test('knows also those who left, and nobody of another organisation', async () => {
    const { world, other } = now();
    await replaceList(world, [listed(pernille), listed('ulla@fjordby.example')]);
    await replaceList(world, [listed(pernille)]);
    const known = (await world.people.known()).map(({ email, active }) => ({ email, active }));
    expect(known).toHaveLength(2);
    expect(known).toContainEqual({ email: 'ulla@fjordby.example', active: false });
    expect(await other.people.known()).toEqual([]);
  });

  test('refuses to add or give a person an e-mail that is taken', async () => {
    const { world } = now();
    await replaceList(world, [listed(pernille), listed('ulla@fjordby.example')]);
    const { id, ...rest } = await person(world);
    await expect(world.people.addAll([{ ...rest, id: world.newId() }])).rejects.toThrow(Collision);
    await expect(world.people.changeAll([{ id, changes: { email: 'ulla@fjordby.example' } }])).rejects.toThrow(
      Collision,
    );
    expect(await emails(world)).toEqual([pernille, 'ulla@fjordby.example']);
  });

  test('changes many people at once, each as told, and nobody of another organisation', async () => {
    const { world, other } = now();
    await replaceList(world, [listed(pernille), listed('ulla@fjordby.example'), listed('carl@fjordby.example')]);
    const [first, second, third] = await world.people.all();
    if (!first || !second || !third) throw new Error('three people were added');
    const moved = { institution: 'Havskolen' };
    await other.people.changeAll([{ id: first.id, changes: { institution: 'Skovskolen' } }]);
    await world.people.changeAll([
      { id: first.id, changes: moved },
      { id: second.id, changes: { name: 'Another name', unit: units.hr } },
      { id: third.id, changes: moved },
    ]);
    expect(await world.people.byId(first.id)).toEqual({ ...first, ...moved });
    expect(await world.people.byId(second.id)).toEqual({ ...second, name: 'Another name', unit: units.hr });
    expect(await world.people.byId(third.id)).toEqual({ ...third, ...moved });
    await world.people.addAll([]);
    await world.people.changeAll([]);
    expect(await emails(world)).toHaveLength(3);
  });

  test('finds nobody by a user principal name that two people have', async () => {
    const { world } = now();
    const upn = 'ph@fjordby.example';
    await replaceList(world, [listed(pernille, { upn }), listed('ulla@fjordby.example')]);
    expect(await world.people.byAddress('PH@fjordby.example')).toMatchObject({ email: pernille });
    const { id } = await person(world, 'ulla@fjordby.example');
    await world.people.changeAll([{ id, changes: { upn } }]);
    expect(await world.people.byAddress(upn)).toBeNull();
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
    decidedAt: null,
    language: null,
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

  test('lists the join requests that are undecided, oldest first', async () => {
    const { world, other } = now();
    const [second, first, decided] = [join(world, { at: later(1) }), join(world), join(world)];
    for (const one of [second, first, decided]) await world.joins.add(one);
    await world.joins.decide(decided.id, 'letIn', null, later(2));
    expect(await world.joins.undecided()).toEqual([first, second]);
    expect(await other.joins.undecided()).toEqual([]);
  });

  test('decides a join request once', async () => {
    const { world } = now();
    const asked = join(world);
    await world.joins.add(asked);
    await world.joins.decide(asked.id, 'turnedDown', idOf('an-admin'), later(1));
    await expect(world.joins.decide(asked.id, 'letIn', idOf('another'), noon)).rejects.toThrow(Collision);
    expect(await world.joins.byId(asked.id)).toEqual({
      ...asked,
      state: 'turnedDown',
      decidedBy: 'an-admin',
      decidedAt: later(1),
    });
    await expect(world.joins.decide(idOf('no-such-join'), 'letIn', idOf('an-admin'), noon)).rejects.toThrow(Collision);
  });
}

export function importsContract(now: Now): void {
  const kept = (world: World, at: Date, institutions: readonly string[]): KeptImport => ({
    id: world.newId(),
    at,
    changes: institutions.map((institution) => ({ id: world.newId(), before: null, after: { institution } })),
  });

  test('gives the newest import that is there, whole and in its order', async () => {
    const { world, other } = now();
    expect(await world.imports.latest()).toBeNull();
    const older = kept(world, noon, ['Fjordskolen']);
    // More than one document of the database holds.
    const newer = kept(
      world,
      later(1),
      Array.from({ length: 2001 }, (_, number) => `Skole ${number}`),
    );
    await world.imports.add(newer);
    await world.imports.add(older);
    expect(await world.imports.latest()).toEqual(newer);
    expect(await other.imports.latest()).toBeNull();
    await other.imports.remove(newer.id);
    await world.imports.remove(newer.id);
    expect(await world.imports.latest()).toEqual(older);
  });

  test('keeps an import without changes', async () => {
    const { world } = now();
    const empty = kept(world, noon, []);
    await world.imports.add(empty);
    expect(await world.imports.latest()).toEqual(empty);
  });
}

export function settingsContract(now: Now): void {
  test('stores the settings of this organisation', async () => {
    const { world, other } = now();
    const settings = { ...world.organisation, name: 'Fjordby By' };
    await world.settings.put(settings);
    expect(await world.settings.read()).toEqual(settings);
    expect(await other.settings.read()).toBeNull();
  });

  test('gives the events of this organisation, oldest first', async () => {
    const { world, other } = now();
    const event = (at: Date, type: 'list-imported' | 'person-removed'): OrganisationEvent => ({
      id: world.newId(),
      at,
      by: 'operator',
      type,
      counts: { added: 2 },
    });
    const [second, first] = [event(later(1), 'person-removed'), event(noon, 'list-imported')];
    await world.settings.addEvent(second);
    await world.settings.addEvent(first);
    expect(await world.settings.history()).toEqual([first, second]);
    expect(await other.settings.history()).toEqual([]);
  });
}

export function strangerWordsContract(now: Now): void {
  const written = (world: World, changes: Partial<StrangerWords> = {}): StrangerWords => ({
    id: world.newId<AnyId>(),
    platform: 'slack',
    user: 'U1',
    text: 'Vi taster alting to gange',
    at: noon,
    message: { conversation: 'D1', message: 'm1' },
    ...changes,
  });

  test('gives the words of one user, oldest first, and of no other organisation', async () => {
    const { world, other } = now();
    const [second, first] = [written(world, { at: later(1), message: null }), written(world)];
    const others = [written(world, { user: 'U2' }), written(world, { platform: 'teams' })];
    for (const one of [second, first, ...others]) await world.strangerWords.add(one);
    expect(await world.strangerWords.of('slack', 'U1')).toEqual([first, second]);
    expect(await other.strangerWords.of('slack', 'U1')).toEqual([]);
    await other.strangerWords.remove([first.id]);
    await other.strangerWords.removeBefore(later(5));
    expect(await world.strangerWords.of('slack', 'U1')).toHaveLength(2);
  });

  test('changes and removes words, and those from before an instant', async () => {
    const { world } = now();
    const [old, recent, gone] = [written(world), written(world, { at: later(2) }), written(world, { at: later(3) })];
    for (const one of [old, recent, gone]) await world.strangerWords.add(one);
    await world.strangerWords.setText(recent.id, 'Rettet');
    await world.strangerWords.remove([gone.id]);
    await world.strangerWords.remove([]);
    await world.strangerWords.removeBefore(later(2));
    expect(await world.strangerWords.of('slack', 'U1')).toEqual([{ ...recent, text: 'Rettet' }]);
  });
}
