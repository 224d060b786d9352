import type { Json, Message } from '../../simulator/chats.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

const hostile = [
  '<!channel> <!here> @everyone <@U0BOT> <#C0GENERAL>',
  '<at>alle</at> <b>fed</b> <script>alert(1)</script> &lt;i&gt; &amp;',
  '*fed* _kursiv_ ~streg~ `kode` # overskrift',
  '[her](https://ondt.example) <https://ondt.example|her>',
  'Vikarer oprettes for sent',
];

/** Direction overrides and isolates, zero-width and control characters: without them a text shows as it reads. */
const hidden = {
  written: 'Bilag \u202Efdp.exe\u202C af\u200Bvist\uFEFF, \u2066også\u2069 i\u0007 da\u0000g\u0085',
  shown: 'Bilag fdp.exe afvist, også i dag',
};
const hiding = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069\u200B\u200C\u2060\uFEFF]/u;

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

/** Every text in a message that holds a part of `line`, with the object that it stands in. */
function holdersOf(node: unknown, line: string): Array<{ key: string; holder: Json; text: string }> {
  if (Array.isArray(node)) return node.flatMap((one) => holdersOf(one, line));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' && value.includes(line)
      ? [{ key, holder: node as Json, text: value }]
      : holdersOf(value, line),
  );
}

function textsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsIn) : [];
}

/** Places where a client shows a text literally: a TextRun, an input's value; rich text and plain text in Slack. */
function isTaken(platform: string, key: string, { type }: Json): boolean {
  if (platform === 'teams') return (type === 'TextRun' && key === 'text') || (type === 'Input.Text' && key === 'value');
  return (
    (['text', 'plain_text'].includes(String(type)) && key === 'text') ||
    (type === 'plain_text_input' && key === 'initial_value')
  );
}

const contentOf = ({ card, blocks, text }: Message) => card ?? [{ notification: text }, ...(blocks ?? [])];

describe.each(['teams', 'slack'] as const)('in %s', (platform) => {
  test('a leader’s words appear as plain text in every card of the leader and the owner', async () => {
    const leader = bot.on(platform, people.leader);
    const owner = bot.on(platform, people.hr);
    await owner.says('hej');
    const written = ['Lønnen til nye vikarer kommer for sent', ...hostile, hidden.written].join('\n');
    await leader.says(written);
    await leader.presses(leader.reads().includes('Ja, send det') ? 'Ja, send det' : 'Vælg område og send');
    if (!leader.reads().includes('fået nummer')) await leader.fills({ area: 'personale' }, 'Send ønsket');
    await bot.delivers();
    await owner.presses('Svar');
    await owner.presses('Ja, det gør vi');
    await owner.fills({ measure: written, expectedImprovement: hostile[1] ?? '', horizon: '2027' }, 'Send svaret');
    await bot.delivers();
    const chats = [leader, owner].flatMap((one) => one.messages()).filter(({ from }) => from === 'bot');
    for (const message of chats) expect(textsIn(contentOf(message)).filter((text) => hiding.test(text))).toEqual([]);
    for (const line of [...hostile, hidden.shown]) {
      const found = chats.flatMap((message) => holdersOf(contentOf(message), line));
      expect([line, found.length >= 3]).toEqual([line, true]);
      for (const { key, holder } of found)
        expect([key, holder, isTaken(platform, key, holder)]).toEqual([key, holder, true]);
    }
  });
});

test('the bot escapes a title in Slack’s notification, whether its words are a person’s or its own', async () => {
  const admin = bot.on('slack', people.admin);
  await admin.says('kampagne');
  await admin.presses('Start en kampagne');
  await admin.fills({ question: '<!channel> Hvad er besværligt & hvorfor?' }, 'Start kampagnen');
  await bot.delivers();
  const told = bot
    .on('slack', people.leader)
    .messages()
    .filter(({ from }) => from === 'bot');
  expect(told.at(-1)?.text).toContain('&lt;!channel&gt; Hvad er besværligt &amp; hvorfor?');
  for (const { text = '' } of told) expect(text).not.toContain('<!channel>');
});
