import { fitting } from '../../../../bot/slack/receive/words.ts';

test.each<[name: string, lengths: Array<number | null>, kept: boolean[]]>([
  ['one that is as long as all may be', [200_000], [true]],
  ['one that is longer', [200_001], [false]],
  ['those before and after one that is too long', [100, 200_000, 100], [true, false, true]],
  ['none in place of one that cannot be had', [null, 100], [false, true]],
])('of the texts of a message are kept: %s', (_name, lengths, kept) => {
  const texts = lengths.map((length) => (length === null ? null : 'å'.repeat(length)));
  expect(fitting(texts)).toEqual(texts.map((text, index) => (kept[index] ? text : null)));
});
