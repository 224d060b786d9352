import type { Organisation } from '../../../domain/people/organisation.ts';
import { directoryOf } from '../../../models/people/directory.ts';
import { worldOf } from '../../../models/world.ts';
import { addOrganisation } from '../../add-organisation.ts';
import { units } from '../../ids.ts';
import { replaceList } from '../../replace-list.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../../running-bot.ts';
import { people } from '../../sample-domain.ts';
import { tabClient } from '../web/tab/tab-client.ts';

const nordTenant = '00000000-0000-4000-8000-000000a0bd00';
const unlistedTenant = '00000000-0000-4000-8000-0000000e15e0';
const wish = 'Nye vikarer bliver ansat, men lønnen kommer en uge for sent. Det tager 20 minutter hver gang.';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms({ teamsTenants: [nordTenant] });
  const directory = directoryOf(bot.database.stored);
  const fjordby = await directory.organisation('fjordby');
  if (!fjordby) throw new Error('the sample municipality is not there');
  const nord: Organisation = { ...fjordby, id: 'nord', name: 'Nord Kommune' };
  await addOrganisation(bot.database.stored, nord);
  await directory.connect('teams', nordTenant, nord.id);
  await directory.connect('teams', unlistedTenant, nord.id);
  const listed = {
    administration: 'Nord',
    institution: 'Nord',
    managerEmail: null,
    entraObjectId: null,
    upn: null,
    employeeNumber: null,
    language: null,
  };
  const { connection, stored } = bot.database;
  await replaceList(
    worldOf(connection, stored, nord, () => bot.clock.now),
    [
      { ...listed, email: people.otherLeader, name: 'Sarah Whitfield', roles: ['leader'], unit: null },
      { ...listed, email: people.it, name: 'Priya Raman', roles: ['processOwner'], unit: units.hr },
    ],
  );
  for (const email of [people.otherLeader, people.it]) worksIn(nordTenant, email);
});
afterAll(() => bot?.close());

/** The account that somebody has in another tenant, where nothing of them is the same but the address. */
function worksIn(teamsTenant: string, email: string): () => void {
  const { identity } = bot.simulator.teams(email);
  const before = { ...identity };
  const part = teamsTenant.slice(-5);
  Object.assign(identity, {
    teamsTenant,
    teamsId: `29:1${part}${identity.teamsId.slice(9)}`,
    aadObjectId: `${identity.aadObjectId.slice(0, -5)}${part}`,
    conversation: `a:1${part}${identity.conversation.slice(8)}`,
  });
  return () => {
    delete identity.teamsTenant;
    Object.assign(identity, before);
  };
}

const organisationsOf = async (email: string) =>
  (await bot.database.stored.people.find({ email }).sort({ organisation: 1 }).lean()).map(
    ({ organisation, places }) => [organisation, places.teams !== undefined],
  );

test('a person of the one municipality is a stranger in the other, by chat and by tab', async () => {
  const leader = bot.on('teams', people.leader);
  await leader.says('hej');
  expect(leader.reads()).toContain('Hej Pernille');
  const isBack = worksIn(nordTenant, people.leader);
  const visitor = bot.on('teams', people.leader);
  expect((await visitor.says(wish)).status).toBe(200);
  expect(visitor.reads()).toContain('Vi kender ikke hinanden endnu');
  const tab = tabClient(bot);
  const { card } = await tab.shown(await tab.home(tab.tokenOf(people.leader)));
  expect(card.title).toContain('Vi kender ikke hinanden endnu');
  isBack();
  expect(await bot.database.stored.drafts.countDocuments()).toBe(0);
  expect(await organisationsOf(people.leader)).toEqual([['fjordby', true]]);
});

test('the same address on both lists is one person here and another there', async () => {
  await bot.on('teams', people.it).says('hej');
  expect(await organisationsOf(people.it)).toEqual([
    ['fjordby', false],
    ['nord', true],
  ]);
});

test('a request reaches the owners of its own municipality and nobody of the other', async () => {
  const [owner, ownerInNord] = [bot.on('teams', people.hr), bot.on('teams', people.it)];
  const [leader, leaderInNord] = [bot.on('teams', people.leader), bot.on('teams', people.otherLeader)];
  for (const one of [owner, ownerInNord]) await one.says('hej');
  const before = { fjordby: owner.all(), nord: ownerInNord.all() };

  await leader.says(wish);
  await leader.presses('Ja, send det');
  await bot.delivers();
  expect(owner.reads()).toMatch(/Nyt ønske: FØ-2026-\d{4}[\s\S]*lønnen kommer en uge for sent/);
  expect(ownerInNord.all()).toEqual(before.nord);
  const [request] = await bot.database.stored.requests.find().lean();
  await ownerInNord.says('inbox');
  expect(ownerInNord.reads()).toContain('Koncern HR');
  expect(ownerInNord.reads()).not.toContain(request?.number);
  await ownerInNord.says(String(request?.number));
  expect(ownerInNord.reads()).not.toContain('lønnen');

  const inFjordby = owner.all();
  await leaderInNord.says(`Nord: ${wish}`);
  await leaderInNord.presses('Yes, send it');
  await bot.delivers();
  expect(ownerInNord.reads()).toContain('Nord: Nye vikarer');
  expect(owner.all()).toEqual(inFjordby);
});

test('a tenant that is not on the list is refused, though it belongs to a municipality that is', async () => {
  const isBack = worksIn(unlistedTenant, people.otherLeader);
  const before = await bot.database.stored.people.find().lean();
  expect(await bot.on('teams', people.otherLeader).says(wish)).toMatchObject({ status: 403 });
  const tab = tabClient(bot);
  expect((await tab.home(tab.tokenOf(people.otherLeader))).status).toBe(401);
  isBack();
  expect(await bot.database.stored.people.find().lean()).toEqual(before);
});
