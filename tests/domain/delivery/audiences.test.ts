import { requestDelivered } from '../../../domain/answers/messages/request-delivered.ts';
import { commentGiven } from '../../../domain/conversation/messages/comment-given.ts';
import { notify, passOn } from '../../../domain/delivery/notify.ts';
import type { CommentId } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/people/person.ts';
import { requestArrived } from '../../../domain/requests/messages/request-arrived.ts';
import { requestWithdrawn } from '../../../domain/requests/messages/request-withdrawn.ts';
import { units } from '../../ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

const admins = ['asger.thorup@fjordby.example', people.admin];
async function told(): Promise<string[]> {
  const names = new Map((await sample.world.people.all()).map(({ id, email }) => [id as string, email]));
  return sample.stored.outbox.all().map(({ to }) => names.get(to) ?? to);
}
const legalRequest = () => sample.request({ area: 'jura-dokumentation' });
async function leaves(email: string): Promise<Person> {
  const person = await sample.person(email);
  await sample.world.people.changeAll([{ id: person.id, changes: { active: false } }]);
  return person;
}

test('sends a request to its unit’s owners, and to the administrators once the last owner has left', async () => {
  const { id } = await legalRequest();
  sample.stored.outbox.clear();
  await notify(sample.world, requestArrived, { requestId: id });
  expect(await told()).toEqual([people.legal]);
  sample.stored.outbox.clear();
  const owner = await leaves(people.legal);
  await passOn(sample.world, requestArrived, { requestId: id }, owner.id);
  expect((await told()).sort()).toEqual(admins);
});

test('sends a request to the unit that has it now, not to its first one', async () => {
  const { id } = await legalRequest();
  await sample.does(people.legal, 'hand-over-request', { requestId: id, unit: units.it, reason: 'Det er it' });
  sample.stored.outbox.clear();
  const owner = await leaves(people.legal);
  await passOn(sample.world, requestArrived, { requestId: id }, owner.id);
  const itOwners = (await sample.world.people.ownersOf(units.it)).map(({ email }) => email);
  expect((await told()).sort()).toEqual(itOwners.sort());
});

test('tells nobody of a withdrawal in place of an owner who has left', async () => {
  const { id } = await legalRequest();
  const owner = await leaves(people.legal);
  sample.stored.outbox.clear();
  await passOn(sample.world, requestWithdrawn, { requestId: id }, owner.id);
  expect(await told()).toEqual([]);
});

test('tells nobody of a delivery in place of the leader', async () => {
  const { id, leaderId } = await legalRequest();
  sample.stored.outbox.clear();
  await passOn(sample.world, requestDelivered, { requestId: id }, leaderId);
  expect(await told()).toEqual([]);
});

describe('a message about a request', () => {
  const writes = async (by: Person, side: 'leader' | 'unit') => {
    const request = await legalRequest();
    const comment = {
      id: sample.world.newId<CommentId>(),
      requestId: request.id,
      at: sample.clock.now,
      by: by.id,
      side,
      text: 'Hvornår?',
    };
    await sample.world.comments.add(comment);
    sample.stored.outbox.clear();
    return { requestId: request.id, commentId: comment.id };
  };

  test('goes to nobody when its leader is the unit’s only owner', async () => {
    const payload = await writes(await sample.person(people.legal), 'leader');
    await notify(sample.world, commentGiven, payload);
    expect(await told()).toEqual([]);
  });

  test('goes to the leader alone when the unit wrote it', async () => {
    const payload = await writes(await sample.person(people.legal), 'unit');
    await notify(sample.world, commentGiven, payload);
    expect(await told()).toEqual([people.leader]);
    sample.stored.outbox.clear();
    await passOn(sample.world, commentGiven, payload, (await sample.person(people.leader)).id);
    expect(await told()).toEqual([]);
  });

  test('goes to the administrators when the leader wrote it and no owner can be reached', async () => {
    const payload = await writes(await sample.person(people.leader), 'leader');
    const owner = await sample.person(people.legal);
    await passOn(sample.world, commentGiven, payload, owner.id);
    expect((await told()).sort()).toEqual(admins);
  });
});
