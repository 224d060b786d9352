import { userIdsOf } from '../../simulator/teams/client/invoked.ts';
import { textsOf } from '../../simulator/teams/client/read-card.ts';
import { units } from '../ids.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

const ownerToo = 'karsten.bjerregaard@fjordby.example';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
  // Everybody has a chat with the bot, so that the card could name all of them.
  for (const email of [people.hr, ownerToo, people.it, people.unitManager]) await bot.on('teams', email).says('hej');
  const room = bot.on('teams', people.hr).room('Koncern HR');
  await room.brings();
  await room.presses('Vis indbakken her');
  await room.fills({ unit: units.hr }, 'Vis den her');
  const leader = bot.on('teams', people.leader);
  await leader.says('nyt');
  await leader.fills({ text: 'Vikarer oprettes for sent', area: 'personale' }, 'Send ønsket');
  await bot.delivers();
});
afterEach(() => bot?.close());

const idsOf = (...emails: string[]) => emails.map((email) => bot.simulator.teams(email).identity.teamsId).sort();
const roomOf = (email: string) => bot.on('teams', email).room('Koncern HR');
const cardInRoom = () => bot.simulator.teams(people.leader).room('Koncern HR').messages().at(-1)?.card;

test('the card in a channel renews itself for the owners of the unit and for nobody else, also once it has changed', async () => {
  expect(roomOf(people.it).reads()).toContain('Vikarer oprettes for sent');
  expect(userIdsOf(cardInRoom()).sort()).toEqual(idsOf(people.hr, ownerToo));
  const owner = bot.on('teams', people.hr);
  expect(userIdsOf(owner.messages().at(-1)?.card)).toEqual(idsOf(people.hr));
  await owner.presses('Send videre');
  expect(userIdsOf(owner.messages().at(-1)?.card)).toEqual([]);
  await owner.presses('Annullér');
  expect(userIdsOf(owner.messages().at(-1)?.card)).toEqual(idsOf(people.hr));
  await bot.on('teams', ownerToo).presses('Svar');
  await bot.on('teams', ownerToo).presses('Ja, det gør vi');
  const promise = { measure: 'Vi opretter samme dag', expectedImprovement: 'Løn til tiden', horizon: '2027' };
  await bot.on('teams', ownerToo).fills(promise, 'Send svaret');
  expect(userIdsOf(bot.on('teams', ownerToo).messages().at(-1)?.card)).toEqual(idsOf(ownerToo));
  await bot.delivers();
  expect(roomOf(people.it).reads()).toContain('Vi opretter samme dag');
  expect(userIdsOf(cardInRoom()).sort()).toEqual(idsOf(people.hr, ownerToo));
});

test('an old card in a channel renews itself silently, for its owner alone', async () => {
  // The connector is down when the card should be updated.
  const { id } = bot.simulator.teams(people.hr).room('Koncern HR').room;
  bot.simulator.faults.next({ platform: 'teams', call: id.slice('19:'.length, -20), status: 503, times: 1 });
  const other = bot.on('teams', ownerToo);
  await other.presses('Svar');
  await other.presses('Ja, det gør vi');
  const promise = { measure: 'Vi opretter samme dag', expectedImprovement: 'Løn til tiden', horizon: '2027' };
  await other.fills(promise, 'Send svaret');
  await bot.delivers();
  const room = roomOf(people.hr);
  expect(room.reads()).not.toContain('Vi opretter samme dag');

  const { outcomes, postings } = bot.database.stored;
  const kept = async () => [await outcomes.countDocuments(), await postings.countDocuments()];
  const before = await kept();
  const logged = bot.log.length;
  expect(await room.looksAgain()).toMatchObject({ statusCode: 200 });
  expect(room.reads()).toContain('Vi opretter samme dag');
  expect(roomOf(people.it).reads()).not.toContain('Vi opretter samme dag');
  expect(await kept()).toEqual(before);
  const lines = bot.log.slice(logged).map((line) => JSON.parse(line) as { level: number; action?: string });
  expect(lines.filter(({ action }) => action === 'refresh-request')).toMatchObject([{ level: 20 }]);
});

test('a card in the owner’s private chat shows what has become of it, and also when it is seen again', async () => {
  const owner = bot.on('teams', people.hr);
  const arrived = owner.messages().at(-1);
  const readsArrived = () => textsOf(owner.messages().find(({ id }) => id === arrived?.id)?.card ?? {}).join('\n');
  expect(readsArrived()).toContain('Nyt ønske');
  // The owners are told when a request that somebody has begun on is withdrawn.
  await bot.on('teams', ownerToo).presses('Gå i gang');
  const leader = bot.on('teams', people.leader);
  const request = await bot.database.stored.requests.findOne().lean();
  await leader.says(`vis ${request?.number}`);
  await leader.presses('Træk tilbage');
  await leader.presses('Ja, træk det tilbage');
  await bot.delivers();
  expect(owner.messages().at(-1)?.id).not.toBe(arrived?.id);
  expect(readsArrived()).toContain('Trukket tilbage');
  expect(await owner.looksAgain(arrived?.id)).toMatchObject({ statusCode: 200 });
  expect(readsArrived()).toContain('Trukket tilbage');
});
