import { inboxCard } from '../../../cards/requests/lists.ts';
import { roomsConcernedBy } from '../../../domain/channels/room-rules.ts';
import { withoutChat } from '../../../domain/context.ts';
import type { UnitId } from '../../../domain/ids.ts';
import { operator } from '../../../domain/people/actor.ts';
import { perform } from '../../../domain/perform.ts';
import { closeUnit, previewClosing } from '../../../domain/requests/units/close-unit.ts';
import type { Receivers } from '../../../domain/requests/units/plan-closing.ts';
import type { RequestView } from '../../../domain/requests/view-request.ts';
import { idOf, units } from '../../ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

const { hr, it, legal } = units;
const reason = 'Koncern HR er lagt sammen med Koncern IT.';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

const attempt = () => ({ world: sample.world, actor: operator, context: withoutChat, idempotencyKey: null });
const close = (receivers: Receivers) =>
  perform({ ...attempt(), useCase: closeUnit, input: { unit: hr, receivers, reason } });
const preview = (receivers: Receivers) =>
  perform({ ...attempt(), useCase: previewClosing, input: { unit: hr, receivers } });
const merged: Receivers = { all: it, withPeople: true };

/** The sample municipality as every instance sees it half a minute later. */
async function afterwards(): Promise<MemorySample> {
  const organisation = await sample.world.settings.read();
  if (!organisation) throw new Error('the organisation is gone');
  Object.assign(sample.world, { organisation });
  return sample;
}

async function room(unit: UnitId) {
  const { world } = sample;
  const { id } = await world.rooms.meet('slack', `C-${unit}`, { channel: `C-${unit}` });
  await world.rooms.follow(id, unit, (await sample.person(people.admin)).id);
  return id;
}

async function answered(): Promise<string> {
  const { id } = await sample.request();
  const answer = {
    decision: 'planned' as const,
    measure: 'Ny arbejdsgang',
    expectedImprovement: 'Hurtigere',
    horizon: '2027',
  };
  expect(await sample.does(people.hr, 'answer-request', { requestId: id, ...answer })).toMatchObject({ ok: true });
  return id;
}

async function shown(email: string, request: string): Promise<RequestView> {
  const seen = await sample.does(email, 'show-request', { request });
  if (!seen.ok) throw new Error(seen.refusal);
  return seen.value;
}

test('previews the moves of a merger, and moves nothing', async () => {
  await sample.request();
  const found = await preview(merged);
  expect(found).toMatchObject({
    ok: true,
    value: {
      areas: [{ area: 'personale', to: it }],
      shares: [{ unit: it, requests: 1 }],
      peopleTo: it,
      channels: 0,
    },
  });
  expect(await sample.world.settings.read()).toEqual(sample.organisation);
});

test('moves open requests to the other unit with their deadline, and adds a step to the timeline', async () => {
  const { id, dueOn } = await sample.request();
  expect(await close(merged)).toMatchObject({ ok: true, value: { shares: [{ unit: it, requests: 1 }] } });
  await afterwards();
  expect(await sample.world.requests.byId(id)).toMatchObject({ unit: it, dueOn, state: 'routed' });
  const view = await shown(people.leader, id);
  expect(view.history.map(({ event, unit, byName }) => [event.type, unit, byName])).toEqual([
    ['submitted', 'Koncern HR', null],
    ['handedOver', 'Koncern IT', null],
  ]);
  expect(view.history[1]?.event).toMatchObject({ reason });
});

test('moves owners and channels in a merger', async () => {
  const [own, other] = [await room(hr), await room(it)];
  const waiting = await sample.request({ area: 'it' });
  sample.stored.outbox.clear();
  await close(merged);
  await afterwards();
  const { world } = sample;
  expect((await sample.person(people.hr)).unit).toBe(it);
  expect((await world.rooms.ofUnit(it)).map(({ id }) => id)).toEqual([own, other]);
  expect(await roomsConcernedBy(world, waiting)).toMatchObject([{ id: own }, { id: other }]);
  expect(await sample.outbox()).toContainEqual(
    expect.objectContaining({ kind: 'request-changed', to: `request:${waiting.id}` }),
  );
  expect(await sample.does(people.hr, 'list-inbox')).toMatchObject({ value: { units: ['Koncern IT'] } });
});

test('leaves a promise in force, and shows the unit that gave it', async () => {
  const id = await answered();
  await close(merged);
  await afterwards();
  const view = await shown(people.it, id);
  expect(view).toMatchObject({ request: { state: 'answered' }, unitName: 'Koncern IT', answeredBy: 'Koncern HR' });
  expect(view.may.deliver).toBe(true);
});

test('shows the settled requests of the closed unit to the unit that took over', async () => {
  const id = await answered();
  await sample.does(people.hr, 'deliver-request', { requestId: id });
  await close(merged);
  await afterwards();
  expect(await shown(people.it, id)).toMatchObject({ request: { state: 'delivered' }, answeredBy: 'Koncern HR' });
});

test('tells the owners who receive requests, and routes later ones to their unit', async () => {
  await sample.request();
  await close(merged);
  await afterwards();
  const owners = await sample.world.people.ownersOf(it);
  const told = sample.stored.outbox.all().filter(({ message }) => message.kind === 'unit-closed');
  expect(told.map(({ to }) => to).sort()).toEqual(owners.map(({ id }) => id).sort());
  expect(told[0]?.message).toEqual({ kind: 'unit-closed', unit: hr, into: it, requests: 1 });
  expect((await sample.request()).unit).toBe(it);
});

test('shares the work of a closed unit by area: requests start anew there, and people and channels do not move', async () => {
  const shown = await room(hr);
  const staff = await sample.request();
  const handed = await sample.request({ area: 'it' });
  await sample.does(people.it, 'hand-over-request', { requestId: handed.id, unit: hr, reason: 'Løn' });
  await sample.does(people.hr, 'acknowledge-request', { requestId: staff.id });
  const owner = await sample.person(people.hr);
  expect(await close({ byArea: { personale: legal } })).toMatchObject({ ok: true });
  await afterwards();
  expect(await sample.world.requests.byId(staff.id)).toMatchObject({ unit: legal, state: 'routed' });
  expect(await sample.world.requests.byId(handed.id)).toMatchObject({ unit: it });
  expect((await sample.person(people.hr)).unit).toBeNull();
  expect(await sample.world.rooms.byId(shown)).toMatchObject({ unit: null, followedBy: null });
  const told = sample.stored.outbox
    .all()
    .filter(({ message, to }) => message.kind === 'unit-closed' && to === owner.id);
  expect(told.map(({ message }) => message)).toEqual([{ kind: 'unit-closed', unit: hr, into: null, requests: 2 }]);
});

test.each([
  ['da', 'Indbakke', 'Du har ingen enhed at svare for lige nu.'],
  ['en', 'Inbox', 'You have no unit to answer for at the moment.'],
] as const)(
  'tells the process owner of a closed unit, in %s, that there is no unit to answer for',
  async (language, title, words) => {
    await close({ all: it, withPeople: false });
    await afterwards();
    const inbox = await sample.does(people.hr, 'list-inbox');
    if (!inbox.ok) throw new Error(inbox.refusal);
    const card = inboxCard(inbox.value, language);
    expect(card.title).toBe(title);
    expect(JSON.stringify(card.blocks)).toContain(words);
  },
);

test('names the obstacles to closing a unit, and changes nothing', async () => {
  await sample.request();
  const nobody = idOf<UnitId>('ukendt');
  for (const [receivers, obstacles] of [
    [{ byArea: {} }, [{ obstacle: 'area-without-receiver', area: 'personale', requests: 1 }]],
    [{ all: hr, withPeople: true }, [{ obstacle: 'into-itself', unit: 'Koncern HR' }]],
    [{ all: nobody, withPeople: true }, [{ obstacle: 'no-such-unit', unit: nobody }]],
  ] as const) {
    expect(await preview(receivers)).toEqual({ ok: true, value: { obstacles } });
    expect(await close(receivers)).toMatchObject({ ok: false, refusal: 'wrong-state' });
  }
  expect(await sample.world.settings.read()).toEqual(sample.organisation);
});

test('lets only the operator close a unit, and keeps it in the history of the organisation', async () => {
  const admin = await sample.person(people.admin);
  const byAdmin = await perform({
    ...attempt(),
    actor: admin,
    useCase: closeUnit,
    input: { unit: hr, receivers: merged, reason },
  });
  expect(byAdmin).toMatchObject({ ok: false, refusal: 'not-allowed' });
  await close(merged);
  expect(await sample.world.settings.history()).toMatchObject([
    { type: 'unit-closed', by: 'operator', unit: hr, name: 'Koncern HR', mergedInto: it },
  ]);
});

test('finds the unit that took over by the name of the closed one in a list', async () => {
  await close(merged);
  const organisation = await sample.world.settings.read();
  expect(organisation?.units.find(({ id }) => id === it)).toMatchObject({
    areas: ['it', 'personale'],
    formerNames: ['Koncern HR'],
  });
  expect(organisation?.closedUnits).toEqual([{ id: hr, name: 'Koncern HR' }]);
});
