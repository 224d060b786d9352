import { people } from '../sample-domain.ts';
import { act } from './act.ts';
import { buttons, forms } from './table/buttons-and-forms.ts';
import { conversations } from './table/conversations.ts';
import { files } from './table/files.ts';
import { pages } from './table/pages.ts';
import { slackWebhook } from './table/slack-webhook.ts';
import { openStage, type Stage, said } from './table/stage.ts';
import { teamsWebhook } from './table/teams-webhook.ts';
import { expectUnharmed, type Unchanged, unchangedFromNow } from './unharmed.ts';

let stage: Stage;
let stored: Unchanged;
/** Output that an SDK prints past the log. */
let printed = '';

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation((...parts) => {
    printed += parts.map(String).join(' ');
  });
  stage = await openStage();
});
afterAll(() => stage.bot?.close());

describe.each([
  ['Teams’ webhook', teamsWebhook],
  ['Slack’s webhook', slackWebhook],
  ['a browser', pages],
] as const)('%s', (_door, cases) => {
  beforeAll(async () => {
    stored = await unchangedFromNow(stage.bot);
  });

  test.each(cases)('%s gets %d and the answer %s, and nothing changes', async (_name, status, told, send) => {
    const answer = await send(stage);
    expect(answer).toEqual({ status, body: told === null ? '' : expect.stringContaining(told) });
    await stored.expect();
  });
  afterAll(() => stored.expectAll());
});

describe.each(['teams', 'slack'] as const)('a changed client in %s', (platform) => {
  /** Everybody has met the bot already, so that no data of theirs changes when they act. */
  beforeAll(async () => {
    for (const email of Object.values(people)) await stage.bot.on(platform, email).says('hej');
    stored = await unchangedFromNow(stage.bot);
  });

  test.each([...buttons, ...forms, ...conversations, ...files])(
    '%s: %s reads “%s…”, and nothing changes',
    async (_name, email, told, acted) => {
      expect(await act(stage.bot, platform, email, acted(stage))).toContain(told);
      await stored.expect();
    },
  );
  afterAll(() => stored.expectAll());
});

test('after all that the bot answers, and the log holds none of it', () =>
  expectUnharmed(stage.bot, [said, 'Vi retter det', '070761', '$ne', 'februar', '169.254'], printed));
