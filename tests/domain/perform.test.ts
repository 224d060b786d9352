import { openDatabase } from '../../bot/database/database.ts';
import { useCases } from '../../domain/index.ts';
import { perform } from '../../domain/perform.ts';
import { worldOf } from '../../models/world.ts';
import { openTown, people, type Town } from '../sample-domain.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const wish = { text: 'Vi godkender den samme faktura to steder', area: 'oekonomi' };

test('the same arrival a second time changes nothing and gives the same value', async () => {
  const first = await town.does(people.leader, 'submit-request', wish, 'nonce-1');
  const second = await town.does(people.leader, 'submit-request', wish, 'nonce-1');
  expect(second).toEqual(first);
  expect(await town.database.stored.requests.countDocuments()).toBe(1);
});

test('the same click at once on two instances happens once', async () => {
  const other = await openDatabase(otherUri());
  const otherWorld = worldOf(other.connection, other.stored, town.organisation, () => town.clock.now);
  const leader = await town.person(people.leader);
  const before = await town.database.stored.requests.countDocuments();
  const outcomes = await Promise.all(
    [town.world, otherWorld, town.world, otherWorld].map((world) =>
      perform(world, useCases['submit-request'], leader, wish, 'nonce-2'),
    ),
  );
  await other.close();
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  expect(outcomes[0]?.ok).toBe(true);
  expect(await town.database.stored.requests.countDocuments()).toBe(before + 1);
  expect(await town.database.stored.events.countDocuments({ type: 'submitted' })).toBe(before + 1);
});

test('two different things from one card are two things', async () => {
  await town.does(people.leader, 'set-prompts', { prompts: 'snooze' }, 'nonce-5');
  await town.does(people.leader, 'set-prompts', { prompts: 'stop' }, 'nonce-5');
  expect(await town.person(people.leader)).toMatchObject({ promptsStopped: true });
});

test('an old button does what it says when it is pressed again after the opposite was chosen', async () => {
  await town.does(people.leader, 'set-prompts', { prompts: 'stop' }, 'nonce-6');
  await town.does(people.leader, 'set-prompts', { prompts: 'resume' });
  await town.does(people.leader, 'set-prompts', { prompts: 'stop' }, 'nonce-6');
  expect(await town.person(people.leader)).toMatchObject({ promptsStopped: true });
});

test('somebody else with a copy of the card is another arrival', async () => {
  const mine = await town.does(people.leader, 'submit-request', wish, 'nonce-3');
  const theirs = await town.does(people.otherLeader, 'submit-request', wish, 'nonce-3');
  expect([mine.ok, theirs.ok]).toEqual([true, true]);
  expect(theirs).not.toEqual(mine);
});

test('a refused form leaves no receipt: mended, it can be sent', async () => {
  const refused = await town.does(people.leader, 'submit-request', { ...wish, text: '' }, 'nonce-4');
  const mended = await town.does(people.leader, 'submit-request', wish, 'nonce-4');
  expect([refused.ok, mended.ok]).toEqual([false, true]);
});

test('someone who has left the organisation can do nothing', async () => {
  const leader = { ...(await town.person(people.leader)), active: false };
  expect(await perform(town.world, useCases.help, leader, {}, null)).toMatchObject({
    ok: false,
    refusal: 'not-allowed',
  });
});

test('two owners who answer at once: one does, the other learns that it is done', async () => {
  const request = await town.request();
  const input = { requestId: request.id, decision: 'planned', measure: 'a', expectedImprovement: 'b', horizon: '2027' };
  const outcomes = await Promise.all([
    town.does(people.hr, 'answer-request', input),
    town.does('karsten.bjerregaard@fjordby.example', 'answer-request', input),
  ]);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const history = await town.world.requests.history(request.id);
  expect(history.map(({ type }) => type)).toEqual(['submitted', 'answered']);
});

/** The same database by a second connection, as another instance has it. */
function otherUri(): string {
  const uri = new URL(process.env.TEST_MONGODB_URI ?? '');
  uri.pathname = `/${town.database.connection.name}`;
  return uri.href;
}
