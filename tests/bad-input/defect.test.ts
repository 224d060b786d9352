import { breakNumbers } from '../break-numbers.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

const said = 'Vikarer får deres løn en uge for sent';
const reference = /koden ([0-9a-f]{8}) til/;

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
  await breakNumbers(bot.database);
});
afterAll(() => bot?.close());

const expectInLog = (number: string | undefined) => {
  const line = bot.log.find((one) => one.includes(`"reference":"${number}"`)) ?? '{}';
  expect(JSON.parse(line)).toMatchObject({
    msg: 'defect',
    action: 'submit-request',
    err: { type: expect.stringMatching(/Error$/) },
  });
  expect(line).not.toContain(said);
};

test('in Teams a defect shows a number to quote, keeps the form as it is and stores nothing half', async () => {
  const leader = bot.on('teams', people.leader);
  await leader.says('nyt');
  await leader.fills({ text: said, area: 'personale' }, 'Send ønsket');
  expectInLog(reference.exec(leader.reads())?.[1]);
  expect(leader.all().some((text) => text.includes('Send ønsket'))).toBe(true);
  expect(await bot.database.stored.requests.countDocuments()).toBe(0);
  expect(await bot.database.stored.outbox.countDocuments({ 'message.kind': 'request-arrived' })).toBe(0);
});

test('in Slack the modal stays open after a defect, with the number and the typed words', async () => {
  const client = bot.simulator.slack(people.leader);
  await client.send('nyt');
  await client.press('Skriv et ønske');
  const { errors } = await client.fill({ text: said, area: 'personale' });
  expectInLog(reference.exec(errors?.text ?? '')?.[1]);
  expect(client.view()).not.toBeNull();
  expect(await bot.database.stored.requests.countDocuments()).toBe(0);
});
