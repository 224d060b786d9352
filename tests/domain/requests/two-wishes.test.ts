import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftId } from '../../../domain/ids.ts';
import { twoWishes } from '../../../domain/requests/drafts/split/two-wishes.ts';
import { growth } from '../../growth.ts';
import { idOf } from '../../ids.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

const pay = 'Vikarers løn kommer for sent, fordi ansættelsen skal godkendes på papir.';
const clean = 'Rengøringen kommer aldrig om fredagen, så vi vasker selv gulvene på skolen.';

test.each([
  ['numbers on lines', `1. ${pay}\n2. ${clean}`],
  ['numbers in one line', `To ting: 1) ${pay} 2) ${clean}`],
  ['bullets', `- ${pay}\n- ${clean}`],
  [
    'a word that turns to another matter',
    `${pay} Desuden er der rengøringen på skolen, som aldrig kommer om fredagen.`,
  ],
  ['“for det andet”', `${pay} For det andet kommer rengøringen på skolen aldrig om fredagen.`],
  ['paragraphs', `${pay}\n\n${clean}`],
])('finds two wishes by %s, and loses no word', (_how, text) => {
  const two = twoWishes(text);
  expect(two?.map(({ area }) => area)).toEqual(['personale', 'ejendom']);
  const words = (said: string) => said.match(/\p{L}+/gu) ?? [];
  expect(two?.flatMap((part) => words(part.text))).toEqual(words(text));
});

test.each([
  pay,
  `${pay} Desuden tager det en time hver gang.`,
  `${pay}\n\nPå forhånd tak for hjælpen.`,
  `${pay}\n\nLønnen til vikarer er også forkert bagefter.`,
  `1. ${pay}\n2. ${clean}\n3. Og så er der printeren.`,
])('takes “%.60s” for one', (text) => {
  expect(twoWishes(text)).toBeNull();
});

test('takes hardly any single wish that others wrote for two', () => {
  const folder = join(import.meta.dirname, '../../../training/texts/route');
  const texts = ['hand-1', 'hand-2', 'hand-3', 'hand-4', 'sample', 'other-voices'].flatMap((name) =>
    readFileSync(join(folder, `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line).text)
      .filter((text) => typeof text === 'string'),
  );
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => twoWishes(text) !== null).length / texts.length).toBeLessThan(0.02);
});

describe('a draft with two wishes', () => {
  let sample: MemorySample;
  let draftId: string;
  let rest: string;
  const textOf = async (id: string) => (await sample.world.drafts.byId(idOf(id)))?.text;
  beforeEach(async () => {
    sample = await openSample();
    const kept = await sample.does(people.leader, 'draft-request', { text: `1. ${pay}\n2. ${clean}` });
    draftId = kept.ok ? kept.value.draftId : '';
    const split = await sample.does(people.leader, 'split-draft', { draftId });
    rest = split.ok ? split.value.draftIds[1] : '';
  });

  test('becomes two by one press, each with its own words', async () => {
    expect([await textOf(draftId), await textOf(rest)]).toEqual([pay, clean]);
    expect(await sample.does(people.leader, 'split-draft', { draftId })).toMatchObject({ refusal: 'stale-card' });
    for (const id of [draftId, rest]) await sample.does(people.leader, 'send-draft', { draftId: id });
    const { id } = await sample.person(people.leader);
    expect((await sample.world.requests.ofLeader(id)).map(({ text }) => text).sort()).toEqual([clean, pay].sort());
  });

  test('follows an edit of its message with both halves, and is one again when the message is', async () => {
    await sample.does(people.leader, 'revise-draft', { draftId, text: `1. ${pay} Hver måned.\n2. ${clean} Altid.` });
    expect([await textOf(draftId), await textOf(rest)]).toEqual([`${pay} Hver måned.`, `${clean} Altid.`]);
    await sample.does(people.leader, 'revise-draft', { draftId, text: pay });
    expect([await textOf(draftId), await textOf(rest)]).toEqual([pay, undefined]);
  });

  test('does not take back a wish that was sent, when its message is edited', async () => {
    await sample.does(people.leader, 'send-draft', { draftId: rest });
    await sample.does(people.leader, 'revise-draft', { draftId, text: `1. ${pay} Hver måned.\n2. ${clean}` });
    expect(await textOf(draftId)).toBe(`${pay} Hver måned.`);
  });

  test('is whole when its message is one wish, and then two again', async () => {
    await sample.does(people.leader, 'revise-draft', { draftId, text: pay });
    await sample.does(people.leader, 'revise-draft', { draftId, text: `1. ${pay}\n2. ${clean}` });
    expect(await textOf(draftId)).toBe(`1. ${pay}\n2. ${clean}`);
  });

  test('keeps in both what was said of its numbers', async () => {
    const { id: personId } = await sample.person(people.leader);
    const numbers = { are: 'case', digits: ['1203981234'] } as const;
    const text = `1. ${pay} Altid.\n2. ${clean} Nr. 1203981234`;
    const id = idOf<DraftId>('with-a-number');
    await sample.world.drafts.add({ id, personId, text, createdAt: sample.clock.now, numbers });
    const split = await sample.does(people.leader, 'split-draft', { draftId: id });
    const second = split.ok ? split.value.draftIds[1] : '';
    const area = 'ejendom' as const;
    const sent = await sample.does(people.leader, 'submit-request', {
      draftId: second,
      text: `${clean} Nr. 1203981234`,
      area,
    });
    expect(sent).toMatchObject({ ok: true });
  });

  test('is split by nobody else', async () => {
    expect(await sample.does(people.otherLeader, 'split-draft', { draftId })).toMatchObject({
      refusal: 'nothing-there',
    });
  });
});

test('takes a time in proportion to the length of a text of blank lines', () => {
  const work = (length: number) => twoWishes(`a${'\n '.repeat(length)}b`);
  expect(growth(work, 4000)).toBeLessThan(40);
});
