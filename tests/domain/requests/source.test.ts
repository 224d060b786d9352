import type { AdministrationId } from '../../../domain/ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

const children = 'boerne-og-ungdomsforvaltningen' as AdministrationId;
async function source(request: string) {
  const seen = await sample.does(people.hr, 'show-request', { request });
  if (!seen.ok) throw new Error(seen.refusal);
  return seen.value.source;
}

/** The list gives an administration another name. */
function rename(id: AdministrationId, administration: string) {
  sample.stored.people.changeWhere((person) => person.administrationId === id, { administration });
}

test('shows an administration under its new name, also for an anonymous request', async () => {
  const open = await sample.request();
  const anonymous = await sample.request({ anonymous: 'true' });
  rename(children, 'Børn, Unge og Kultur');
  expect(await source(open.id)).toMatchObject({ administration: 'Børn, Unge og Kultur' });
  expect(await source(anonymous.id)).toEqual({ name: null, institution: null, administration: 'Børn, Unge og Kultur' });
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

test('does not move an anonymous request with its institution, which would reveal its leader', async () => {
  const { id } = await sample.request({ anonymous: 'true' });
  const before = await source(id);
  const moved = { administration: 'Socialforvaltningen', administrationId: 'socialforvaltningen' as AdministrationId };
  sample.stored.people.changeWhere(({ email }) => email === people.leader, moved);
  expect(await source(id)).toEqual(before);
});

test('does not count the leaders of an administration that is called now what another one was', async () => {
  const former = 'Børneforvaltningen';
  sample.stored.people.changeWhere(({ administrationId }) => administrationId === children, {
    administration: former,
    administrationId: 'other' as AdministrationId,
  });
  const own = { administration: 'Børn og Kultur', administrationId: former as AdministrationId };
  sample.stored.people.changeWhere(({ email }) => email === people.leader, own);
  const { id } = await sample.request({ anonymous: 'true' });
  expect(await source(id)).toEqual({ name: null, institution: null, administration: null });
});

test('finds the administration of a request that version 0.1 has stored by name', async () => {
  const { id } = await sample.request({ anonymous: 'true' });
  const name = 'Børne- og Ungdomsforvaltningen';
  sample.stored.requests.change(id, { administration: name as AdministrationId });
  expect(await source(id)).toMatchObject({ administration: name });
});
