import { installTeams } from '../../bot/admin/install-teams.ts';
import { simulated } from '../../bot/local/sample-municipality.ts';
import { graphInstaller } from '../../bot/teams/install/graph.ts';
import type { Person } from '../../domain/people/person.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { worldOf } from '../../models/world.ts';
import { graphOf, type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms({ teamsInstalls: true });
});
afterEach(() => bot?.close());

/** Somebody else reports, so that the bot has never met the owner. */
async function reports() {
  const leader = bot.on('teams', people.leader);
  await leader.says('nyt');
  await leader.fills({ text: 'Vikarer oprettes for sent', area: 'personale' }, 'Send ønsket');
  await bot.delivers();
}

async function sample() {
  const [organisation] = await directoryOf(bot.database.stored).organisations();
  if (!organisation) throw new Error('no municipality');
  const world = worldOf(bot.database.connection, bot.database.stored, organisation, () => bot.clock.now);
  return { organisation, all: await world.people.all() };
}

const installs = async (who: readonly Person[], paused: number[] = []) =>
  installTeams(
    (await sample()).organisation,
    who,
    [simulated.teamsTenantId],
    graphInstaller(graphOf(bot.simulator.url)),
    async (s) => {
      paused.push(s);
    },
  );

test('an owner who has not met the bot gets the app, its welcome and the request', async () => {
  const client = bot.simulator.teams(people.hr);
  const { teamsId, aadObjectId } = client.identity;
  await client.uninstall();
  await reports();
  const found = await bot.database.stored.people.findOne({ email: people.hr }).lean();
  expect(found?.places.teams).toMatchObject({ account: teamsId, user: aadObjectId });
  expect(bot.on('teams', people.hr).all()).toEqual([
    expect.stringContaining('Hej'),
    expect.stringContaining('Nyt ønske'),
  ]);
});

test('the log gives the reason and the message is parked when Graph does not permit the installation', async () => {
  await bot.simulator.teams(people.hr).uninstall();
  bot.simulator.faults.next({ platform: 'teams', call: 'GRAPH POST', times: 50, status: 403, code: 'Forbidden' });
  const unknown = { status: 200, code: 'users_not_found' };
  bot.simulator.faults.next({ platform: 'slack', call: 'users.lookupByEmail', times: 50, ...unknown });
  await reports();
  expect(bot.log.join('')).toMatch(/"reason":"Forbidden".*could not be installed/);
  const owner = (await sample()).all.find(({ email }) => email === people.hr)?.id ?? '';
  const rows = await bot.database.stored.outbox.find({ to: owner }).lean();
  expect(rows.map(({ message, state, problem }) => [message.kind, state, problem])).toEqual([
    ['request-arrived', 'parked', 'no-chat'],
  ]);
});

test('the command installs the app for everybody who lacks it, and reports the result', async () => {
  const { all } = await sample();
  const [first, second, third] = all.slice(0, 3) as [Person, Person, Person];
  for (const { email } of [first, second, third]) await bot.simulator.teams(email).uninstall();
  const stranger = { ...third, email: 'ingen@fjordby.example' };
  const said = await installs([first, second, stranger]);
  expect(said).toBe(
    'ingen@fjordby.example: ikke fundet: personen er ikke i tenanten, eller appen er ikke i dens katalog (NotFound)\n' +
      '2 installeret, 0 havde den, 1 kunne ikke nås.',
  );
  expect(bot.on('teams', first.email).reads()).toContain('Hej');
  expect(await installs([first, second])).toBe('0 installeret, 2 havde den, 0 kunne ikke nås.');
});

test('the command finds people in Graph by the object id on the list when the address is no user principal name', async () => {
  const { aadObjectId } = bot.simulator.teams(people.hr).identity;
  await bot.simulator.teams(people.hr).uninstall();
  const renamed = 'hr.chef@fjordby.example';
  await bot.database.stored.people.updateOne({ email: people.hr }, { email: renamed, entraObjectId: aadObjectId });
  await reports();
  expect(bot.on('teams', people.hr).reads()).toContain('Nyt ønske');

  await bot.simulator.teams(people.leader).uninstall();
  const { identity } = bot.simulator.teams(people.leader);
  const { all } = await sample();
  const leader = all.find(({ email }) => email === people.leader) as Person;
  const listed = { ...leader, places: {}, email: 'leder@fjordby.example', entraObjectId: identity.aadObjectId };
  expect(await installs([listed])).toBe('1 installeret, 0 havde den, 0 kunne ikke nås.');
});

test('the command reports an expired secret once, and not as a missing permission', async () => {
  const { organisation, all } = await sample();
  const access = { ...graphOf(bot.simulator.url), secret: { password: 'of last year' } };
  const missing = all.map((person) => ({ ...person, places: {} }));
  await expect(installTeams(organisation, missing, [simulated.teamsTenantId], graphInstaller(access))).rejects.toThrow(
    'Ingen flere blev nået: hemmeligheden eller certifikatet er forkert eller udløbet, eller TEAMS_APP_ID er en anden apps (invalid_client).',
  );
});

test('the command reports a tenant whose id is missing in the settings', async () => {
  const [first] = (await sample()).all as [Person];
  const access = { ...graphOf(bot.simulator.url), catalogAppIds: {} };
  const { organisation } = await sample();
  expect(
    await installTeams(organisation, [{ ...first, places: {} }], [simulated.teamsTenantId], graphInstaller(access)),
  ).toContain('(TEAMS_CATALOG_APP_ID has none for this tenant)');
});

test('the command waits as long as Graph asks it to', async () => {
  const { all } = await sample();
  const [first] = all as [Person];
  await bot.simulator.teams(first.email).uninstall();
  const busy = { platform: 'teams', call: 'GRAPH POST', times: 1, status: 429, retryAfterSeconds: 7 } as const;
  bot.simulator.faults.next(busy);
  const paused: number[] = [];
  expect(await installs([first], paused)).toBe('1 installeret, 0 havde den, 0 kunne ikke nås.');
  expect(paused).toEqual([7]);
});

test('the log holds no secret, no token and no address of a person', async () => {
  await reports();
  expect(bot.log.join('')).not.toMatch(/graph-secret|Bearer|@fjordby/);
});
