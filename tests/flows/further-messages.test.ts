import { png } from '../png.ts';
import { type Platform, type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());
beforeEach(async () => {
  const { attachments, drafts, requests } = bot.database.stored;
  await Promise.all([attachments.deleteMany({}), drafts.deleteMany({}), requests.deleteMany({})]);
});

const wish = 'Nye vikarer får løn en måned for sent.';
const more = 'Det tager 20 minutter hver gang at rykke for den';
const both = `${wish}\n\n${more}`;
const later = 'Vikarerne ringer til mig, når lønnen ikke er kommet, og jeg kan intet se';

const drafts = async () => (await bot.database.stored.drafts.find().lean()).map(({ text }) => text).sort();
const requests = async () => (await bot.database.stored.requests.find().lean()).map(({ text }) => text);
const passes = (seconds: number) => {
  bot.clock.now = new Date(bot.clock.now.getTime() + seconds * 1000);
};

describe.each<Platform>(['teams', 'slack'])('in %s', (platform) => {
  test('a message right after another joins its draft, whose card changes where it stands', async () => {
    const leader = bot.on(platform, people.leader);
    await leader.says(wish);
    const cards = leader.all().length;
    passes(30);
    await leader.says(more);
    expect(leader.all()).toHaveLength(cards);
    expect(leader.reads()).toContain('lagt dine to beskeder sammen');
    await leader.edits(more, 'Det tager en time hver gang');
    expect(leader.all()).toHaveLength(cards);
    expect(await drafts()).toEqual([`${wish}\n\nDet tager en time hver gang`]);
    await leader.presses('Ja, send det');
    expect(await requests()).toEqual([`${wish}\n\nDet tager en time hver gang`]);
  });

  test('deleting one of two messages leaves the other', async () => {
    const leader = bot.on(platform, people.leader);
    await leader.says(wish);
    await leader.says(more);
    await leader.deletes(wish);
    expect(await drafts()).toEqual([more]);
  });

  test('one press parts the two messages, and a file stays with the one that it came with', async () => {
    const leader = bot.on(platform, people.leader);
    await leader.says(wish);
    passes(10);
    await leader.sendsFile({ name: 'skærm.png', type: 'image/png', content: png }, more);
    expect(await drafts()).toEqual([both]);
    expect(leader.reads()).toContain('skærm.png');
    await leader.presses('Det er to ønsker');
    expect(await drafts()).toEqual([more, wish].sort());
    const second = await bot.database.stored.drafts.findOne({ text: more }).lean();
    const [file] = await bot.database.stored.attachments.find().lean();
    expect(file?.about).toBe(second?._id);
  });

  test('a later message on the same matter is asked about, and joined by one press', async () => {
    const leader = bot.on(platform, people.leader);
    await leader.says(wish);
    passes(1200);
    await leader.says(later);
    expect(leader.reads()).toContain(`Hører det sammen med ”${wish}”?`);
    await leader.presses('Saml de to');
    expect(leader.reads()).toContain('lagt dine to beskeder sammen');
    expect(await drafts()).toEqual([`${wish}\n\n${later}`]);
  });

  test('a file that is refused leaves no draft, and is never called attached', async () => {
    const leader = bot.on(platform, people.leader);
    await leader.says('hjælp');
    await leader.sendsFile({ name: 'program.exe', type: 'application/octet-stream', content: Buffer.from('MZ') });
    expect(leader.all().join('\n')).not.toContain('vedhæftet');
    await bot.delivers();
    expect(leader.reads()).toContain('Filen ”program.exe” kunne jeg ikke gemme');
    expect(leader.reads()).toContain('Jeg tager imod billeder, PDF');
    expect(await drafts()).toEqual([]);
  });

  test('a file of text is read as words', async () => {
    const leader = bot.on(platform, people.leader);
    const content = Buffer.from(`${wish} ${'Det tager lang tid. '.repeat(100)}`.trim());
    await leader.sendsFile({ name: 'Indsat tekst.txt', type: 'text/plain', content }, 'Se her:');
    expect(await drafts()).toEqual([`Se her:\n\n${String(content)}`]);
    expect(await bot.database.stored.attachments.countDocuments()).toBe(0);
  });

  test('“ja” after “nej” shows the draft, and the next one sends it', async () => {
    const leader = bot.on(platform, people.leader);
    await leader.says(`${wish} ${more}`);
    passes(5);
    await leader.says('nej');
    passes(5);
    await leader.says('ja');
    expect(await requests()).toEqual([]);
    passes(5);
    await leader.says('ja');
    expect(await requests()).toEqual([`${wish} ${more}`]);
  });

  test('words that correct what was sent bring its form, and are no draft afterwards', async () => {
    const leader = bot.on(platform, people.leader);
    await leader.says(wish);
    await leader.presses('Ja, send det');
    passes(600);
    const [{ number } = { number: '' }] = await bot.database.stored.requests.find().lean();
    await leader.says('jeg skrev forkert, det er to måneder og ikke en');
    await leader.presses(`Ret ${number}`);
    expect(leader.seesNow()).toContain('jeg skrev forkert');
    await leader.fills({ text: 'Nye vikarer får løn to måneder for sent.' }, 'Ret ønsket');
    expect(await requests()).toEqual(['Nye vikarer får løn to måneder for sent.']);
    expect(await drafts()).toEqual([]);
  });
});

test('a file of text in Teams that cannot be had is said, and the words beside it are kept', async () => {
  const leader = bot.on('teams', people.leader);
  await leader.sendsFile({ name: 'a.txt', type: 'text/plain', content: Buffer.from([0, 1, 2]) }, wish);
  expect(await drafts()).toEqual([wish]);
  expect(leader.reads()).toContain('kunne ikke læse tekstfilen');
});

test('a file that Slack says is too large makes no draft, and the reply says why at once', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.sendsFile({ name: 'film.png', type: 'image/png', content: png, saidSize: 11 * 1024 * 1024 });
  expect(leader.reads()).toContain('Filen ”film.png” kunne jeg ikke gemme');
  expect(await drafts()).toEqual([]);
});
