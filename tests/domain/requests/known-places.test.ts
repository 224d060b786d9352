import type { NamedSystem } from '../../../domain/people/organisation.ts';
import { systemsIn } from '../../../domain/requests/suggest-fields/known/named-systems.ts';
import { mostRouted, type RoutedRequest, routedOf } from '../../../domain/requests/suggest-fields/known/routed.ts';
import {
  areaAmong,
  type SuggestedFields,
  suggestFields,
} from '../../../domain/requests/suggest-fields/suggest-fields.ts';
import { units } from '../../ids.ts';
import { type MemorySample, type Outcome, openSample, people } from '../../sample-domain.ts';

const systems: readonly NamedSystem[] = [
  { name: 'OPUS', area: 'oekonomi' },
  { name: 'AULA', area: 'kommunikation' },
  { name: 'Tabulex', area: 'data-ledelsesinformation' },
  { name: 'KMD Nexus', area: 'jura-dokumentation' },
];
const named = (text: string) => systemsIn(text, systems).map(({ name }) => name);

describe('the systems that a text names', () => {
  it.each([
    ['opus er nede', ['OPUS']],
    ['Vi kan ikke se børnene i Tabulex', ['Tabulex']],
    ['tabluex fryser', ['Tabulex']],
    ['Tabulx fryser', ['Tabulex']],
    ['Tabulexx’ lister', ['Tabulex']],
    ['tabulexlisten er forkert', ['Tabulex']],
    ['kmd nexsus glemmer alt', ['KMD Nexus']],
    ['AULAs kalender og OPUS', ['OPUS', 'AULA']],
  ])('are found in “%s”', (text, found) => {
    expect(named(text)).toEqual(found);
  });

  it.each(['opis er nede', 'aule', 'Nexus alene', 'tabellen fryser', 'kopus', ''])('are not found in “%s”', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('tell the area where the words do not, and are its reason', () => {
    const known = { systems, routed: null };
    const text = 'Tabulex driller igen';
    expect(suggestFields(text).area).not.toBe('data-ledelsesinformation');
    expect(suggestFields(text, null, known)).toMatchObject({ area: 'data-ledelsesinformation', system: 'Tabulex' });
  });

  it('do not overrule words that are plain, and are then no reason', () => {
    const read = suggestFields('Jeg skal ansætte en vikar, og lønnen og ansættelsesbrevet ligger i OPUS', null, {
      systems,
      routed: null,
    });
    expect(read).toMatchObject({ area: 'personale', system: null });
    expect(read.areas).toContain('oekonomi');
  });
});

describe('the requests of an organisation that were routed before', () => {
  let sample: MemorySample;
  beforeEach(async () => {
    sample = await openSample();
  });
  const texts = [
    'Parkeringstilladelser til hjemmeplejens biler skal fornys hvert kvartal',
    'Fornyelse af parkeringstilladelser for bilerne i hjemmeplejen er besværlig',
    'Vi bøvler med parkeringstilladelser til bilerne i hjemmeplejen',
  ] as const;

  const given = (outcome: Outcome) => {
    if (!outcome.ok) throw new Error(outcome.refusal);
    return outcome.value;
  };
  const offered = async (text: string): Promise<SuggestedFields> => {
    const { draftId } = given(await sample.does(people.leader, 'draft-request', { text }));
    return given(await sample.does(people.leader, 'show-draft', { draftId })).suggested;
  };

  test('offer the area that leaders chose twice first the third time', async () => {
    expect((await offered(texts[2])).areas[0]).not.toBe('kommunikation');
    for (const text of texts.slice(0, 2)) {
      const { draftId } = given(await sample.does(people.leader, 'draft-request', { text }));
      await sample.does(people.leader, 'send-draft', { draftId, area: 'kommunikation' });
    }
    expect(await offered(texts[2])).toMatchObject({ area: 'kommunikation' });
    // Nothing was learnt of what is about something else.
    expect((await offered('Rengøringen af lokalerne er for ringe')).areas[0]).toBe('ejendom');
  });

  test('count those that a unit has handed over as those of the unit that has them now', async () => {
    for (const text of texts.slice(0, 2)) {
      const { id: requestId, version } = await sample.request({ text, area: 'personale' });
      await sample.does(people.hr, 'hand-over-request', {
        requestId,
        version: String(version),
        unit: units.communication,
        reason: 'Jeres',
      });
    }
    expect(await offered(texts[2])).toMatchObject({ area: 'kommunikation' });
  });

  test('make unsure after one correction, so that both are offered', async () => {
    const before = await offered(texts[2]);
    await sample.request({ text: texts[0], area: 'kommunikation' });
    const { areas } = await offered(texts[2]);
    expect(areas).toContain('kommunikation');
    expect(areas).toEqual(expect.arrayContaining(before.areas.slice(0, 1)));
  });

  test('teach the same in the same order, and the newest alone', () => {
    const routed: RoutedRequest[] = texts.slice(0, 2).map((text) => ({ text, area: 'it', unit: units.it }));
    const others: RoutedRequest[] = Array.from({ length: mostRouted }, (_none, at) => ({
      text: `Rengøring af gulvet nummer${'x'.repeat(at % 9)}`,
      area: 'it',
      unit: units.it,
    }));
    const learn = (requests: readonly RoutedRequest[]) =>
      routedOf(sample.organisation, requests, areaAmong).alike(texts[2]);
    expect([...learn(routed)]).toEqual([...learn(routed)]);
    expect([...learn([...routed, ...others]).keys()]).toEqual(['it']);
    expect([...learn([...others, ...routed]).keys()]).toEqual([]);
  });
});
