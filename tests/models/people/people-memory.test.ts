import type { PersonId } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/people/person.ts';
import { RoomsMemory } from '../../../models/channels/rooms-memory.ts';
import { leaseMs, PeopleMemory } from '../../../models/people/people-memory.ts';
import { onPeopleWritten, peopleTold } from '../../../models/people/people-version.ts';
import { RoutedMemory } from '../../../models/requests/routed-memory.ts';
import { worldOf } from '../../../models/world.ts';
import { units } from '../../ids.ts';
import { openSampleDatabase, type SampleDatabase } from '../../sample-database.ts';
import { people, tuesdayMorning } from '../../sample-domain.ts';

let sample: SampleDatabase;
let clock: { now: number };
let here: PeopleMemory;
/** Another instance hears nothing of what is written here. */
let elsewhere: PeopleMemory;

const now = () => tuesdayMorning;
const heardHere = () => {
  const { connection, stored } = sample.database;
  const rooms = new RoomsMemory(stored, sample.organisation.id, here);
  const routed = new RoutedMemory(stored, sample.organisation.id, () => clock.now);
  return worldOf(connection, stored, sample.organisation, now, { people: here, rooms, routed });
};

beforeEach(async () => {
  sample = await openSampleDatabase(now);
  clock = { now: 0 };
  const { stored } = sample.database;
  here = new PeopleMemory(stored, sample.organisation.id, () => clock.now);
  elsewhere = new PeopleMemory(stored, sample.organisation.id, () => clock.now);
  // It is told of no write, as in a process of its own.
  elsewhere.close();
});
afterEach(async () => {
  jest.restoreAllMocks();
  here.close();
  elsewhere.close();
  await sample.close();
});

const find = async (memory: PeopleMemory, email: string): Promise<Person | undefined> =>
  (await memory.current()).byAddress.get(email)?.[0];
const shutOut = () => sample.database.stored.people.updateOne({ email: people.leader }, { active: false });

test('a shut-out is known at once where it was made', async () => {
  expect(await find(here, people.leader)).toBeDefined();
  await shutOut();
  expect(await find(here, people.leader)).toBeUndefined();
});

/** Keeps the people of the next find, as they are now, until they are released. */
function keptFind() {
  const model = sample.database.stored.people;
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const find = model.find.bind(model) as (...given: unknown[]) => { lean(): Promise<unknown[]> };
  jest.spyOn(model, 'find').mockImplementationOnce(((...given: unknown[]) => {
    const query = find(...given);
    const lean = query.lean.bind(query);
    const keep = async () => {
      const found = await lean();
      ask();
      await released;
      return found;
    };
    return {
      lean() {
        const found = keep();
        return Object.assign(found, {
          async *cursor() {
            yield* await found;
          },
        });
      },
    };
  }) as never);
  return { asked, release };
}

test('a shut-out during a look is known at once where it was made, and stays known', async () => {
  const kept = keptFind();
  const early = find(here, people.leader);
  await kept.asked;
  await shutOut();
  kept.release();
  await early;
  expect(await find(here, people.leader)).toBeUndefined();
});

test('a caller gets an answer though others are written all the time', async () => {
  const kept = keptFind();
  const early = find(here, people.leader);
  await kept.asked;
  for (const language of ['en', 'da', 'en'] as const) {
    await sample.database.stored.people.updateOne({ email: people.hr }, { language });
  }
  kept.release();
  expect(await early).toBeDefined();
});

describe('when the database fails right after a change of people is stored', () => {
  /** The next raisings of the version fail. */
  const failing = (times: number) => {
    const raise = jest.spyOn(sample.database.stored.peopleVersions, 'updateOne');
    for (let time = 0; time < times; time++) raise.mockRejectedValueOnce(new Error('the database is gone') as never);
    return raise;
  };

  test('the change is told to be done, and known where it was made', async () => {
    const world = heardHere();
    const leader = await find(here, people.leader);
    const failures: unknown[] = [];
    onPeopleWritten(sample.database.stored.people, (failure) => failures.push(failure));
    failing(2);
    await world.transaction(() => world.people.setLanguage(leader?.id as PersonId, 'en'));
    expect(failures).toEqual([new Error('the database is gone')]);
    expect((await find(here, people.leader))?.language).toBe('en');
    await peopleTold(sample.database.stored.people);
  });

  test('the others know it when the database answers again', async () => {
    expect(await find(elsewhere, people.leader)).toBeDefined();
    failing(2);
    await shutOut();
    await peopleTold(sample.database.stored.people);
    clock.now += leaseMs;
    expect(await find(elsewhere, people.leader)).toBeUndefined();
  });

  test('nobody waits for the others when the connection is closed', async () => {
    const { connection, stored } = sample.database;
    failing(1);
    await shutOut();
    connection.emit('close');
    await peopleTold(stored.people);
  });
});

test('a shut-out is known on every other instance when the lease has run out', async () => {
  expect(await find(elsewhere, people.leader)).toBeDefined();
  await shutOut();
  clock.now += leaseMs;
  expect(await find(elsewhere, people.leader)).toBeUndefined();
});

test('a change that is not committed is known to its own transaction alone', async () => {
  const world = heardHere();
  const leader = await find(here, people.leader);
  if (!leader) throw new Error('the leader is not there');
  await world.transaction(async () => {
    await world.people.setLanguage(leader.id, 'en');
    expect((await world.people.byId(leader.id))?.language).toBe('en');
    expect((await here.now()).byId.get(leader.id)?.language).toBe(leader.language);
  });
  expect((await world.people.byId(leader.id))?.language).toBe('en');
});

test('one person who changed is read alone, and many are read together', async () => {
  const leader = await find(here, people.leader);
  const commands = sample.database.stored.people.find.bind(sample.database.stored.people);
  const asked = jest.spyOn(sample.database.stored.people, 'find').mockImplementation(commands);
  await heardHere().people.setLanguage(leader?.id as PersonId, 'en');
  await here.current();
  expect(asked.mock.calls.map(([filter]) => filter)).toEqual([{ _id: { $in: [leader?.id] } }]);
  asked.mockClear();
  await sample.database.stored.people.updateMany({ active: true }, { promptsStopped: true });
  await here.current();
  expect(asked.mock.calls.map(([filter]) => filter)).toEqual([{ organisation: sample.organisation.id }]);
});

test('people whom the version before changes are known after half a minute', async () => {
  expect(await find(here, people.leader)).toBeDefined();
  const past = sample.database.connection.collection('people');
  await past.updateOne({ email: people.leader }, { $set: { active: false } });
  clock.now += leaseMs;
  expect(await find(here, people.leader)).toBeDefined();
  clock.now += 30_000;
  expect(await find(here, people.leader)).toBeUndefined();
});

test('somebody who is not found is looked for once more in the database', async () => {
  await shutOut();
  expect(await find(elsewhere, people.leader)).toBeUndefined();
  await sample.database.stored.people.updateOne({ email: people.leader }, { active: true });
  expect((await elsewhere.now()).byAddress.get(people.leader)).toHaveLength(1);
});

test('a channel that begins to show an inbox is known at once where it was asked for', async () => {
  const world = heardHere();
  expect(await world.rooms.all()).toEqual([]);
  const room = await world.rooms.meet('slack', 'C1', { channel: 'C1' });
  expect(await world.rooms.all()).toEqual([room]);
  const owner = await find(here, people.hr);
  await world.rooms.follow(room.id, units.hr, owner?.id as PersonId);
  expect(await world.rooms.ofUnit(units.hr)).toEqual([{ ...room, unit: units.hr, followedBy: owner?.id }]);
});
