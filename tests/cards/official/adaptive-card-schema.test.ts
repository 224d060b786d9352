import { asDialog } from '../../../cards/render/adaptive/dialog.ts';
import { languages } from '../../../domain/vocabulary.ts';
import { nameOf, render } from '../../../scripts/cards/case.ts';
import { gallery } from '../../../scripts/cards/gallery.ts';
import { readSaid } from '../../../scripts/cards/sample-words.ts';
import { officialSchema } from './adaptive-card-schema.ts';

let complaintsOf: (card: object) => string[];
beforeAll(async () => {
  complaintsOf = await officialSchema();
}, 120_000);

const cards = languages.flatMap((language) =>
  gallery(readSaid(), language).flatMap((one) => {
    const { teams } = render(one, language);
    const title = `${nameOf(one)}.${language}`;
    return teams === null
      ? []
      : [
          { title, teams },
          { title: `${title} in a dialog`, teams: asDialog(teams) },
        ];
  }),
);

test.each(cards)('$title fits Microsoft’s own schema of Adaptive Cards 1.5', ({ teams }) => {
  // Teams reads `msteams`, which the schema, made for every host, does not know:
  // https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
  const { msteams: _, ...card } = teams;
  expect(complaintsOf(card)).toEqual([]);
});

test.each<[string, object]>([
  ['an element that does not exist', { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Textblok', text: 'x' }] }],
  [
    'a member that does not exist',
    { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'x', bold: true }] },
  ],
  ['a text without its text', { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock' }] }],
  [
    'a choice without a value',
    { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Input.ChoiceSet', id: 'a', choices: [{ title: 'x' }] }] },
  ],
  [
    'a link without its address',
    { type: 'AdaptiveCard', version: '1.5', actions: [{ type: 'Action.OpenUrl', title: 'x' }] },
  ],
])('refuses %s by the official schema', (_, card) => {
  expect(complaintsOf(card)).not.toEqual([]);
});
