import { requestDelivered } from '../../../domain/answers/messages/request-delivered.ts';
import { commentGiven } from '../../../domain/conversation/messages/comment-given.ts';
import { notify, passOn } from '../../../domain/delivery/notify.ts';
import type { CommentId } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/people/person.ts';
import { requestArrived } from '../../../domain/requests/messages/request-arrived.ts';
import { requestWithdrawn } from '../../../domain/requests/messages/request-withdrawn.ts';
import { units } from '../../ids.ts';
import { type MemoryTown, openTown, people } from '../../sample-domain.ts';

let town: MemoryTown;
beforeEach(async () => {
  town = await openTown();
});

const admins = ['asger.thorup@fjordby.example', people.admin];
async function told(): Promise<string[]> {
  const names = new Map((await town.world.people.all()).map(({ id, email }) => [id as string, email]));
  return town.stored.outbox.all().map(({ to }) => names.get(to) ?? to);
}
const legalRequest = () => town.request({ area: 'jura-dokumentation' });
async function leaves(email: string): Promise<Person> {
  const person = await town.person(email);
  await town.world.people.changeAll([{ id: person.id, changes: { active: false } }]);
  return person;
}

test('a request is for its unit’s owners, and for the administrators once the last of them has left', async () => {
  const { id } = await legalRequest();
  town.stored.outbox.clear();
  await notify(town.world, requestArrived, { requestId: id });
  expect(await told()).toEqual([people.legal]);
  town.stored.outbox.clear();
  const owner = await leaves(people.legal);
  await passOn(town.world, requestArrived, { requestId: id }, owner.id);
  expect((await told()).sort()).toEqual(admins);
});

test('a request is for the unit that has it now, not for the one it came from', async () => {
  const { id } = await legalRequest();
  await town.does(people.legal, 'hand-over-request', { requestId: id, unit: units.it, reason: 'Det er it' });
  town.stored.outbox.clear();
  const owner = await leaves(people.legal);
  await passOn(town.world, requestArrived, { requestId: id }, owner.id);
  const itOwners = (await town.world.people.ownersOf(units.it)).map(({ email }) => email);
  expect((await told()).sort()).toEqual(itOwners.sort());
});

test('nobody hears of a withdrawal in place of an owner who has left', async () => {
  const { id } = await legalRequest();
  const owner = await leaves(people.legal);
  town.stored.outbox.clear();
  await passOn(town.world, requestWithdrawn, { requestId: id }, owner.id);
  expect(await told()).toEqual([]);
});

test('nobody hears of a delivery in place of the leader', async () => {
  const { id, leaderId } = await legalRequest();
  town.stored.outbox.clear();
  await passOn(town.world, requestDelivered, { requestId: id }, leaderId);
  expect(await told()).toEqual([]);
});

describe('a message about a request', () => {
  const writes = async (by: Person, side: 'leader' | 'unit') => {
    const request = await legalRequest();
    const comment = {
      id: town.world.newId<CommentId>(),
      requestId: request.id,
      at: town.clock.now,
      by: by.id,
      side,
      text: 'Hvornår?',
    };
    await town.world.comments.add(comment);
    town.stored.outbox.clear();
    return { requestId: request.id, commentId: comment.id };
  };

  test('of a leader who is the unit’s only owner is for nobody', async () => {
    const payload = await writes(await town.person(people.legal), 'leader');
    await notify(town.world, commentGiven, payload);
    expect(await told()).toEqual([]);
  });

  test('of the unit is for the leader alone', async () => {
    const payload = await writes(await town.person(people.legal), 'unit');
    await notify(town.world, commentGiven, payload);
    expect(await told()).toEqual([people.leader]);
    town.stored.outbox.clear();
    await passOn(town.world, commentGiven, payload, (await town.person(people.leader)).id);
    expect(await told()).toEqual([]);
  });

  test('of the leader goes to the administrators when no owner can be reached', async () => {
    const payload = await writes(await town.person(people.leader), 'leader');
    const owner = await town.person(people.legal);
    await passOn(town.world, commentGiven, payload, owner.id);
    expect((await told()).sort()).toEqual(admins);
  });
});
