import { type House, openHouse } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { storedIn } from './unharmed.ts';

const outside: Record<string, Record<string, unknown>> = {
  [people.leader]: { is_restricted: true },
  [people.hr]: { is_restricted: true, is_ultra_restricted: true },
  [people.it]: { team_id: 'T0OTHER', is_stranger: true },
  [people.legal]: { team_id: 'T0OTHER' },
  [people.admin]: { is_bot: true },
};

let house: House;
beforeAll(async () => {
  house = await openHouse({ slackUserFields: (email) => outside[email] ?? {} });
});
afterAll(() => house?.close());

test.each(Object.entries(outside))('%s of the list, of whom Slack says %j, is a guest', async (email) => {
  const before = await storedIn(house);
  const visitor = house.on('slack', email);
  expect((await visitor.says('hej')).status).toBe(200);
  expect(visitor.reads()).toMatch(/Jeg er kun for kommunens egne ansatte|only for the municipality’s own staff/);
  expect(await storedIn(house)).toEqual(before);
});

test('a full member is known', async () => {
  const member = house.on('slack', people.director);
  await member.says('hej');
  expect(member.reads()).not.toContain('Jeg er kun for kommunens egne ansatte');
});

test('somebody with the user id of another person in another workspace is not taken for that person', async () => {
  const { people: stored } = house.database.stored;
  const user = house.simulator.slack(people.unitManager).identity.slackUser;
  const elsewhere = { user, team: 'T0ELSEWHERE', enterprise: '', channel: 'D0ELSEWHERE' };
  await stored.updateOne({ email: people.hr }, { 'places.slack': elsewhere });
  const manager = house.on('slack', people.unitManager);
  await manager.says('indbakke');
  expect(manager.reads()).not.toContain('Indbakke: Koncern HR');
  expect((await stored.findOne({ email: people.hr }).lean())?.places.slack).toEqual(elsewhere);
  expect((await stored.findOne({ email: people.unitManager }).lean())?.places.slack).toMatchObject({ user });
});
