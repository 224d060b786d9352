import { type House, openHouse } from '../../../running-bot.ts';
import { people } from '../../../sample-domain.ts';

const appToken = 'xapp-token-of-the-tests';

const openSocketHouse = (token = appToken): Promise<House> =>
  openHouse({
    slack: ({ apiUrl }) => ({ botToken: 'xoxb-token-of-the-tests', appToken: token, apiUrl }),
    credentials: { slackAppToken: appToken },
  });

describe('through a socket', () => {
  let house: House;
  beforeEach(async () => {
    house = await openSocketHouse();
  });
  afterEach(() => house?.close());

  test('a leader reports, the owner answers and the leader reads it, with no webhook open', async () => {
    const [leader, owner] = [house.on('slack', people.leader), house.on('slack', people.hr)];
    await owner.says('hej');
    await leader.says('nyt');
    await leader.presses('Skriv et ønske');
    await leader.fills({ text: '' }, 'Send ønsket');
    expect(leader.seesNow()).toContain('Skriv');
    await leader.fills({ text: 'Vikarer oprettes for sent', area: 'personale' }, 'Send ønsket');
    await house.delivers();
    expect(owner.reads()).toContain('Vikarer oprettes for sent');
    await owner.presses('Svar');
    await owner.fills({ decision: 'planned' }, 'Fortsæt');
    const answer = {
      measure: 'Skema åbnes før første vagt',
      expectedImprovement: 'Vikarer kan logge ind fra dag ét',
      horizon: '1. halvår 2027',
    };
    await owner.fills(answer, 'Send svaret');
    await house.delivers();
    expect(leader.all().join('\n')).toContain('Skema åbnes før første vagt');
    expect((await fetch(`${house.botUrl}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(404);
    expect(house.log.join('')).not.toMatch(/"msg":"(defect|event failed|not acknowledged)"/);
  });

  test('what Slack sends again, as its first try, is acknowledged and answered once', async () => {
    const leader = house.on('slack', people.leader);
    const { slackUser: user, slackChannel: channel } = house.simulator.slack(people.leader).identity;
    const event = { type: 'message', channel_type: 'im', user, channel, text: 'mine ønsker', ts: '1795507200.000200' };
    const payload = { type: 'event_callback', team_id: 'T0FJORDBY', event_id: 'Ev1', event };
    const { socket } = house.simulator.slackApp;
    for (const _try of [1, 2]) {
      expect(await socket.send('events_api', payload, { retry_attempt: 0, retry_reason: '' })).toEqual({
        status: 200,
        body: null,
      });
    }
    expect(leader.all()).toHaveLength(1);
  });

  test.each(['renew', 'break'] as const)('a socket that Slack ends by %s is opened again', async (how) => {
    const { socket } = house.simulator.slackApp;
    const opened = socket.opens();
    socket[how]();
    await opened;
    const leader = house.on('slack', people.leader);
    expect((await leader.says('hjælp')).status).toBe(200);
    expect(leader.reads()).toContain('unødigt svær');
  });

  test('a payload that means nothing is not acknowledged, and the next one is', async () => {
    const { socket } = house.simulator.slackApp;
    const nothing = socket.send('interactive', { type: 'x' });
    const leader = house.on('slack', people.leader);
    expect((await leader.says('hjælp')).status).toBe(200);
    await expect(nothing).rejects.toThrow('not acknowledged');
  });

  test('the log holds neither token', async () => {
    await house.on('slack', people.leader).says('hjælp');
    expect(house.log.join('')).toContain('"msg":"socket open"');
    expect(house.log.join('')).not.toMatch(/xapp-|xoxb-|ticket/);
  });
});

describe('with a wrong token', () => {
  let house: House;
  beforeEach(async () => {
    house = await openSocketHouse('xapp-another');
  });
  afterEach(() => house?.close());

  test('the bot runs, and says why no socket is open', async () => {
    expect(house.simulator.slackApp.socket.isOpen()).toBe(false);
    expect(house.log.join('')).toMatch(/"reason":"invalid_auth".*"msg":"socket not open"/);
    await house.on('teams', people.leader).says('hjælp');
    expect(house.on('teams', people.leader).reads()).toContain('unødigt svær');
  });
});
