import { type RunningBot, type RunningBotOptions, startBotBetweenPlatforms } from '../../../running-bot.ts';
import { people } from '../../../sample-domain.ts';

const appToken = 'xapp-token-of-the-tests';

const startSocketBot = (token = appToken, more: RunningBotOptions = {}): Promise<RunningBot> =>
  startBotBetweenPlatforms({
    ...more,
    slack: ({ apiUrl }) => ({ botToken: 'xoxb-token-of-the-tests', appToken: token, apiUrl }),
    credentials: { slackAppToken: appToken },
  });

describe('through a socket', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startSocketBot();
  });
  afterEach(() => bot?.close());

  test('a leader reports, the owner answers and the leader reads it, with no webhook open', async () => {
    const [leader, owner] = [bot.on('slack', people.leader), bot.on('slack', people.hr)];
    await owner.says('hej');
    await leader.says('nyt');
    await leader.presses('Skriv et ønske');
    await leader.fills({ text: '' }, 'Send ønsket');
    expect(leader.seesNow()).toContain('Skriv');
    await leader.fills({ text: 'Vikarer oprettes for sent', area: 'personale' }, 'Send ønsket');
    await bot.delivers();
    expect(owner.reads()).toContain('Vikarer oprettes for sent');
    await owner.presses('Svar');
    await owner.presses('Ja, det gør vi');
    const answer = {
      measure: 'Skema åbnes før første vagt',
      expectedImprovement: 'Vikarer kan logge ind fra dag ét',
      horizon: '1. halvår 2027',
    };
    await owner.fills(answer, 'Send svaret');
    await bot.delivers();
    expect(leader.all().join('\n')).toContain('Skema åbnes før første vagt');
    expect((await fetch(`${bot.botUrl}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(404);
    expect(bot.log.join('')).not.toMatch(/"msg":"(defect|event failed|not acknowledged)"/);
  });

  test('the bot acknowledges a payload that Slack sends again, as its first try, and answers it once', async () => {
    const leader = bot.on('slack', people.leader);
    const { slackUser: user, slackChannel: channel } = bot.simulator.slack(people.leader).identity;
    const event = { type: 'message', channel_type: 'im', user, channel, text: 'mine ønsker', ts: '1795507200.000200' };
    const payload = { type: 'event_callback', team_id: 'T0FJORDBY', event_id: 'Ev1', event };
    const { socket } = bot.simulator.slackApp;
    for (const _try of [1, 2]) {
      expect(await socket.send('events_api', payload, { retry_attempt: 0, retry_reason: '' })).toEqual({
        status: 200,
        body: null,
      });
    }
    expect(leader.all()).toHaveLength(1);
  });

  test.each(['renew', 'break'] as const)('a socket that Slack ends by %s is opened again', async (how) => {
    const { socket } = bot.simulator.slackApp;
    const opened = socket.opens();
    socket[how]();
    await opened;
    const leader = bot.on('slack', people.leader);
    expect((await leader.says('hjælp')).status).toBe(200);
    expect(leader.reads()).toContain('unødigt besværlig');
  });

  test('the log holds neither token', async () => {
    await bot.on('slack', people.leader).says('hjælp');
    expect(bot.log.join('')).toContain('"msg":"socket open"');
    expect(bot.log.join('')).not.toMatch(/xapp-|xoxb-|ticket/);
  });
});

describe('with a Slack that waits two seconds', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startSocketBot(appToken, { slackPatienceMs: 2_000 });
  });
  afterEach(() => bot?.close());

  test('a payload that means nothing is not acknowledged, and the next one is', async () => {
    const { socket } = bot.simulator.slackApp;
    await expect(socket.send('interactive', { type: 'x' })).rejects.toThrow('not acknowledged');
    await bot.on('slack', people.leader).says('hjælp');
    expect(bot.on('slack', people.leader).reads()).toContain('unødigt besværlig');
  });
});

describe('with a wrong token', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startSocketBot('xapp-another');
  });
  afterEach(() => bot?.close());

  test('the bot runs, and says why no socket is open', async () => {
    expect(bot.simulator.slackApp.socket.isOpen()).toBe(false);
    expect(bot.log.join('')).toMatch(/"reason":"invalid_auth".*"msg":"socket not open"/);
    await bot.on('teams', people.leader).says('hjælp');
    expect(bot.on('teams', people.leader).reads()).toContain('unødigt besværlig');
  });
});
