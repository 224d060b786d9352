import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutChat } from '../../../domain/context.ts';
import type { AdministrationId } from '../../../domain/ids.ts';
import { digestNow } from '../../../domain/overview/digest.ts';
import { operator } from '../../../domain/people/actor.ts';
import { importList } from '../../../domain/people/import/import-list.ts';
import { perform } from '../../../domain/perform.ts';
import { idOf } from '../../ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

const children = 'boerne-og-ungdomsforvaltningen' as AdministrationId;
const childrenName = 'Børne- og Ungdomsforvaltningen';
const list = readFileSync(join(import.meta.dirname, '../../../simulator/sample/organisation.csv'), 'utf8');
/** A manager in another administration, with nine leaders below. */
const otherManager = 'dorthe.aagaard@fjordby.example';

async function source(request: string) {
  const seen = await sample.does(people.hr, 'show-request', { request });
  if (!seen.ok) throw new Error(seen.refusal);
  return seen.value.source;
}

/** The list gives an administration another name. */
function rename(id: AdministrationId, administration: string) {
  sample.stored.people.changeWhere((person) => person.administrationId === id, { administration });
}

/** Every administration gets at least five leaders, so that each is shown. */
async function growEveryAdministration() {
  const [first] = (await sample.world.people.all()).filter(({ administration }) => administration.startsWith('Teknik'));
  if (!first) throw new Error('the administration is not there');
  sample.stored.people.add({ ...first, id: idOf('fifth'), email: 'fifth@fjordby.example', roles: ['leader'] });
}

/** Imports the list of the sample, changed. */
async function imports(changed: string) {
  const result = await perform({
    world: sample.world,
    useCase: importList,
    actor: operator,
    input: { file: Buffer.from(changed).toString('base64'), removals: null },
    context: withoutChat,
    idempotencyKey: null,
  });
  if (!result.ok) throw new Error(result.refusal);
}

const toOtherManager = (row: string) =>
  row
    .replace(childrenName, 'Sundheds- og Omsorgsforvaltningen')
    .replace('lars-peter.hoejlund@fjordby.example', otherManager);
const leaderMoves = list.replace(new RegExp(`^${people.leader}.*$`, 'm'), toOtherManager);

async function sees(email: string, number: string) {
  const shown = await sample.does(email, 'show-request', { request: number });
  const digest = await digestNow(sample.world, await sample.person(email));
  return { shown: shown.ok, digest: digest.new.some((request) => request.number === number) };
}

test('shows the administration of an anonymous request when every administration has five leaders', async () => {
  await growEveryAdministration();
  const { id } = await sample.request({ anonymous: 'true' });
  expect(await source(id)).toEqual({ name: null, institution: null, administration: childrenName });
});

test('shows an administration under its new name for a named request, and under that of then for an anonymous one', async () => {
  await growEveryAdministration();
  const open = await sample.request();
  const anonymous = await sample.request({ anonymous: 'true' });
  rename(children, 'Børn, Unge og Kultur');
  expect(await source(open.id)).toMatchObject({ administration: 'Børn, Unge og Kultur' });
  expect(await source(anonymous.id)).toEqual({ name: null, institution: null, administration: childrenName });
});

test('keeps a renamed administration in the audience of a campaign whose form was open', async () => {
  rename(children, 'Børn, Unge og Kultur');
  const asked = await sample.does(people.admin, 'start-campaign', {
    question: 'Hvad driller?',
    administration: children,
  });
  expect(asked).toMatchObject({ ok: true });
});

test('shows the administration that an institution belongs to now', async () => {
  const { id } = await sample.request();
  const leader = await sample.person(people.leader);
  const moved = { administration: 'Socialforvaltningen', administrationId: 'socialforvaltningen' as AdministrationId };
  sample.stored.people.changeWhere(({ institution }) => institution === leader.institution, moved);
  expect(await source(id)).toEqual({
    name: leader.name,
    institution: leader.institution,
    administration: 'Socialforvaltningen',
  });
});

test('an import that moves an anonymous leader shows the request to the manager of then and not to the new one', async () => {
  await growEveryAdministration();
  const { id, number } = await sample.request({ anonymous: 'true' });
  const named = await sample.request();
  const before = await source(id);
  await imports(leaderMoves);
  expect((await sample.person(people.leader)).administration).toBe('Sundheds- og Omsorgsforvaltningen');
  expect(await source(id)).toEqual(before);
  expect(await sees(otherManager, number)).toEqual({ shown: false, digest: false });
  expect(await sees(people.schoolManager, number)).toEqual({ shown: true, digest: true });
  expect(await sees(people.director, number)).toEqual({ shown: true, digest: true });
  // A request with a name follows its leader.
  expect(await sees(otherManager, named.number)).toEqual({ shown: true, digest: true });
  expect(await sees(people.schoolManager, named.number)).toEqual({ shown: false, digest: false });
});

test('an import that takes an anonymous leader off the list changes nobody’s view of the request', async () => {
  const { number } = await sample.request({ anonymous: 'true' });
  const viewers = [people.schoolManager, people.director, people.unitManager, otherManager, people.hr, people.admin];
  const views = () => Promise.all(viewers.map((email) => sample.does(email, 'show-request', { request: number })));
  const before = await views();
  expect(before.map(({ ok }) => ok)).toEqual([true, true, true, false, true, true]);
  await imports(list.replace(new RegExp(`^${people.leader}.*\n`, 'm'), ''));
  expect(await views()).toEqual(before);
});

test('a manager who is none any more does not see what they oversaw', async () => {
  const { number } = await sample.request({ anonymous: 'true' });
  sample.stored.people.changeWhere(({ email }) => email === people.schoolManager, { roles: ['leader'] });
  expect((await sees(people.schoolManager, number)).shown).toBe(false);
});

test('shows nothing of where a request of version 0.1 comes from, and not to the managers above its leader', async () => {
  await growEveryAdministration();
  const { id, number } = await sample.request({ anonymous: 'true' });
  sample.stored.requests.change(id, { administration: childrenName as AdministrationId, origin: null });
  expect(await source(id)).toEqual({ name: null, institution: null, administration: null });
  expect(await sees(people.schoolManager, number)).toEqual({ shown: false, digest: false });
  expect(await sees(people.unitManager, number)).toEqual({ shown: true, digest: true });
  expect(await sees(people.leader, number)).toMatchObject({ shown: true });
});
