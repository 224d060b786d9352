import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { act, packed } from './act.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

test('a modal whose submission arrived empty stays open, with the typed words and the reason', async () => {
  const client = bot.simulator.slack(people.leader);
  await client.send('Vikarer får løn for sent');
  await client.press('Ret først');
  const draft = await bot.database.stored.drafts.findOne().lean();
  await act(bot, 'slack', people.leader, { button: packed('discard-draft', { draftId: draft?._id }) });
  const messages = client.messages().length;

  const { errors } = await client.fill({ text: 'Vikarer får løn for sent, hver måned' });
  expect(errors).toEqual({ text: 'Kladden er sendt eller slettet. Skriv ”mine”, så ser du dine ønsker.' });
  expect(client.view()).not.toBeNull();
  expect(client.messages()).toHaveLength(messages);
});

test('a modal from before a field was added is replaced by one with the field', async () => {
  const told = await act(bot, 'slack', people.leader, {
    button: packed('submit-request'),
    fields: { text: 'Vikarer får løn for sent' },
  });
  const answer = JSON.parse(told) as { response_action: string; view: { blocks: Array<{ block_id?: string }> } };
  expect(answer.response_action).toBe('update');
  expect(answer.view.blocks.map(({ block_id }) => block_id)).toContain('area');
  expect(JSON.stringify(answer.view)).toContain('Vikarer får løn for sent');
});
