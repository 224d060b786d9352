import { text } from '../../cards/parts.ts';
import { inboxCard } from '../../cards/requests/lists.ts';

test('the inbox of an administrator says that every unit has an owner, and not that all is answered', () => {
  expect(inboxCard({ standsIn: true, units: [], requests: [] }, 'da')).toMatchObject({
    title: 'Indbakke',
    blocks: [text('Alle enheder har en procesejer, så ingen ønsker venter på dig.')],
  });
});
