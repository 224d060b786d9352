import { commandIn, understand } from '../../../handlers/conversation/understand.ts';
import { growth } from '../../growth.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';
import { asking } from '../asks.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

const understood = async (email: string, text: string) => understand(await asking(sample, email), text, 'r');

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
  expect(commandIn(text)?.action).toBe(action);
});

test.each(['FØ-2026-0042', 'fø-2026-0042', 'vis FØ-2026-0042', 'show fø-2026-10042'])(
  'understands “%s” as a request’s number',
  (text) => {
    expect(commandIn(text)).toMatchObject({ action: 'show-request' });
  },
);

test.each([
  'mine medarbejdere mangler en vagtplan',
  'Lønnen er forkert hver måned',
  'se FØ-2026-0042 igen, den er forkert',
])('keeps “%s” as a draft', async (text) => {
  expect(await understood(people.leader, text)).toEqual({
    action: 'draft-request',
    input: { text },
    idempotencyKey: 'r',
  });
});

test.each([
  ['hvad sker der egentlig med min sag?', people.leader, 'list-mine', {}],
  ['tusind tak for hjælpen 🙏', people.leader, 'help', { topic: 'thanks' }],
  ['ok', people.leader, 'help', { topic: 'agreed' }],
  ['hvem læser det her?', people.leader, 'help', { topic: 'who' }],
  ['kan jeg tale med et menneske', people.leader, 'help', { topic: 'human' }],
  ['what should i start with?', people.hr, 'list-inbox', {}],
  ['hvem har svaret på kampagnen', people.admin, 'list-campaigns', {}],
  ['hvem har svaret på kampagnen', people.leader, 'help', { topic: 'not-yours' }],
])('understands “%s” of %s as %s %j', async (text, email, action, input) => {
  expect(await understood(email, text)).toMatchObject({ action, input });
});

test('reads a long row of signs in time proportional to its length', () => {
  expect(growth((length) => commandIn(`${'!'.repeat(length)}a`), 10_000)).toBeLessThan(40);
});
