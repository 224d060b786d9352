import { type Posting, standingCard } from '../../../domain/delivery/posting.ts';
import { type DraftId, personIdOf } from '../../../domain/ids.ts';

const draft = 'draft' as DraftId;
const other = 'other' as DraftId;
const words: Posting = {
  platform: 'teams',
  conversation: 'a',
  message: 'w',
  about: draft,
  kind: 'words',
  to: personIdOf('p'),
};
const card: Posting = { ...words, kind: 'card', message: 'c1' };

/** Postings in the order in which they were put. */
function postings(all: readonly Posting[]) {
  return {
    at: async ({ conversation, message }: Pick<Posting, 'conversation' | 'message'>) =>
      all.find((one) => one.conversation === conversation && one.message === message) ?? null,
    of: async (about: Posting['about']) => all.filter((one) => one.about === about),
  };
}

test.each<[name: string, all: readonly Posting[], standing: string | null]>([
  ['is the newest of several', [words, card, { ...card, message: 'c2' }], 'c2'],
  ['is not one of another conversation', [words, card, { ...card, conversation: 'b', message: 'c2' }], 'c1'],
  ['is not one of another draft', [words, card, { ...card, about: other, message: 'c2' }], 'c1'],
  ['is not a passing reply', [words, { ...card, kind: 'reply' }], null],
  ['is missing when the words became nothing', [card], null],
])('the card that an edited message replaces %s', async (_name, all, standing) => {
  expect(await standingCard(postings(all), words)).toBe(standing);
});
