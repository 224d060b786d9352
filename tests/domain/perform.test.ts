import { withoutChat } from '../../domain/context.ts';
import { useCases } from '../../domain/index.ts';
import { Claimed, perform } from '../../domain/perform.ts';
import { idOf } from '../ids.ts';
import { type MemorySample, openSample, people } from '../sample-domain.ts';

let sample: MemorySample;
beforeAll(async () => {
  sample = await openSample();
});

const wish = { text: 'Vi godkender den samme faktura to steder', area: 'oekonomi' as const };

test('changes nothing on the second arrival of an action, and gives the same value', async () => {
  const first = await sample.does(people.leader, 'submit-request', wish, 'nonce-1');
  const second = await sample.does(people.leader, 'submit-request', wish, 'nonce-1');
  expect(second).toEqual(first);
  expect(sample.stored.requests.count()).toBe(1);
});

test('performs two different actions of one card', async () => {
  await sample.does(people.leader, 'set-prompts', { prompts: 'snooze' }, 'nonce-5');
  await sample.does(people.leader, 'set-prompts', { prompts: 'stop' }, 'nonce-5');
  expect(await sample.person(people.leader)).toMatchObject({ promptsStopped: true });
});

test('does what an old button says when it is pressed after the opposite was chosen', async () => {
  await sample.does(people.leader, 'set-prompts', { prompts: 'stop' }, 'nonce-6');
  await sample.does(people.leader, 'set-prompts', { prompts: 'resume' });
  await sample.does(people.leader, 'set-prompts', { prompts: 'stop' }, 'nonce-6');
  expect(await sample.person(people.leader)).toMatchObject({ promptsStopped: true });
});

test('performs the action of another person with a copy of the card', async () => {
  const mine = await sample.does(people.leader, 'submit-request', wish, 'nonce-3');
  const theirs = await sample.does(people.otherLeader, 'submit-request', wish, 'nonce-3');
  expect([mine.ok, theirs.ok]).toEqual([true, true]);
  expect(theirs).not.toEqual(mine);
});

test('keeps no outcome of a refused form, so that the corrected one can be sent', async () => {
  const refused = await sample.does(people.leader, 'submit-request', { ...wish, text: '' }, 'nonce-4');
  const mended = await sample.does(people.leader, 'submit-request', wish, 'nonce-4');
  expect([refused.ok, mended.ok]).toEqual([false, true]);
});

describe('a form that is sent again with other words', () => {
  const otherWords = { ...wish, text: 'Vi godkender hver faktura tre steder' };
  let own: MemorySample;
  beforeEach(async () => {
    own = await openSample();
  });
  const request = async () => {
    const [only, ...more] = own.stored.requests.all();
    expect(more).toEqual([]);
    return only;
  };

  test('replaces the words of its request, with a step in the timeline', async () => {
    const first = await own.does(people.leader, 'submit-request', wish, 'nonce');
    expect(await own.does(people.leader, 'submit-request', otherWords, 'nonce')).toEqual(first);
    expect(await request()).toMatchObject({ text: otherWords.text, version: 2 });
    const steps = await own.world.requests.history(idOf(String((await request())?.id)));
    expect(steps.map(({ type }) => type)).toEqual(['submitted', 'revised']);
    expect(await own.does(people.leader, 'submit-request', otherWords, 'nonce')).toEqual(first);
    expect(await request()).toMatchObject({ version: 2 });
  });

  test('gives the request to the unit of its new area, and tells that unit', async () => {
    await own.does(people.leader, 'submit-request', wish, 'nonce');
    const before = own.stored.outbox.count(({ message }) => message.kind === 'request-arrived');
    await own.does(people.leader, 'submit-request', { ...wish, area: 'personale' }, 'nonce');
    const unit = own.world.organisation.units.find(({ areas }) => areas.includes('personale'));
    expect(await request()).toMatchObject({ unit: unit?.id, area: 'personale' });
    expect(own.stored.outbox.count(({ message }) => message.kind === 'request-arrived')).toBeGreaterThan(before);
  });

  test('is refused once the unit has acted, with what stands', async () => {
    const first = await own.does(people.leader, 'submit-request', { ...wish, area: 'personale' }, 'nonce');
    const { id: requestId } = (await request()) ?? {};
    await own.does(people.hr, 'acknowledge-request', { requestId: idOf(String(requestId)) });
    const again = { ...otherWords, area: 'personale' as const };
    const late = await own.does(people.leader, 'submit-request', again, 'nonce');
    expect(late).toMatchObject({ ok: false, refusal: 'sent-already', earlier: first.ok ? first.value : null });
    expect(await request()).toMatchObject({ text: wish.text, state: 'acknowledged' });
    expect(await own.does(people.leader, 'submit-request', { ...wish, area: 'personale' }, 'nonce')).toEqual(first);
  });

  test('is refused by an action that cannot be taken back, which happens once', async () => {
    await own.does(people.leader, 'submit-request', wish, 'nonce');
    const { id: requestId } = (await request()) ?? {};
    const says = (text: string) =>
      own.does(people.leader, 'comment-on-request', { requestId: idOf(String(requestId)), text }, 'another nonce');
    expect(await says('Det haster')).toMatchObject({ ok: true });
    expect(await says('Det haster meget')).toMatchObject({ ok: false, refusal: 'sent-already' });
    expect(own.stored.comments.all()).toMatchObject([{ text: 'Det haster' }]);
  });

  test('goes through with corrected words when the first ones were refused', async () => {
    const numbered = { ...wish, text: 'Barnet 070761-4285 kan ikke oprettes' };
    expect(await own.does(people.leader, 'submit-request', numbered, 'nonce')).toMatchObject({ ok: false });
    expect(await own.does(people.leader, 'submit-request', wish, 'nonce')).toMatchObject({ ok: true });
    expect(await request()).toMatchObject({ text: wish.text, version: 1 });
  });

  test('does not bring back words that later ones have replaced', async () => {
    const now = own.clock.now;
    await own.does(people.leader, 'submit-request', wish, 'nonce');
    own.clock.now = new Date(now.getTime() + 1000);
    await own.does(people.leader, 'submit-request', otherWords, 'nonce');
    own.clock.now = now;
    await own.does(people.leader, 'submit-request', wish, 'nonce');
    expect(await request()).toMatchObject({ text: otherWords.text });
  });
});

test('two buttons of one card with the same action do both', async () => {
  const own = await openSample();
  const ids: unknown[] = [];
  for (const nonce of ['a', 'b']) {
    const sent = await own.does(people.leader, 'submit-request', { ...wish, area: 'personale' }, nonce);
    if (sent.ok) ids.push((sent.value as { requestId: string }).requestId);
  }
  const actor = await own.person(people.hr);
  for (const requestId of ids) {
    const held = { requestId: String(requestId) };
    const press = { world: own.world, useCase: useCases['acknowledge-request'], actor, context: withoutChat, held };
    const done = await perform({ ...press, input: new Claimed(held), idempotencyKey: 'one card' });
    expect(done).toMatchObject({ ok: true });
  }
});

test('a draft that was sent with a name is sent without it by the other button, while nobody has acted', async () => {
  const own = await openSample();
  const draft = await own.does(people.leader, 'draft-request', { text: 'Vikarer får deres løn for sent' });
  const { draftId } = (draft.ok ? draft.value : {}) as { draftId: string };
  await own.does(people.leader, 'send-draft', { draftId: idOf(draftId) }, 'nonce');
  await own.does(people.leader, 'send-draft', { draftId: idOf(draftId), anonymous: 'true' }, 'nonce');
  expect(own.stored.requests.all()).toMatchObject([{ anonymous: true }]);
});

test('refuses everything to a person who has left the organisation', async () => {
  const leader = { ...(await sample.person(people.leader)), active: false };
  const asked = { useCase: useCases.help, input: {}, context: withoutChat, idempotencyKey: null };
  expect(await perform({ world: sample.world, actor: leader, ...asked })).toMatchObject({
    ok: false,
    refusal: 'not-allowed',
  });
});
