import { act, packed } from '../bad-input/act.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

const first = 'Vi godkender den samme faktura to steder';
const corrected = 'Vi godkender den samme faktura tre steder';
const area = 'personale';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
});
afterEach(() => bot?.close());

const stored = () => bot.database.stored.requests.find().lean();

describe.each(['teams', 'slack'] as const)('in %s', (platform) => {
  const sends = (button: unknown, fields: Record<string, string>, email: string = people.leader) =>
    act(bot, platform, email, { button, fields });
  beforeEach(async () => {
    for (const email of [people.leader, people.hr]) await bot.on(platform, email).says('hej');
  });

  test('a form that is sent again with corrected words is one request, and its owner reads the corrected words', async () => {
    const form = packed('submit-request');
    const told = await sends(form, { text: first, area });
    await bot.delivers();
    const again = await sends(form, { text: corrected, area });
    const [request, ...more] = await stored();
    expect(more).toEqual([]);
    expect(request).toMatchObject({ text: corrected, version: 2 });
    expect([told, again].every((text) => text.includes(String(request?.number)))).toBe(true);
    await bot.delivers();
    expect(bot.on(platform, people.hr).reads()).toContain(`Rettet af lederen: ${request?.number}`);
    expect(bot.on(platform, people.hr).reads()).toContain(corrected);
    await bot.on(platform, people.leader).says(String(request?.number));
    expect(bot.on(platform, people.leader).reads()).toContain('Ønsket blev rettet');
  });

  test('an owner who has not had the card yet gets one card, with the corrected words', async () => {
    const form = packed('submit-request');
    // At night nobody is told of a request.
    bot.clock.now = new Date('2026-11-24T20:00:00+01:00');
    for (const text of [first, corrected]) await sends(form, { text, area });
    bot.clock.now = new Date('2026-11-25T09:00:00+01:00');
    const before = bot.on(platform, people.hr).all().length;
    await bot.delivers();
    expect(bot.on(platform, people.hr).all()).toHaveLength(before + 1);
    expect(bot.on(platform, people.hr).reads()).toContain(corrected);
    expect(bot.on(platform, people.hr).all().join()).not.toContain(first);
  });

  test('once the unit has acted, the form comes back with both texts, and can be sent as a request of its own', async () => {
    const form = packed('submit-request');
    await sends(form, { text: first, area });
    const [request] = await stored();
    await sends(packed('acknowledge-request', { requestId: request?._id }), {}, people.hr);
    const told = await sends(form, { text: corrected, area });
    expect(told).toContain('Dine rettelser er ikke kommet med');
    for (const words of [first, corrected, String(request?.number)]) expect(told).toContain(words);
    expect((await stored()).map(({ text }) => text)).toEqual([first]);
  });

  test('an answer that is sent again with other words changes nothing, and shows both', async () => {
    await sends(packed('submit-request'), { text: first, area });
    const [request] = await stored();
    const form = packed('answer-request', { requestId: request?._id, version: '1', decision: 'planned' });
    const answer = {
      measure: 'Skema åbnes før vagten',
      expectedImprovement: 'Ingen venter',
      horizon: '1. halvår 2027',
    };
    await sends(form, answer, people.hr);
    const told = await sends(form, { ...answer, measure: 'Skema åbnes dagen før' }, people.hr);
    expect(told).toContain('Skema åbnes før vagten');
    expect(told).toContain('Skema åbnes dagen før');
    expect(await stored()).toMatchObject([{ state: 'answered', answer: { measure: 'Skema åbnes før vagten' } }]);
  });
});
