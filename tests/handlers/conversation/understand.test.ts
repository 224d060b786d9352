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

describe('words after a question', () => {
  const answer = 'det er vel omkring ti stykker om måneden';
  const asks = async (email: string) => {
    const { id } = await sample.request();
    await sample.does(email, 'comment-on-request', { requestId: id, text: 'Hvor mange er det?' });
    return id;
  };

  test('are the reply when one request waits', async () => {
    const requestId = await asks(people.hr);
    const input = { requestId, text: answer };
    expect(await understood(people.leader, answer)).toEqual({
      action: 'answer-question',
      input,
      idempotencyKey: 'r',
    });
  });

  test('are kept as a draft when none waits, and the leader is asked when several do', async () => {
    expect(await understood(people.leader, answer)).toMatchObject({ action: 'draft-request' });
    for (const email of [people.hr, people.hr]) await asks(email);
    expect(await understood(people.leader, answer)).toMatchObject({ action: 'ask-about-words' });
  });

  test('of an owner are asked about when several wait', async () => {
    for (const email of [people.leader, people.leader]) await asks(email);
    const said = 'det retter vi i det nye system fra august, så feltet bliver udfyldt af sig selv';
    expect(await understood(people.hr, said)).toMatchObject({ action: 'ask-about-words' });
  });

  test.each(['det er noteret, men mens jeg har dig: aktindsigter på tværs af fagsystemer er et mareridt'])(
    'are asked about when they turn to another matter: “%s”',
    async (said) => {
      await asks(people.hr);
      expect(await understood(people.leader, said)).toMatchObject({ action: 'ask-about-words' });
    },
  );

  test('yes and no are the reply, unless a draft that was made later asks for them', async () => {
    const requestId = await asks(people.hr);
    expect(await understood(people.leader, 'ja')).toMatchObject({ action: 'answer-question', input: { requestId } });
    sample.clock.now = new Date(sample.clock.now.getTime() + 1000);
    await sample.does(people.leader, 'draft-request', { text: 'Lønnen kommer for sent' });
    expect(await understood(people.leader, 'ja')).not.toMatchObject({ action: 'answer-question' });
  });

  test('are no reply when they are a wish of its own', async () => {
    await asks(people.hr);
    const wish = 'Rengøringen kommer aldrig om fredagen, så vi gør selv rent hver uge. Det tager en time.';
    expect(await understood(people.leader, wish)).toMatchObject({ action: 'draft-request' });
  });
});

test.each(['Borgeren er 070761-4285', 'tak '.repeat(200)])(
  'never takes “%.20s” for a question to the bot',
  async (text) => {
    expect(await understood(people.leader, text)).toMatchObject({ action: 'draft-request' });
  },
);

test('reads a long row of signs in time proportional to its length', () => {
  expect(growth((length) => commandIn(`${'!'.repeat(length)}a`), 10_000)).toBeLessThan(40);
});

test('an owner who asks not to be written to hears that they are asked for nothing', async () => {
  expect(await understood(people.hr, 'stop med at skrive til mig')).toMatchObject({
    action: 'help',
    input: { topic: 'not-prompted' },
  });
});
