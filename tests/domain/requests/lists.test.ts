import type { UnitId } from '../../../domain/ids.ts';
import type { Page } from '../../../domain/requests/lists.ts';
import { idOf } from '../../ids.ts';
import { type Outcome, openSample, people, tuesdayMorning } from '../../sample-domain.ts';

test('an administrator who stands in for several units has the most urgent requests of all of them first', async () => {
  const sample = await openSample();
  const sent: string[] = [];
  for (let day = 1; day <= 12; day++) {
    const { id } = await sample.request();
    const unit = idOf<UnitId>(day % 2 === 0 ? 'Nedlagt' : 'Også nedlagt');
    sample.stored.requests.change(id, { unit, dueOn: `2026-12-${String(day).padStart(2, '0')}` });
    sent.push(id);
  }
  // One that is answered and promised comes after all that wait for an answer.
  const [promised = ''] = sent.splice(0, 1);
  sample.stored.requests.change(promised, { state: 'answered' });
  const inbox = await sample.does(people.admin, 'list-inbox');
  if (!inbox.ok) throw new Error(inbox.refusal);
  const listed: Array<{ request: { id: string } }> = inbox.value.requests;
  expect(listed.map(({ request }) => request.id)).toEqual(sent.slice(0, 10));
  expect(inbox.value).toMatchObject({ from: 0, next: 2, turned: false });
  const rest = await sample.does(people.admin, 'list-inbox', { from: '10' });
  if (!rest.ok) throw new Error(rest.refusal);
  const onTheRest: Array<{ request: { id: string } }> = rest.value.requests;
  expect(onTheRest.map(({ request }) => request.id)).toEqual([...sent.slice(10), promised]);
  expect(rest.value).toMatchObject({ from: 10, next: 0, turned: true });
});

test('a leader turns the pages of their requests to the oldest, each of which stands on one page', async () => {
  const { sample, sent } = await withRequests(27);
  const read: string[] = [];
  let from: number | null = 0;
  while (from !== null) {
    const page: Outcome = await sample.does(people.leader, 'list-mine', { from: String(from) });
    if (!page.ok) throw new Error(page.refusal);
    const { requests, next }: Page = page.value;
    read.push(...requests.map(({ request }) => request.number));
    expect(next).toBe(Math.min(10, 27 - read.length));
    from = next > 0 ? read.length : null;
  }
  expect(read).toEqual(sent.toReversed());
});

test('the last page stands where a page is not there any more', async () => {
  const { sample, sent } = await withRequests(12);
  const page = await sample.does(people.leader, 'list-mine', { from: '20' });
  if (!page.ok) throw new Error(page.refusal);
  const { requests, from }: Page = page.value;
  expect([from, requests.map(({ request }) => request.number)]).toEqual([10, [sent[1], sent[0]]]);
});

test.each(['-1', '1e9', 'ti', '10000000'])('a page that begins at “%s” is refused', async (from) => {
  const sample = await openSample();
  expect(await sample.claims(people.leader, 'list-mine', { from })).toMatchObject({ ok: false });
});

test('a manager reads each list of the overview to its end, of the week that the overview is about', async () => {
  const { sample, sent } = await withRequests(12);
  const ask = async (from?: string) => {
    const asked = { section: 'new', to: '2026-11-24', ...(from ? { from } : {}) } as const;
    const page = await sample.does(people.schoolManager, 'list-digest', asked);
    if (!page.ok) throw new Error(page.refusal);
    const { requests }: Page = page.value;
    return requests.map(({ request }) => request.number);
  };
  sample.clock.now = new Date('2026-12-08T09:00:00+01:00');
  expect([...(await ask()), ...(await ask('10'))]).toEqual(sent);
  expect(await sample.does(people.leader, 'list-digest', { section: 'new', to: '2026-11-24' })).toMatchObject({
    ok: false,
  });
});

test('an administrator is told how many requests are overdue with others, and sees them', async () => {
  const { sample, sent } = await withRequests(8);
  sample.clock.now = new Date('2027-02-01T09:00:00+01:00');
  expect(await sample.does(people.admin, 'list-inbox')).toMatchObject({ value: { requests: [], overdueElsewhere: 8 } });
  expect(await sample.does(people.hr, 'list-inbox')).toMatchObject({ value: { overdueElsewhere: 0 } });
  const overdue = await sample.does(people.admin, 'list-overdue');
  if (!overdue.ok) throw new Error(overdue.refusal);
  const { requests }: Page = overdue.value;
  expect(requests.map(({ request }) => request.number)).toEqual(sent);
  expect(requests[0]).toMatchObject({ overdue: true, unit: 'Koncern HR' });
  expect(await sample.does(people.hr, 'list-overdue')).toMatchObject({ ok: false, refusal: 'not-allowed' });
});

/** Requests of one leader, a minute apart, by number. */
async function withRequests(count: number) {
  const sample = await openSample();
  const sent: string[] = [];
  for (let minute = 0; minute < count; minute++) {
    sample.clock.now = new Date(tuesdayMorning.getTime() + minute * 60_000);
    sent.push((await sample.request()).number);
  }
  return { sample, sent };
}
