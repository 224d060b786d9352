import { meaningOfEdit } from '../../../domain/conversation/known-message.ts';
import type { DraftId } from '../../../domain/ids.ts';
import { textLimits } from '../../../domain/input.ts';
import { viewById } from '../../../domain/requests/view-request.ts';
import { idOf } from '../../ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

const answer = { decision: 'planned' as const, measure: 'Samme dag', expectedImprovement: 'Vagtplan', horizon: '2027' };
const kinds = async () =>
  (await sample.outbox())
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('request-a') || kind === 'request-revised' || kind === 'comment-given');

async function delivered() {
  const request = await sample.request();
  sample.stored.outbox.clear();
  return request;
}

describe('adding to a request', () => {
  test('gives it more words, a step in the timeline and word to its owners', async () => {
    const { id: requestId, text } = await delivered();
    expect(await sample.does(people.leader, 'add-to-request', { requestId, text: 'Også i weekender' })).toMatchObject({
      value: { isMessage: false },
    });
    const view = await viewById(sample.world, await sample.person(people.hr), requestId);
    expect(view?.request.text).toBe(`${text}\n\nOgså i weekender`);
    expect(view?.history.at(-1)?.event).toMatchObject({ type: 'added', added: 'Også i weekender' });
    expect(new Set(await kinds())).toEqual(new Set(['request-added']));
  });

  test('tells nobody twice whose card of the request has not gone out yet', async () => {
    const { id: requestId } = await sample.request();
    await sample.does(people.leader, 'add-to-request', { requestId, text: 'Også i weekender' });
    expect(new Set(await kinds())).toEqual(new Set(['request-arrived']));
  });

  test('is a message to the unit once it has an answer, or no room for more', async () => {
    const { id: requestId } = await delivered();
    await sample.does(people.hr, 'answer-request', { ...answer, requestId });
    const added = await sample.does(people.leader, 'add-to-request', { requestId, text: 'Også i weekender' });
    expect(added).toMatchObject({ value: { isMessage: true, unit: 'Koncern HR' } });
    const full = await sample.request({ text: 'Ord '.repeat(textLimits.request / 4 - 1) });
    const more = await sample.does(people.leader, 'add-to-request', { requestId: full.id, text: 'Også i weekender' });
    expect(more).toMatchObject({ value: { isMessage: true } });
    expect((await sample.world.comments.ofRequest(requestId)).map(({ text }) => text)).toEqual(['Også i weekender']);
  });

  test('does not show the owner who an anonymous leader is', async () => {
    const { id: requestId } = await sample.request({ anonymous: 'true' });
    await sample.does(people.leader, 'add-to-request', { requestId, text: 'Også i weekender' });
    const view = await viewById(sample.world, await sample.person(people.hr), requestId);
    expect(view?.history.at(-1)?.byName).toBeNull();
    expect(JSON.stringify(view)).not.toContain('Pernille');
  });

  test('is for its leader alone', async () => {
    const { id: requestId } = await sample.request();
    const input = { requestId, text: 'Også i weekender' };
    expect(await sample.does(people.otherLeader, 'add-to-request', input)).toMatchObject({ refusal: 'not-found' });
    expect(await sample.does(people.otherLeader, 'correct-request', input)).toMatchObject({ refusal: 'not-found' });
  });

  test('takes a draft in, which is no draft any more', async () => {
    const { id: requestId, text } = await sample.request();
    const drafted = await sample.does(people.leader, 'draft-request', { text: 'Det gælder også i weekender' });
    const draftId = drafted.ok ? drafted.value.draftId : '';
    expect(await sample.does(people.leader, 'add-draft', { requestId, draftId })).toMatchObject({ ok: true });
    expect((await sample.world.requests.byId(requestId))?.text).toBe(`${text}\n\nDet gælder også i weekender`);
    expect(sample.stored.drafts.count()).toBe(0);
  });

  test('takes the message of a draft in, so that its edit is no other wish', async () => {
    const { id: requestId } = await sample.request();
    const at = { platform: 'slack', conversation: 'D-OWN', message: 'more' } as const;
    const context = { room: null, message: { at, editedAt: null, files: [] } };
    const drafted = await sample.does(people.leader, 'draft-request', { text: 'Også i weekender' }, { context });
    await sample.does(people.leader, 'add-draft', { requestId, draftId: drafted.ok ? drafted.value.draftId : '' });
    const leader = await sample.person(people.leader);
    const edit = { at, repliesTo: null, isBack: false };
    expect(await meaningOfEdit(sample.world, leader, edit, null)).toEqual({ is: 'too-late' });
  });

  test('takes in what was said of a draft’s numbers, so that the words can be corrected', async () => {
    const { id: requestId, text } = await sample.request();
    const { id: personId } = await sample.person(people.leader);
    const draftId = idOf<DraftId>('with-a-number');
    const numbers = { are: 'case', digits: ['1203981234'] } as const;
    const more = 'Det er nr. 1203981234';
    await sample.world.drafts.add({ id: draftId, personId, text: more, createdAt: sample.clock.now, numbers });
    await sample.does(people.leader, 'add-draft', { requestId, draftId });
    const correct = (words: string) => sample.does(people.leader, 'correct-request', { requestId, text: words });
    expect(await correct(`${text}, hver gang\n\n${more}`)).toMatchObject({ ok: true });
    expect(await correct('Nr. 1203985678')).toMatchObject({ problems: { text: 'looks-like-cpr' } });
    expect(await correct('Nr. 120398-1234')).toMatchObject({ problems: { text: 'contains-cpr' } });
  });
});

describe('correcting a request', () => {
  test('gives it other words, also when somebody has begun on it, and tells its owners', async () => {
    const { id: requestId, unit, dueOn } = await delivered();
    await sample.does(people.hr, 'acknowledge-request', { requestId });
    await sample.does(people.leader, 'correct-request', { requestId, text: 'Vikarer får løn for sent' });
    const corrected = await sample.world.requests.byId(requestId);
    expect(corrected).toMatchObject({ text: 'Vikarer får løn for sent', unit, dueOn, state: 'acknowledged' });
    expect((await sample.world.requests.history(requestId)).at(-1)).toMatchObject({ type: 'revised' });
    expect(new Set(await kinds())).toEqual(new Set(['request-revised']));
  });

  test('takes added words that are gone out of the timeline, too', async () => {
    const { id: requestId, text } = await sample.request();
    await sample.does(people.leader, 'add-to-request', { requestId, text: 'Spørg Hanne, hun er syg' });
    await sample.does(people.leader, 'correct-request', { requestId, text });
    const view = await viewById(sample.world, await sample.person(people.hr), requestId);
    expect(view?.history.map(({ event }) => event.type)).toEqual(['submitted', 'added', 'revised']);
    expect(JSON.stringify(view)).not.toContain('Hanne');
  });

  test('is refused once it has an answer', async () => {
    const { id: requestId } = await sample.request();
    await sample.does(people.hr, 'answer-request', { ...answer, requestId });
    const refused = await sample.does(people.leader, 'correct-request', { requestId, text: 'Andre ord' });
    expect(refused).toMatchObject({ refusal: 'answered-already' });
  });
});
