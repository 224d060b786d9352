import { installLink } from '../../bot/slack/install/install-link.ts';
import { Browser, install, keys, startOAuthBot } from '../bot/slack/install/oauth-bot.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
});
afterEach(() => bot?.close());

test('a global shortcut opens the form in place, and the form becomes a request', async () => {
  const leader = bot.on('slack', people.leader);
  expect((await leader.usesShortcut()).status).toBe(200);
  expect(leader.modal()).toContain('Dit forenklingsønske');
  await leader.fills({ text: 'Vikarer oprettes for sent', area: 'personale' }, 'Send ønsket');
  expect(leader.modal()).toBeNull();
  expect(leader.reads()).toMatch(/Tak – dit ønske har fået nummer FØ-2026-\d{4}/);
});

test('a shortcut on a message carries its words into the form, as a person reads them', async () => {
  const leader = bot.on('slack', people.englishLeader);
  const words = 'Onboarding & contracts <soon>: see https://hr.example/guide. It takes 20 minutes every week.';
  await leader.usesShortcutOn(words);
  expect(leader.modal()).not.toBeNull();
  await leader.fills({ area: 'personale' }, 'Send the request');
  const stored = await bot.database.stored.requests.find().lean();
  expect(stored.map(({ text }) => text)).toEqual([words]);
});

test('a shortcut on a message without words opens an empty form', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.usesShortcutOn('');
  await leader.fills({ area: 'personale' }, 'Send ønsket');
  expect(leader.modal()).toContain('Skal udfyldes.');
});

test('the bot tells somebody who may not send requests so, in the place where they asked', async () => {
  const owner = bot.on('slack', people.hr);
  await owner.usesShortcut();
  expect(owner.modal()).toContain('Forenklingsbot');
  expect(owner.messages()).toEqual([]);
});

test('the bot leaves a button in the chat when a form can no longer open', async () => {
  const leader = bot.on('slack', people.leader);
  bot.simulator.faults.next({
    platform: 'slack',
    call: 'views.open',
    status: 200,
    code: 'expired_trigger_id',
    times: 1,
  });
  await leader.usesShortcut();
  expect(leader.modal()).toBeNull();
  expect(leader.reads()).toContain('Skriv et ønske');
});

test('the bot answers /forenkling from a channel in the private chat and nowhere else', async () => {
  const leader = bot.on('slack', people.leader);
  const channel = leader.room('skoler-nord');
  await channel.brings();
  const before = channel.messages();
  const uses = async (words: string) => expect((await channel.usesCommand(words)).status).toBe(200);

  await uses('');
  expect(leader.all()).toEqual([expect.stringContaining('Hej Pernille. Jeg er')]);
  await uses('mine ønsker');
  expect(leader.all()).toHaveLength(2);
  expect(leader.reads()).toContain('Du har ikke sendt noget endnu.');
  await uses('nyt');
  expect(leader.modal()).toContain('Dit forenklingsønske');
  await leader.closesModal();
  expect(leader.all()).toHaveLength(2);
  await uses('Vikarer & vagtplaner <oprettes> for sent. Det tager 20 minutter hver gang.');
  expect(leader.reads()).toContain('Vikarer & vagtplaner <oprettes> for sent.');
  await leader.presses('Ja, send det');
  const stored = await bot.database.stored.requests.find().lean();
  expect(stored.map(({ text }) => text)).toEqual([
    'Vikarer & vagtplaner <oprettes> for sent. Det tager 20 minutter hver gang.',
  ]);
  expect(channel.messages()).toEqual(before);
});

test('a stranger asks to be let in from the modal that the shortcut opened', async () => {
  await bot.database.stored.people.deleteOne({ email: people.leader });
  const stranger = bot.on('slack', people.leader);
  await stranger.usesShortcut();
  expect(stranger.modal()).toContain('Vi kender ikke hinanden endnu');
  await stranger.presses('Bed om adgang');
  expect(stranger.modal()).toContain('Jeg har spurgt administratoren');
});

test('the bot greets a person once, when they open its messages for the first time', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.opensMessages();
  expect(leader.reads()).toContain('Hej Pernille. Jeg er');
  await leader.opensMessages();
  expect(leader.all()).toHaveLength(1);
});

test('the bot leaves a stranger who opens its messages in peace until they write', async () => {
  await bot.database.stored.people.deleteOne({ email: people.leader });
  const stranger = bot.on('slack', people.leader);
  expect((await stranger.opensMessages()).status).toBe(200);
  expect(stranger.all()).toEqual([]);
  await stranger.says('hej');
  await stranger.presses('Bed om adgang');
  expect(stranger.all()).toEqual([expect.stringContaining('Jeg har spurgt administratoren')]);
  await stranger.says('hej igen');
  expect(stranger.reads()).toContain('Jeg har spurgt administratoren');
});

describe('the person who installs the app', () => {
  let oauth: RunningBot;
  beforeEach(async () => {
    oauth = await startOAuthBot();
    await oauth.database.stored.connections.deleteMany({ platform: 'slack' });
  });
  afterEach(() => oauth?.close());

  async function installs(installer: string) {
    const browser = new Browser();
    const begin = installLink(keys, oauth.botUrl, 'fjordby', oauth.clock.now);
    return browser.open(await browser.consent(begin, { team: 'T0FJORDBY', installer }));
  }

  test('is greeted in their private chat', async () => {
    expect((await installs(people.admin)).status).toBe(200);
    expect(oauth.on('slack', people.admin).reads()).toContain('Hej Nikoline');
  });

  test('gets no message when they are not on the list', async () => {
    await oauth.database.stored.people.deleteOne({ email: people.admin });
    expect((await installs(people.admin)).status).toBe(200);
    expect(oauth.on('slack', people.admin).all()).toEqual([]);
  });

  test('installs it also when Slack cannot say who they are', async () => {
    expect((await install(oauth, 'T0FJORDBY', 'fjordby')).html).toContain('Forenklingsbot');
    expect(oauth.log.join('')).toContain('installer not greeted');
  });
});
