import { type Budgets, commandsOf } from '../../../bench/commands/commands.ts';
import { newTestDatabase } from '../../database.ts';

/** The numbers that are reached; the aims are in docs/benchmarks.md, and no number here goes up. */
const most: Budgets = { list: 2, show: 5, message: 7, submit: 16, answer: 16, updates: 2, cards: 3 };

/** Beside other tests a delivery may end a moment after another, and is then noted by a command of its own. */
const tries = 4;

const actions = Object.keys(most) as Array<keyof Budgets>;

test('each action in Teams needs no more database commands than before', async () => {
  let tooMany: Partial<Record<keyof Budgets, readonly string[]>> = Object.fromEntries(actions.map((one) => [one, []]));
  for (let tried = 0; tried < tries && Object.keys(tooMany).length > 0; tried++) {
    const commands = await commandsOf(newTestDatabase().uri);
    const open = Object.keys(tooMany) as Array<keyof Budgets>;
    tooMany = Object.fromEntries(
      open.filter((one) => commands[one].length > most[one]).map((one) => [one, commands[one]]),
    );
  }
  expect(tooMany).toEqual({});
}, 300_000);
