import { type Language, languages } from '../../domain/vocabulary.ts';
import { replyTexts } from '../../locales/requests/reply.ts';
import { decisionNames } from '../../locales/vocabulary.ts';
import type { Case } from '../../scripts/cards/case.ts';
import { gallery } from '../../scripts/cards/gallery.ts';
import { readSaid } from '../../scripts/cards/sample-words.ts';

/**
 * The verbs at the start of our buttons, each in the imperative; the button that changes the language has one in that
 * language. "Det er …" answers a question.
 */
const verbs: Readonly<Record<Language, readonly string[]>> = {
  da: [
    ...[
      'Afvis',
      'Annullér',
      'Bed',
      'Behold',
      'Del',
      'Fortryd',
      'Gem',
      'Forkort',
      'Føj',
      'Giv',
      'Gå',
      'Hjælp',
      'Luk',
      'Markér',
      'Ret',
      'Saml',
      'Se',
      'Send',
      'Skriv',
      'Slet',
    ],
    ...['Spørg', 'Start', 'Stop', 'Svar', 'Tag', 'Træk', 'Vis', 'Vælg', 'Åbn', 'Switch', 'Det'],
  ],
  en: [
    ...[
      'Add',
      'Answer',
      'Ask',
      'Cancel',
      'Change',
      'Choose',
      'Correct',
      'Delete',
      'Do',
      'Edit',
      'Hand',
      'Help',
      'Keep',
      'Give',
      'Mark',
      'Open',
      'Put',
      'Make',
    ],
    ...[
      'Reply',
      'Save',
      'See',
      'Send',
      'Shorten',
      'Show',
      'Split',
      'Start',
      'Stop',
      'Take',
      'Turn',
      'Undo',
      'Withdraw',
      'Write',
      'Skift',
      'It',
    ],
  ],
};

/** Buttons that answer the card's question by saying what the person's words are. */
const sayings: readonly string[] = languages.flatMap((language) => [
  replyTexts[language].newWish,
  replyTexts[language].wasWish,
  ...Object.values(decisionNames[language]),
]);

/** Gives the first word without its comma, and without the yes before it. */
const firstWord = (label: string) => label.replace(/^(Ja|Yes), /, '').match(/\p{L}+/u)?.[0];
const capital = (word = '') => word.charAt(0).toUpperCase() + word.slice(1);

/** Lists every button of a card or form. */
function buttonsOf(one: Case): Array<{ label: string }> {
  if (one.shows === 'form') {
    const { open, submit, cancel, intro, also = [] } = one.form;
    const inIntro = intro.flatMap((block) => (block.block === 'list' ? block.items.map(({ open }) => open) : []));
    return [open, ...(submit ? [submit] : []), cancel, ...also, ...inIntro.filter((button) => button !== null)];
  }
  const { blocks, actions } = one.card;
  const inLists = blocks.flatMap((block) => (block.block === 'list' ? block.items.map(({ open }) => open) : []));
  const inBlocks = blocks.flatMap((block) => (block.block === 'buttons' ? block.buttons : []));
  return [...actions, ...inLists, ...inBlocks].filter((button) => button !== null);
}

test.each(languages)('begins every button in %s with a verb for its effect', (language) => {
  const labels = new Set(gallery(readSaid(), language).flatMap((one) => buttonsOf(one).map(({ label }) => label)));
  expect(labels.size).toBeGreaterThan(20);
  expect(
    [...labels].filter((label) => !sayings.includes(label) && !verbs[language].includes(capital(firstWord(label)))),
  ).toEqual([]);
});
