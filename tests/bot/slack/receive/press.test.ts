import { type RunningBot, startBotBetweenPlatforms } from '../../../running-bot.ts';
import { people } from '../../../sample-domain.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

test('a link that was opened is acknowledged, and nothing comes of it', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says('hej');
  const client = bot.simulator.slack(people.leader);
  const before = [...client.messages()];
  const logged = bot.log.length;
  const { id } = before.at(-1) ?? { id: '' };
  const answer = await client.click({ message: id }, { type: 'button', block_id: 'b', action_id: 'link:0' });
  expect(answer.status).toBe(200);
  expect(client.messages()).toEqual(before);
  expect(bot.log.slice(logged).filter((line) => line.includes('"action"'))).toEqual([]);
});
