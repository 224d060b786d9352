import fc from 'fast-check';
import { personCards } from '../../../cards/messages.ts';
import { requestCard } from '../../../cards/requests/request.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { weeklyDigest } from '../../../domain/overview/weekly-digest.ts';
import type { Person } from '../../../domain/people/person.ts';
import { hasRole, maySubmit } from '../../../domain/people/roles.ts';
import { smallestGroup } from '../../../domain/requests/origin.ts';
import type { Request } from '../../../domain/requests/record/request.ts';
import { viewForUnit } from '../../../domain/requests/view-request.ts';
import type { Role } from '../../../domain/vocabulary.ts';
import { handle } from '../../../handlers/index.ts';
import { asking } from '../../handlers/asks.ts';
import { idOf, units } from '../../ids.ts';
import { type MemorySample, openSample, people as samplePeople } from '../../sample-domain.ts';

type Member = Pick<Person, 'id' | 'roles' | 'administration' | 'managerId' | 'unit'>;

/** Organisations of up to four administrations, with managers at any height, and leaders who may be more than that. */
const organisation: fc.Arbitrary<Member[]> = fc
  .record({
    owners: fc.integer({ min: 1, max: 2 }),
    managers: fc.array(fc.record({ above: fc.option(fc.nat(5)), administration: fc.nat(3) }), { maxLength: 5 }),
    leaders: fc.array(
      fc.record({
        above: fc.option(fc.nat(5), { freq: 9 }),
        administration: fc.nat(3),
        also: fc.oneof(
          { weight: 9, arbitrary: fc.constant([] as Role[]) },
          { weight: 1, arbitrary: fc.constantFrom<Role[]>(['manager'], ['processOwner'], ['admin']) },
        ),
      }),
      { minLength: 2, maxLength: 32 },
    ),
    administrations: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ owners, managers, leaders, administrations }) => {
    const nameOf = (index: number) => `Forvaltning ${index % administrations}`;
    const managerOf = (above: number | null) =>
      above === null || managers.length === 0 ? null : idOf<PersonId>(`manager-${above % managers.length}`);
    const member = (id: string, roles: Role[], administration: number, above: number | null): Member => ({
      ...{ id: idOf<PersonId>(id), roles, administration: nameOf(administration), managerId: managerOf(above) },
      unit: roles.includes('processOwner') ? units.hr : null,
    });
    return [
      ...Array.from({ length: owners }, (_, index) => member(`owner-${index}`, ['processOwner'], 0, null)),
      member('admin', ['admin'], 0, null),
      ...managers.map(({ above, administration }, index) =>
        member(`manager-${index}`, ['manager'], administration, above),
      ),
      ...leaders.map(({ above, administration, also }, index) =>
        member(`leader-${index}`, ['leader', ...also], administration, above),
      ),
    ];
  });

const addressOf = (id: string) => `${id}@fjordby.example`;

async function open(members: readonly Member[]): Promise<MemorySample> {
  const sample = await openSample();
  const template = await sample.person(samplePeople.leader);
  sample.stored.people.clear();
  for (const member of members)
    sample.stored.people.add({
      ...template,
      ...member,
      email: addressOf(member.id),
      name: `Navn ${member.id}`,
      institution: `Institution ${member.id}`,
      administrationId: idOf(member.administration.toLowerCase()),
      managerEmail: member.managerId && addressOf(member.managerId),
    });
  return sample;
}

/** An anonymous request with a message of its leader's and an answer of the unit's. */
async function livedThrough(sample: MemorySample, sender: Member): Promise<Request> {
  const request = await sample.request({ anonymous: 'true' }, addressOf(sender.id));
  const requestId = request.id;
  await sample.does(addressOf(sender.id), 'comment-on-request', { requestId, text: 'Det haster' });
  await sample.does(addressOf('owner-0'), 'acknowledge-request', { requestId });
  return request;
}

/** All that the bot would show a person, with the ids of this run left out. */
async function observation(sample: MemorySample, request: Request, viewer: Member): Promise<string> {
  const asks = await asking(sample, addressOf(viewer.id));
  const lookUps: Array<[string, Record<string, string>]> = [
    ['show-request', { request: request.number }],
    ['show-request', { request: request.id }],
    ['show-files', { about: request.id }],
    ['open-comment-form', { requestId: request.id }],
    ['open-answer-form', { requestId: request.id }],
    ['open-hand-over-form', { requestId: request.id }],
    ['list-inbox', {}],
    ['list-mine', {}],
    ['show-digest', {}],
    ['list-digest', { section: 'new', to: '2026-11-24' }],
    ['show-home', {}],
  ];
  const shown: unknown[] = [];
  for (const [action, input] of lookUps) shown.push(await handle(asks, { action, input, idempotencyKey: 'k' }));
  if (hasRole(viewer, 'manager')) {
    const content = await weeklyDigest.content(sample.world, asks.actor, { week: '2026-11-30' });
    shown.push(content && personCards['weekly-digest'](content, 'da'));
  }
  const room = hasRole(viewer, 'processOwner') || hasRole(viewer, 'admin');
  if (room) shown.push(requestCard(await viewForUnit(sample.world, request), 'da'));
  return JSON.stringify(shown)
    .replaceAll(request.id, 'the request')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'an id');
}

/** The people who see requests that they did not send. */
const readsOthers = ({ roles }: Member) => roles.some((role) => role !== 'leader');

test('no two people’s views together say that an anonymous request is from one of fewer than five', async () => {
  await fc.assert(
    fc.asyncProperty(organisation, async (members) => {
      const senders = members.filter(maySubmit);
      const readers = members.filter(readsOthers);
      /** Sender → reader → the view of a municipality in which this sender alone has sent something. */
      const views = new Map<Member, Map<Member, string>>();
      for (const sender of senders) {
        const sample = await open(members);
        const request = await livedThrough(sample, sender);
        const seen = new Map<Member, string>();
        for (const reader of readers) seen.set(reader, await observation(sample, request, reader));
        views.set(sender, seen);
      }
      for (const one of readers)
        for (const other of readers) {
          const possible = senders.filter((sender) => sender !== one && sender !== other);
          const alike = Map.groupBy(possible, (sender) =>
            [one, other].map((reader) => views.get(sender)?.get(reader)).join(),
          );
          const sizes = [...alike.values()].map(({ length }) => length);
          if (sizes.length > 1 && Math.min(...sizes) < smallestGroup)
            throw new Error(`${one.id} and ${other.id} tell groups of ${sizes.join(', ')} apart`);
        }
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('a list that moves or leaves out one person changes nobody else’s view of an anonymous request', async () => {
  const change = fc.record({
    who: fc.nat(),
    administration: fc.nat(3),
    above: fc.option(fc.nat(5)),
    active: fc.boolean(),
    sender: fc.nat(),
  });
  await fc.assert(
    fc.asyncProperty(organisation, change, async (listed, { who, sender, administration, above, active }) => {
      // A manager above an owner sees what the unit has, in office, and the list may change that.
      const members = listed.map((member) => (member.unit === null ? member : { ...member, managerId: null }));
      const senders = members.filter(maySubmit);
      const movable = senders.filter((member) => member.unit === null && !hasRole(member, 'admin'));
      const [moved, from] = [movable[who % movable.length], senders[sender % senders.length]];
      if (!moved || !from) return;
      const sample = await open(members);
      const request = await livedThrough(sample, from);
      const readers = members.filter((member) => readsOthers(member) && member !== moved && member !== from);
      const look = () => Promise.all(readers.map((reader) => observation(sample, request, reader)));
      const before = await look();
      const managerId = above === null ? null : idOf<PersonId>(`manager-${above}`);
      sample.stored.people.change(moved.id, {
        administration: `Forvaltning ${administration}`,
        administrationId: idOf(`forvaltning ${administration}`),
        managerId,
        managerEmail: managerId && addressOf(managerId),
        institution: 'Et andet sted',
        name: 'Et andet navn',
        active,
      });
      expect(await look()).toEqual(before);
    }),
    { numRuns: 60 },
  );
}, 120_000);
