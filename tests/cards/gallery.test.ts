import { checkAdaptiveCard } from '../../cards/render/check-adaptive-card.ts';
import { checkBlocks, checkModal } from '../../cards/render/check-block-kit.ts';
import { languages } from '../../domain/vocabulary.ts';
import { casesIn } from '../../scripts/cards/cases.ts';
import { forSlack, forTeams } from '../../scripts/cards/render.ts';
import { messageRefusal, viewRefusal } from '../../simulator/slack/limits.ts';
import { complaintsAbout } from './render/published-parser.ts';

const all = languages.flatMap((language) =>
  casesIn(language).map((one) => ({ title: `${one.name}.${one.case}.${language}`, one, language })),
);

test('no two cases have the same name', () => {
  expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
});

describe.each(all)('$title', ({ one, language }) => {
  test('is taken by Teams, by our limits and by the published parser', () => {
    const json = forTeams(one, language);
    if (json === null) return expect(one).toHaveProperty('home');
    expect(checkAdaptiveCard(json)).toEqual([]);
    expect(complaintsAbout(json)).toEqual([]);
  });

  test('is taken by Slack, by our limits and by those of the simulator', () => {
    const json = forSlack(one);
    if ('text' in json) {
      expect(checkBlocks(json.blocks, 'message')).toEqual([]);
      expect(messageRefusal(json as never)).toBeNull();
    } else {
      expect(json.type === 'modal' ? checkModal(json) : checkBlocks(json.blocks, 'home')).toEqual([]);
      expect(viewRefusal(json as never)).toBeNull();
    }
  });

  test('says nothing that only a machine would say', () => {
    for (const json of [forTeams(one, language), forSlack(one)]) {
      expect(JSON.stringify(json)).not.toMatch(/undefined|\[object|NaN|\{\{/);
    }
  });
});
