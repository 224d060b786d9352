import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { act, packed } from './act.ts';
import { expectUnharmed, storedIn } from './unharmed.ts';

const said = 'Vi venter fire uger på nøgler til nye kolleger';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

describe.each(['teams', 'slack'] as const)('in %s', (platform) => {
  test.each([
    ['Danish', 'lotte.groendahl@fjordby.example', 'Vi kender ikke hinanden endnu', 'bede administratoren om adgang'],
    ['English', people.otherLeader, 'We have not met yet', 'administrator'],
  ])(
    'the bot tells a stranger in %s that they are not on the list, and keeps nothing but their words for later',
    async (_language, email, hello, advice) => {
      await bot.database.stored.people.deleteOne({ email });
      const before = await storedIn(bot);
      const stranger = bot.on(platform, email);
      expect(await stranger.says(said)).toMatchObject({ status: 200 });
      expect(stranger.reads()).toContain(hello);
      expect(stranger.reads()).toContain(advice);
      expect(await act(bot, platform, email, { button: packed('submit-request'), fields: { text: said } })).toContain(
        hello,
      );
      const { strangerWords, outcomes: _kept, ...rest } = await storedIn(bot);
      expect(strangerWords).toContainEqual(expect.objectContaining({ platform, text: said }));
      const { strangerWords: _earlier, outcomes: _before, ...others } = before;
      expect(rest).toEqual(others);
    },
  );

  test('a person who has left the list is a stranger again', async () => {
    const left = bot.on(platform, people.legal);
    await left.says('hej');
    expect(left.reads()).not.toContain('Vi kender ikke hinanden endnu');
    await bot.database.stored.people.updateOne({ email: people.legal }, { active: false });
    const before = await storedIn(bot);
    await left.says('indbakke');
    expect(left.reads()).toContain('Vi kender ikke hinanden endnu');
    expect(await storedIn(bot)).toEqual(before);
    await bot.database.stored.people.updateOne({ email: people.legal }, { active: true });
  });
});

test('the bot answers a press on a card forwarded to a Teams group to the presser alone, and keeps the private chat', async () => {
  const leader = bot.simulator.teams(people.leader);
  await leader.send('hej');
  const before = await storedIn(bot);
  const group = leader.room('Ledergruppen', 'groupChat');
  const answer = await leader.post({
    ...group.around(null),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { data: packed('list-mine') } },
  });
  expect(answer).toMatchObject({ status: 200, body: { type: 'application/vnd.microsoft.card.adaptive' } });
  expect(JSON.stringify(answer.body)).toContain('Dine ønsker');
  expect(group.messages()).toEqual([]);
  // A group that is met raises the version of what is kept in memory.
  const { rooms, peopleVersions: _raised, ...rest } = await storedIn(bot);
  expect(rooms).toMatchObject([{ conversation: group.room.id, unit: null }]);
  const { peopleVersions: _versions, ...others } = before;
  expect({ ...rest, rooms: [] }).toEqual(others);
});

test('after all that the bot answers, and the log holds none of it', () => expectUnharmed(bot, [said]));
