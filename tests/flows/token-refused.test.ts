import type { RowState } from '../../domain/delivery/queue.ts';
import { outboxStates } from '../outbox-rows.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { until } from '../until.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
});
afterEach(() => bot?.close());

/** The people who get each of the messages. */
const ownersOfUnit = 3;

const refusals = {
  teams: { platform: 'teams', call: '/activities', status: 401 },
  slack: { platform: 'slack', call: 'chat.postMessage', status: 200, code: 'token_revoked' },
} as const;

/** Slack knows nobody by address: otherwise whoever is refused in Teams gets it there. */
const lookUps = {
  teams: { platform: 'slack', call: 'users.lookupByEmail', status: 200, code: 'users_not_found' },
  slack: { ...refusals.slack, call: 'users.lookupByEmail' },
} as const;

const paused = async (platform: string) =>
  new RegExp(`forenklingsbot_paused\\{platform="${platform}"\\} (\\d)`).exec(
    await (await fetch(bot.metricsUrl)).text(),
  )?.[1];

/** The cards that tell of the pause, on the platform that goes on. */
const told = (on: string) =>
  bot.simulator.ledger.lines.filter(
    (line) => line.line === 'accepted' && line.platform === on && line.title.endsWith('tager ikke imod mine beskeder'),
  );

test.each(['teams', 'slack'] as const)(
  'when %s refuses the token, messages wait without being tried, and are sent when it is good again',
  async (platform) => {
    const other = platform === 'teams' ? 'slack' : 'teams';
    await bot.on(platform, people.hr).says('hej');
    await bot.on(other, people.admin).says('hej');
    await bot.database.stored.people.updateMany({ email: people.hr }, { $unset: { [`places.${other}`]: 1 } });
    const hr = await bot.database.stored.people.findOne({ email: people.hr }).lean();
    const states = async (): Promise<string[]> =>
      (await outboxStates(bot.database.stored, String(hr?._id))).map(({ state }) => state);
    bot.simulator.faults.next({ ...refusals[platform], times: 99 });
    bot.simulator.faults.next({ ...lookUps[platform], times: 99 });
    const before = bot.simulator.calls().length;
    for (const text of ['Vikarer oprettes for sent i lønsystemet', 'Vikarer får deres løn en uge for sent']) {
      await bot.on(other, people.leader).says(text);
      await bot.on(other, people.leader).presses('Ja, send det');
    }
    await bot.delivers();
    const waiting: RowState[] = ['waiting', 'waiting'];
    expect(await states()).toEqual(waiting);
    const tried = bot.simulator.calls().slice(before);
    const refused = tried.filter((one) => one.platform === platform && one.call.includes(refusals[platform].call));
    // Those that were under way when the first one was refused.
    expect(refused.length).toBeLessThanOrEqual(ownersOfUnit);
    expect(bot.log.filter((line) => line.includes('"token not accepted"'))).toHaveLength(1);
    expect(await paused(platform)).toBe('1');
    await until('an administrator is told', () => told(other).length > 0, 20, 20);

    bot.simulator.faults.end();
    bot.clock.now = new Date(bot.clock.now.getTime() + 61_000);
    await bot.delivers();
    bot.clock.now = new Date(bot.clock.now.getTime() + 61_000);
    await bot.delivers();
    expect(await states()).toEqual(['sent', 'sent']);
    expect(bot.log.filter((line) => line.includes('"token accepted again"'))).toHaveLength(1);
    expect(await paused(platform)).toBe('0');
    expect(told(other)).toHaveLength(1);
  },
);
