import { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import pino from 'pino';
import { patience } from '../../../../bot/conversation/in-time.ts';
import { dispatchTo } from '../../../../bot/slack/receive/receive.ts';
import { oneClient } from '../../../../bot/slack/send/clients.ts';

const edge = { patience, languages: new LRUCache<string, 'da' | 'en'>({ max: 1 }), log: pino({ level: 'silent' }) };
const clients = oneClient(new WebClient());

/** Bolt with listeners that end when they are told to. */
function slowBot() {
  let finish = (): void => undefined;
  const work = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let done = 0;
  const app = new App({
    receiver: { init: () => undefined, start: async () => undefined, stop: async () => undefined },
    authorize: async () => ({}),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
      setLevel: () => undefined,
      getLevel: () => 'error' as never,
      setName: () => undefined,
    },
  });
  app.action({ type: 'block_actions' }, async ({ ack }) => {
    await work;
    done += 1;
    await ack();
  });
  app.event('app_mention', async () => {
    await work;
    done += 1;
  });
  return { dispatch: dispatchTo(app, clients, edge), finish: () => finish(), done: () => done };
}

const press = {
  type: 'block_actions',
  user: { id: 'U1' },
  team: { id: 'T1' },
  container: { type: 'message' },
  actions: [{ type: 'button', action_id: 'a', block_id: 'b', value: 'x' }],
};
const event = {
  type: 'event_callback',
  team_id: 'T1',
  event: { type: 'app_mention', user: 'U1', channel: 'C1', text: '' },
};

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

test('a button whose work is slow is acknowledged within Slack’s time, and the work goes on', async () => {
  const bot = slowBot();
  const answer = bot.dispatch(press);
  await jest.advanceTimersByTimeAsync(2500);
  expect([await answer, bot.done()]).toEqual([{ status: 200 }, 0]);
  bot.finish();
  await jest.advanceTimersByTimeAsync(0);
  expect(bot.done()).toBe(1);
});

test('a message whose work is slow is not acknowledged before it is done, so that Slack sends it again', async () => {
  const bot = slowBot();
  let isAnswered = false;
  const answer = bot.dispatch(event).then((answered) => {
    isAnswered = true;
    return answered;
  });
  await jest.advanceTimersByTimeAsync(10_000);
  expect(isAnswered).toBe(false);
  bot.finish();
  await answer;
  expect(bot.done()).toBe(1);
});
