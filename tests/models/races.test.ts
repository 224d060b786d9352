import { type Database, openDatabase } from '../../bot/database/database.ts';
import { withoutChat } from '../../domain/context.ts';
import { useCases } from '../../domain/index.ts';
import { strangerOf } from '../../domain/people/actor.ts';
import { askToJoin, isOpen } from '../../domain/people/join/ask-to-join.ts';
import { perform } from '../../domain/perform.ts';
import { worldOf } from '../../models/world.ts';
import { people } from '../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';

/** Simultaneous actions on the real database, because the memory of one instance cannot decide them. */
let sample: StoredSample;
let other: Database;
beforeAll(async () => {
  sample = await openStoredSample();
  other = await openDatabase(otherUri());
});
afterAll(async () => {
  await other?.close();
  await sample?.close();
});

test('performs the same click at once on two instances once', async () => {
  const otherWorld = worldOf(other.connection, other.stored, sample.organisation, () => sample.clock.now);
  const leader = await sample.person(people.leader);
  const wish = { text: 'Vi godkender den samme faktura to steder', area: 'oekonomi' } as const;
  const outcomes = await Promise.all(
    [sample.world, otherWorld, sample.world, otherWorld].map((world) =>
      perform({
        world,
        useCase: useCases['submit-request'],
        actor: leader,
        input: wish,
        context: withoutChat,
        idempotencyKey: 'nonce-2',
      }),
    ),
  );
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  expect(outcomes[0]?.ok).toBe(true);
  expect(await sample.database.stored.requests.countDocuments()).toBe(1);
  expect(await sample.database.stored.events.countDocuments({ type: 'submitted' })).toBe(1);
});

test('gives numbers that follow each other and never repeat, also when many requests are sent at once', async () => {
  const sent = await Promise.all(Array.from({ length: 12 }, () => sample.request()));
  const serials = sent.map(({ number }) => Number(number.slice(-4))).sort((a, b) => a - b);
  expect(new Set(serials).size).toBe(12);
  expect((serials.at(-1) ?? 0) - (serials[0] ?? 0)).toBe(11);
});

test('takes the answer of one of two owners at once, and tells the other that it is done', async () => {
  const request = await sample.request();
  const input = {
    requestId: request.id,
    decision: 'planned' as const,
    measure: 'a',
    expectedImprovement: 'b',
    horizon: '2027',
  };
  const outcomes = await Promise.all([
    sample.does(people.hr, 'answer-request', input),
    sample.does('karsten.bjerregaard@fjordby.example', 'answer-request', input),
  ]);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const history = await sample.world.requests.history(request.id);
  expect(history.map(({ type }) => type)).toEqual(['submitted', 'answered']);
});

describe('a request to join', () => {
  const place = { user: 'U-NY', channel: 'D-NY' };
  const actor = strangerOf({ platform: 'slack', place, name: 'Nynne Lund', email: 'nynne.lund@fjordby.example' });

  test('is made once by several presses at once, and decided once by two administrators at once', async () => {
    const ask = { useCase: askToJoin, actor, input: {}, context: withoutChat, idempotencyKey: null };
    await Promise.all(Array.from({ length: 5 }, () => perform({ world: sample.world, ...ask })));
    expect(await sample.database.stored.joins.countDocuments()).toBe(1);
    const joinId = (await sample.world.joins.of('slack', place.user)).find(isOpen)?.id ?? '';
    const outcomes = await Promise.all([
      sample.does(people.admin, 'decide-join', { joinId, decision: 'letIn' }),
      sample.does('asger.thorup@fjordby.example', 'decide-join', { joinId, decision: 'turnedDown' }),
    ]);
    expect(outcomes.filter(({ ok }) => !ok)).toMatchObject([{ refusal: 'decided-already' }]);
  });
});

/** The same database through a second connection, as another instance has it. */
function otherUri(): string {
  const uri = new URL(process.env.TEST_MONGODB_URI ?? '');
  uri.pathname = `/${sample.database.connection.name}`;
  return uri.href;
}
