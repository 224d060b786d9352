import { People } from '../../simulator/people.ts';
import { withAuthors } from '../../simulator/playground/with-authors.ts';
import { mette } from './platforms.ts';

test('a message stays readable when nobody knows its writer any more', () => {
  const message = { id: '1', from: 'person' as const, at: '2026-11-24T08:02:00.000Z', text: 'Hej' };
  const written = [mette.email, 'tidligere@fjordby.example'].map((by) => ({ ...message, by }));
  expect(withAuthors(written, new People([mette])).map(({ author }) => author)).toEqual([
    { email: mette.email, name: 'Mette Holm' },
    { email: 'tidligere@fjordby.example', name: 'tidligere@fjordby.example' },
  ]);
});
