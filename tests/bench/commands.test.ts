import { type Budgets, commandsOf } from '../../bench/commands/commands.ts';

/** What is reached; the aims are in docs/benchmarks.md, and no number here goes up. */
const most: Budgets = { list: 2, show: 5, message: 7, submit: 20, answer: 16, updates: 9 };

test('each action in Teams needs no more database commands than before', async () => {
  const commands = await commandsOf(process.env.TEST_MONGODB_URI ?? '');
  const tooMany = Object.entries(commands).filter(([action, sent]) => sent.length > most[action as keyof Budgets]);
  expect(Object.fromEntries(tooMany)).toEqual({});
}, 120_000);
