import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
  const leader = bot.on('slack', people.leader);
  await leader.usesShortcut();
  await leader.fills({ text: 'Vikarer oprettes for sent', area: 'personale' }, 'Send ønsket');
  await bot.delivers();
});
afterEach(() => bot?.close());

const planned = { measure: 'Vi opretter samme dag', expectedImprovement: 'Løn til tiden', horizon: '1. halvår 2027' };

test('the second step takes the place of the first, and a person can go back and decide otherwise', async () => {
  const owner = bot.on('slack', people.hr);
  await owner.presses('Svar');
  const first = owner.modal();
  await owner.presses('Ja, det gør vi');
  expect(owner.modal()).toContain('Forventet forbedring');
  await owner.fills({ measure: 'Vi ser på det' }, 'Vælg et andet svar');
  expect(owner.modal()).toBe(first);
  await owner.presses('Nej, det kan vi ikke');
  expect(owner.modal()).not.toContain('Forventet forbedring');
  expect(owner.modal()).toContain('Vi ser på det');
  await owner.closesModal();
  expect(owner.modal()).toBeNull();
});

test('each problem stands beside its field, and no modal is left when all is done', async () => {
  const owner = bot.on('slack', people.hr);
  await owner.presses('Svar');
  await owner.presses('Ja, det gør vi');
  await owner.fills({ ...planned, measure: '' }, 'Send svaret');
  expect(owner.modal()).toContain('Skal udfyldes.');
  await owner.fills(planned, 'Send svaret');
  expect(owner.modal()).toBeNull();
  expect(owner.reads()).toContain('Besvaret');
});

test('a form over a card over Home returns to the card', async () => {
  const owner = bot.on('slack', people.hr);
  await owner.opensHome();
  await owner.pressesInHome('Se');
  await owner.presses('Svar');
  await owner.presses('Ja, det gør vi');
  await owner.fills(planned, 'Send svaret');
  expect(owner.modal()).toContain('Besvaret');
  await owner.closesModal();
  expect(owner.modal()).toBeNull();
});

test('no more than three modals are open from list to request to form', async () => {
  const owner = bot.on('slack', people.hr);
  await owner.opensHome();
  await owner.pressesInHome('Hjælp');
  await owner.presses('Åbn indbakken');
  await owner.presses('Se');
  await owner.presses('Svar');
  await owner.presses('Ja, det gør vi');
  await owner.fills(planned, 'Send svaret');
  expect(owner.modal()).toContain('Besvaret');
});
