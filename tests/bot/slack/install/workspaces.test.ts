import { directoryOf } from '../../../../models/people/directory.ts';
import { worldOf } from '../../../../models/world.ts';
import { addOrganisation } from '../../../add-organisation.ts';
import { outboxStates } from '../../../outbox-rows.ts';
import { replaceList } from '../../../replace-list.ts';
import type { RunningBot } from '../../../running-bot.ts';
import { people } from '../../../sample-domain.ts';
import { install, startOAuthBot } from './oauth-bot.ts';

const own = 'T0FJORDBY';

/** The message to the owner about the leader's request. */
async function reports(bot: RunningBot, beforeDelivery: () => void | Promise<void> = () => undefined): Promise<void> {
  const leader = bot.on('slack', people.leader);
  await leader.says('nyt');
  await leader.presses('Skriv et ønske');
  // Out of office hours, so that nothing is delivered before all is set.
  const atWork = bot.clock.now;
  bot.clock.now = new Date('2026-11-24T17:00:00+01:00');
  await leader.fills({ text: 'Vikarer oprettes for sent', area: 'personale' }, 'Send ønsket');
  await beforeDelivery();
  bot.clock.now = new Date(atWork.getTime() + 24 * 3600 * 1000);
  await bot.delivers();
}

const outbox = async (bot: RunningBot, to: string) => {
  const person = await bot.database.stored.people.findOne({ email: to }).lean();
  const rows = await outboxStates(bot.database.stored, String(person?._id));
  return rows.map(({ kind, state, problem }) => [kind, state, problem]);
};

describe('two municipalities in two workspaces', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startOAuthBot({ slackTeam: (email) => (email === people.otherLeader ? 'T0NORD' : undefined) });
    const directory = directoryOf(bot.database.stored);
    const fjordby = await directory.organisation('fjordby');
    const nord = { ...(fjordby as NonNullable<typeof fjordby>), id: 'nord', name: 'Nord Kommune' };
    await addOrganisation(bot.database.stored, nord);
    await install(bot, own, 'fjordby');
    await install(bot, 'T0NORD', 'nord');
  });
  afterEach(() => bot?.close());

  test('somebody of the one is a stranger in the other, and is answered with that one’s token', async () => {
    const visitor = bot.on('slack', people.otherLeader);
    expect((await visitor.says('hej')).status).toBe(200);
    expect(visitor.reads()).toContain('We have not met yet');
    expect((await bot.on('slack', people.leader).says('hjælp')).status).toBe(200);
    expect(bot.on('slack', people.leader).reads()).toContain('unødigt besværlig');
  });

  test('somebody on the list is looked for in the own municipality’s workspaces only', async () => {
    const { connection, stored } = bot.database;
    const nord = await directoryOf(stored).organisation('nord');
    const world = worldOf(connection, stored, nord as NonNullable<typeof nord>, () => bot.clock.now);
    const listed = { name: 'P', roles: ['leader' as const], administration: 'A', institution: 'I', unit: null };
    await replaceList(world, [
      {
        ...listed,
        email: people.hr,
        managerEmail: null,
        entraObjectId: null,
        upn: null,
        employeeNumber: null,
        language: null,
      },
    ]);
    const [person] = await world.people.all();
    await world.outbox.add([
      { to: String(person?.id), message: { kind: 'request-arrived', requestId: 'none' }, notBefore: bot.clock.now },
    ]);
    await bot.delivers();
    expect((await world.people.all())[0]?.places).toEqual({});
  });
});

describe('an app that was removed', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startOAuthBot();
    await install(bot, own, 'fjordby');
    for (const email of [people.leader, people.hr]) await bot.on('slack', email).says('hej');
    await bot.database.stored.people.updateMany({ email: { $ne: people.hr } }, { $unset: { 'places.teams': 1 } });
  });
  afterEach(() => bot?.close());

  const installations = () => bot.database.stored.installations.countDocuments();

  test.each(['uninstall', 'revoke'] as const)(
    'by %s: its token is thrown away, messages wait, and they are sent after a new installation',
    async (how) => {
      await reports(bot, async () => {
        expect((await bot.simulator.slackApp[how](own)).status).toBe(200);
        expect(await installations()).toBe(0);
      });
      expect(await outbox(bot, people.hr)).toEqual([['request-arrived', 'waiting', 'paused']]);
      expect(bot.log.join('')).toContain('"msg":"token not accepted"');
      expect(bot.log.join('')).toContain('"msg":"app removed"');
      expect((await bot.on('slack', people.leader).says('hej')).status).toBe(403);

      await install(bot, own);
      // One message tries first whether the workspace takes the token again, and the others follow.
      for (let minute = 0; minute < 2; minute++) {
        bot.clock.now = new Date(bot.clock.now.getTime() + 61_000);
        await bot.delivers();
      }
      expect(await outbox(bot, people.hr)).toEqual([['request-arrived', 'sent', null]]);
      expect(bot.on('slack', people.hr).reads()).toContain('Vikarer oprettes for sent');
    },
  );

  test('news of a removal that comes after a new installation removes nothing', async () => {
    const before = bot.clock.now;
    bot.clock.now = new Date(before.getTime() + 60_000);
    await install(bot, own);
    bot.clock.now = before;
    await bot.simulator.slackApp.uninstall(own);
    expect(await installations()).toBe(1);
  });
});

describe('an app in a whole Enterprise organisation', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startOAuthBot({
      slackGrid: { [own]: 'E0FJORD', T0NORD: 'E0FJORD', T0OTHER: 'E0OTHER' },
      slackTeam: (email) => (email === people.hr ? 'T0NORD' : email === people.otherLeader ? 'T0OTHER' : undefined),
    });
    await bot.database.stored.connections.deleteMany({ platform: 'slack' });
    await bot.database.stored.people.updateMany({}, { places: {}, chat: null });
  });
  afterEach(() => bot?.close());

  test('serves people in each of its workspaces, also those who have not written yet, and nobody outside of it', async () => {
    const shown = await install(bot, 'E0FJORD', 'fjordby');
    expect(shown.html).toContain('Vælg nu i Slacks administration, hvilke workspaces');
    await bot.database.stored.people.updateMany({ email: people.hr }, { chat: 'slack' });
    await reports(bot);
    expect(bot.on('slack', people.hr).reads()).toContain('Vikarer oprettes for sent');
    const owner = await bot.database.stored.people.findOne({ email: people.hr }).lean();
    expect(owner?.places.slack).toMatchObject({ team: 'T0NORD', enterprise: 'E0FJORD' });
    expect((await bot.on('slack', people.otherLeader).says('hej')).status).toBe(403);
  });

  test('is gone from all of them when the organisation removes it', async () => {
    await install(bot, 'E0FJORD', 'fjordby');
    expect((await bot.on('slack', people.hr).says('hej')).status).toBe(200);
    await bot.simulator.slackApp.uninstall('E0FJORD');
    expect(await bot.database.stored.installations.countDocuments()).toBe(0);
    expect((await bot.on('slack', people.hr).says('hej')).status).toBe(403);
  });
});
