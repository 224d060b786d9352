import { languageOf } from '../../../bot/conversation/language.ts';

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN-us', 'en'],
  ['en_US', 'en'],
  ['da-DK', 'da'],
  ['sv-SE', 'da'],
  ['sv, en;q=0.8, da;q=0.5', 'en'],
  ['da, en;q=0.8', 'da'],
  ['end', 'da'],
  ['', 'da'],
  [undefined, 'da'],
])('a client that asks for “%s” is answered in %s', (asked, language) => {
  expect(languageOf(asked)).toBe(language);
});
