import { understand } from '../../../handlers/conversation/understand.ts';
import { growth } from '../../growth.ts';

test.each([
  ['mine ønsker', 'list-mine'],
  ['Mine', 'list-mine'],
  ['INDBAKKE.', 'list-inbox'],
  ['/hjælp', 'help'],
  ['', 'help'],
  ['my requests', 'list-mine'],
  ['overblik', 'show-digest'],
  ['kampagne', 'open-campaign-form'],
  ['Switch to English', 'set-language'],
  ['skift til dansk', 'set-language'],
])('understands “%s” as a command', (text, action) => {
  expect(understand(text, 'r').action).toBe(action);
});

test.each(['FØ-2026-0042', 'fø-2026-0042', 'vis FØ-2026-0042', 'show fø-2026-10042'])(
  'understands “%s” as a request’s number',
  (text) => {
    expect(understand(text, 'r')).toMatchObject({ action: 'show-request' });
  },
);

test.each(['mine medarbejdere mangler en vagtplan', 'Hjælp til lønnen?', 'se FØ-2026-0042 igen, den er forkert'])(
  'keeps “%s” as a draft',
  (text) => {
    expect(understand(text, 'r')).toEqual({ action: 'draft-request', input: { text }, idempotencyKey: 'r' });
  },
);

test('reads a long row of signs in time proportional to its length', () => {
  expect(growth((length) => understand(`${'!'.repeat(length)}a`, 'r'), 10_000)).toBeLessThan(40);
});
