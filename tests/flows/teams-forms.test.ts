import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { credentials, type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

const forms = z
  .object({
    cases: z.array(
      z.object({
        name: z.string(),
        activity: z.record(z.string(), z.unknown()),
        draft: z.string().optional(),
        says: z.string().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/message-forms/teams.json'), 'utf8')));

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());
beforeEach(() => bot.database.stored.drafts.deleteMany({}));

let lastId = 1_795_512_345_900;
const drafts = async () => (await bot.database.stored.drafts.find().lean()).map(({ text }) => text);

test.each(forms.cases)('$name', async ({ activity, draft, says }) => {
  lastId += 1;
  const client = bot.simulator.teams(people.leader);
  expect(await client.post({ type: 'message', id: String(lastId), ...activity })).toMatchObject({ status: 200 });
  expect(await drafts()).toEqual(draft === undefined ? [] : [draft]);
  const reads = bot.on('teams', people.leader).reads();
  if (says !== undefined) expect(reads).toContain(says);
});

test('nothing that the bot itself said is answered, whatever fields are missing', async () => {
  const client = bot.simulator.teams(people.leader);
  const id = `28:${client.identity.teamsId}`;
  const before = bot.on('teams', people.leader).all().length;
  const echo = { type: 'message', text: 'Vikarer oprettes for sent', recipient: { id } };
  expect(await client.post({ ...echo, id: 'echo-1', from: { id } })).toMatchObject({ status: 200 });
  expect(await client.post({ ...echo, id: 'echo-2', from: { id: '28:x', role: 'bot' } })).toMatchObject({
    status: 200,
  });
  expect(bot.on('teams', people.leader).all()).toHaveLength(before);
  expect(await drafts()).toEqual([]);
});

describe('in a channel', () => {
  const name = (itemid: string) =>
    `<span itemtype="http://schema.skype.com/Mention" itemscope${itemid}>Forenklingsbot</span>`;
  test.each<[string, (recipient: string) => Record<string, unknown>]>([
    [
      'an entity without text',
      (id) => ({ entities: [{ type: 'mention', mentioned: { id, name: 'Forenklingsbot' } }] }),
    ],
    ['no entity', () => ({ entities: [] })],
    ['no entity and no name of the bot', () => ({ entities: [], recipient: { id: '28:nameless' } })],
  ])('the bot’s name is no part of the words, with %s', async (_how, fields) => {
    lastId += 1;
    const room = bot.on('teams', people.hr).room('Koncern HR');
    await room.brings();
    const client = bot.simulator.teams(people.leader).room('Koncern HR');
    const said = 'Vikarer oprettes for sent i lønsystemet hver måned';
    const html = `<p>${name(' itemid="0"')}&nbsp;${said}</p>`;
    const activity = {
      type: 'message',
      text: `<at>Forenklingsbot</at> ${said}`,
      attachments: [{ contentType: 'text/html', content: html }],
    };
    const around = client.around(null);
    for (const [n, attachments] of [activity.attachments, []].entries()) {
      await bot.database.stored.drafts.deleteMany({});
      const id = `${lastId}${n}`;
      await bot.simulator
        .teams(people.leader)
        .post({ ...around, ...activity, attachments, id, ...fields(`28:${credentials.teamsAppId}`) });
      expect(await drafts()).toEqual([said]);
    }
  });
});
