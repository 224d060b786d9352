import { handle } from '../../../handlers/index.ts';
import { refusalTexts } from '../../../locales/refusals.ts';
import { units } from '../../ids.ts';
import { openSample, people, type Sample } from '../../sample-domain.ts';
import { asking, cardOf, formOf } from '../asks.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});

const movedOn = { block: 'status', text: refusalTexts.da['wrong-state'], mood: 'neutral' };
const does = async (email: string, action: string, input: Record<string, string>) =>
  handle(await asking(sample, email), { action, input, idempotencyKey: sample.world.newId() });

test.each([
  ['acknowledge-request', people.hr],
  ['open-answer-form', people.hr],
  ['open-hand-over-form', people.hr],
  ['withdraw-request', people.leader],
])('answers the button %s of an old card with the request in its present state', async (action, email) => {
  const { id } = await sample.request();
  await sample.does(people.hr, 'acknowledge-request', { requestId: id });
  const card = cardOf(await does(email, action, { requestId: id, version: '1' }));
  expect(card.blocks[0]).toEqual(movedOn);
  expect(card.about).toBe(id);
  const versions = card.actions.flatMap((one) => ('action' in one && one.input.version) || []);
  expect(new Set(versions)).toEqual(new Set(['2']));
});

test('gives back an old answer as it was filled in, and takes it when it is sent again', async () => {
  const { id } = await sample.request();
  await sample.does(people.hr, 'acknowledge-request', { requestId: id });
  const typed = {
    requestId: id,
    version: '1',
    decision: 'planned',
    measure: 'Vikarer oprettes samme dag',
    expectedImprovement: 'Vagtplan fra dag ét',
    horizon: '1. halvår 2027',
  };
  const form = formOf(await does(people.hr, 'answer-request', typed));
  expect(form.intro[0]).toEqual(movedOn);
  const values = Object.fromEntries(form.fields.map((field) => [field.id, 'value' in field ? field.value : '']));
  expect(values).toMatchObject({ measure: typed.measure, horizon: typed.horizon });
  expect(form.submit?.input).toMatchObject({ requestId: id, version: '2', decision: 'planned' });
  await does(people.hr, 'answer-request', { ...typed, ...form.submit?.input });
  expect(await sample.world.requests.byId(id)).toMatchObject({ state: 'answered' });
});

test('gives back an old hand-over as it was filled in, too', async () => {
  const { id } = await sample.request();
  await sample.does(people.hr, 'acknowledge-request', { requestId: id });
  const typed = { requestId: id, version: '1', unit: units.it, reason: 'Det er et system' };
  const form = formOf(await does(people.hr, 'hand-over-request', typed));
  expect(form.submit?.input).toMatchObject({ version: '2' });
  expect(JSON.stringify(form.fields)).toContain('Det er et system');
  expect(await sample.world.requests.byId(id)).toMatchObject({ unit: units.hr });
});

test('replaces an old form by the card when the request cannot be answered any more', async () => {
  const { id } = await sample.request();
  await sample.does(people.leader, 'withdraw-request', { requestId: id });
  const card = cardOf(await does(people.hr, 'answer-request', { requestId: id, version: '1', decision: 'planned' }));
  expect(card).toMatchObject({ about: id, blocks: expect.arrayContaining([movedOn]) });
});

test('tells the holder of an old card only that the request is not there, once it has left the unit', async () => {
  const { id } = await sample.request();
  await sample.does(people.hr, 'hand-over-request', { requestId: id, unit: units.it, reason: 'It' });
  const card = cardOf(await does(people.hr, 'acknowledge-request', { requestId: id, version: '1' }));
  expect(JSON.stringify(card)).not.toContain('Vikarer');
  expect(card.title).toBe(refusalTexts.da['not-found']);
});

test.each(['add-to-request', 'correct-request', 'comment-on-request'])(
  'shows what was kept of the form %s that came twice with other words, and not what others wrote meanwhile',
  async (action) => {
    const { id: requestId } = await sample.request();
    const held = action === 'correct-request' ? { requestId, version: '1' } : { requestId };
    const idempotencyKey = sample.world.newId();
    const sends = async (text: string) =>
      handle(await asking(sample, people.leader), { action, input: { ...held, text }, idempotencyKey });
    await sends('De første ord');
    await sample.does(people.hr, 'comment-on-request', { requestId, text: 'Et spørgsmål fra enheden' });
    const shown = JSON.stringify(cardOf(await sends('De andre ord')));
    expect([shown.includes('De første ord'), shown.includes('De andre ord')]).toEqual([true, true]);
    expect(shown).not.toContain('Et spørgsmål fra enheden');
  },
);
