import { horizonInShort, horizonWords } from '../../../cards/requests/horizon.ts';
import { readHorizon } from '../../../domain/time/horizon/read.ts';
import { answer } from '../../../scripts/cards/sample-domain.ts';
import { readSaid } from '../../../scripts/cards/sample-words.ts';

const given = answer(readSaid().shortest, 'planned');

/** An answer with this horizon, given on 8 March 2027. */
function promised(text: string) {
  const read = readHorizon(text, '2027-03-08');
  const days = read.found === 'period' ? { start: read.start, end: read.end } : { start: null, end: null };
  return { ...given, at: new Date('2027-03-08T09:00:00Z'), horizon: { text, ...days } };
}

test.each([
  ['1. halvår 2027', '1. halvår 2027'],
  ['senest 1/4-27', 'senest 1/4-27 (1. april 2027)'],
  ['senest med udgangen af marts 2027', 'senest med udgangen af marts 2027 (31. marts 2027)'],
  ['september - december 2027', 'september - december 2027'],
  ['ultimo 2027', 'ultimo 2027 (september–december 2027)'],
  ['til 30. juni 2027', 'til 30. juni 2027'],
  ['løbende', 'løbende'],
])('shows “%s” as “%s”, in a list, too', (text, shown) => {
  expect(horizonWords(promised(text), 'da')).toBe(shown);
  expect(horizonInShort(promised(text), 'da')).toBe(shown);
});

test.each([
  ['1. hlavår 2027', '1. halvår 2027', '1. halvår 2027 (”1. hlavår 2027”, skrevet 8. marts 2027)'],
  ['midt i næste måned', 'medio april 2027', 'medio april 2027 (”midt i næste måned”, skrevet 8. marts 2027)'],
  ['senest 1. juni', 'senest 1. juni 2027', 'senest 1. juni 2027 (”senest 1. juni”, skrevet 8. marts 2027)'],
  ['i dag', '8. marts 2027', '8. marts 2027 (”i dag”)'],
])('shows the days of “%s” first: “%s” in a list, and “%s”', (text, inShort, shown) => {
  expect(horizonInShort(promised(text), 'da')).toBe(inShort);
  expect(horizonWords(promised(text), 'da')).toBe(shown);
});

test.each(['om 14 dage', 'i næste uge', 'til foråret', 'næste år', 'om et par uger', 'inden påske', 'i denne måned'])(
  'never repeats “%s” without the day on which it was said',
  (text) => {
    expect(horizonInShort(promised(text), 'da')).not.toContain(text);
    expect(horizonWords(promised(text), 'da')).toContain(`(”${text}”, skrevet 8. marts 2027)`);
    expect(horizonWords(promised(text), 'en')).toContain(`(“${text}”, written 8 March 2027)`);
  },
);
