import { type Database, openDatabase } from '../../../bot/database/database.ts';
import { changeEach } from '../../../models/migrations/change-each.ts';
import type { Migration } from '../../../models/migrations/migration.ts';
import { LaterData, runMigrations } from '../../../models/migrations/run.ts';
import { newTestDatabase } from '../../database.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const testDatabase = newTestDatabase();
  database = await openDatabase(testDatabase.uri);
  close = async () => {
    await database.close();
  };
});
afterAll(() => close());
beforeEach(async () => {
  await database.stored.migrations.deleteMany({});
});

/** A migration that notes its runs. */
function noting(notes: string[], name: string, contractRelease = 2): Migration {
  const step = (note: string) => async () => {
    notes.push(note);
    return 1;
  };
  return {
    name,
    expand: step(`${name}:expand`),
    contract: { release: contractRelease, run: step(`${name}:contract`) },
  };
}

function start(migrations: readonly Migration[], release = 1, paused: () => void = () => undefined) {
  const told: string[] = [];
  const done = runMigrations(database.stored, {
    migrations,
    release,
    done: ({ migration, step, changed }) => told.push(`${migration} ${step} ${changed}`),
    async pause() {
      paused();
      await new Promise((resolve) => setImmediate(resolve));
    },
  });
  return { done, told };
}

/** A gate that a test waits for and opens. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test('does each step once, in order, and tells how many documents it changed', async () => {
  const notes: string[] = [];
  const migrations = [noting(notes, 'first'), noting(notes, 'second')];
  const { done, told } = start(migrations);
  await done;
  expect(notes).toEqual(['first:expand', 'second:expand']);
  expect(told).toEqual(['first expand 1', 'second expand 1']);
  const again = start(migrations);
  await again.done;
  expect([notes.length, again.told]).toEqual([2, []]);
});

test('waits for an instance that does a step already, and does not do it as well', async () => {
  const { opened, open } = gate();
  const begun = gate();
  let times = 0;
  const slow: Migration = {
    ...noting([], 'slow'),
    async expand() {
      times += 1;
      begun.open();
      await opened;
      return 3;
    },
  };
  const one = start([slow]);
  await begun.opened;
  const waiting = gate();
  const other = start([slow], 1, waiting.open);
  await waiting.opened;
  open();
  await Promise.all([one.done, other.done]);
  expect(times).toBe(1);
  expect([one.told, other.told]).toEqual([['slow expand 3'], []]);
});

test('lets only one of ten that start at once do a step', async () => {
  const notes: string[] = [];
  const starts = Array.from({ length: 10 }, () => start([noting(notes, 'once')]));
  await Promise.all(starts.map(({ done }) => done));
  expect(notes).toEqual(['once:expand']);
  expect(starts.flatMap(({ told }) => told)).toEqual(['once expand 1']);
});

test('takes over a step whose instance was killed in the middle, and the killed one notes nothing any more', async () => {
  const { opened, open } = gate();
  const begun = gate();
  let attempt = 0;
  const cutOff: Migration = {
    ...noting([], 'cut-off'),
    async expand({ proceed }) {
      attempt += 1;
      if (attempt > 1) return 7;
      begun.open();
      await opened;
      await proceed();
      return 1;
    },
  };
  const killed = start([cutOff]);
  await begun.opened;
  // The state 15 seconds later.
  await database.stored.migrations.updateOne({ _id: 'cut-off:expand' }, { claimedUntil: new Date(0) });
  const next = start([cutOff]);
  await next.done;
  expect(next.told).toEqual(['cut-off expand 7']);
  open();
  await killed.done;
  expect(killed.told).toEqual([]);
  expect(await database.stored.migrations.findById('cut-off:expand').lean()).toMatchObject({ changed: 7, begun: 2 });
});

test('keeps a step as long as it goes on', async () => {
  const at = async () => (await database.stored.migrations.findById('long:expand').lean())?.claimedUntil.getTime() ?? 0;
  const until: number[] = [];
  const long: Migration = {
    ...noting([], 'long'),
    async expand({ proceed }) {
      await database.stored.migrations.updateOne({ _id: 'long:expand' }, { claimedUntil: new Date(1) });
      until.push(await at());
      await proceed();
      until.push(await at());
      return 0;
    },
  };
  await start([long]).done;
  expect(until[0]).toBe(1);
  expect(until[1]).toBeGreaterThan(Date.now());
});

test('leaves a failed step to the next start, which does it at once', async () => {
  let isBroken = true;
  const failing: Migration = {
    ...noting([], 'failing'),
    async expand() {
      if (isBroken) throw new Error('no room on the disk');
      return 2;
    },
  };
  const notes: string[] = [];
  await expect(start([failing, noting(notes, 'after')]).done).rejects.toThrow('no room on the disk');
  expect(notes).toEqual([]);
  isBroken = false;
  const { done, told } = start([failing, noting(notes, 'after')]);
  await done;
  expect(told).toEqual(['failing expand 2', 'after expand 1']);
});

test('takes nothing away before the named release, and expands late writes before it does', async () => {
  const notes: string[] = [];
  const migration = noting(notes, 'two-steps', 3);
  for (const release of [1, 2]) await start([migration], release).done;
  expect(notes).toEqual(['two-steps:expand']);
  for (const release of [3, 4]) await start([migration], release).done;
  expect(notes).toEqual(['two-steps:expand', 'two-steps:expand', 'two-steps:contract']);
});

test('refuses data from which a later release has taken something away', async () => {
  const migration = noting([], 'taken-away', 3);
  await start([migration], 3).done;
  await expect(start([migration], 2).done).rejects.toThrow(LaterData);
  await expect(start([migration], 2).done).rejects.toThrow('taken-away:contract');
  await start([migration], 4).done;
});

test('sets new fields in every document that lacks them, and leaves other writes of the same time', async () => {
  const { stored } = database;
  const rooms = Array.from({ length: 1200 }, (_, index) => ({
    _id: `room-${index}`,
    organisation: 'fjordby',
    conversation: `C${index}`,
    unit: null,
  }));
  await stored.rooms.collection.insertMany(rooms as never);
  let proceeded = 0;
  const run = () =>
    changeEach(
      stored.rooms,
      { organisation: 'fjordby' },
      (room) => (room.purpose === undefined ? { purpose: `of ${room.conversation}` } : null),
      async () => {
        proceeded += 1;
        if (proceeded === 1)
          await stored.rooms.collection.updateOne({ _id: 'room-0' } as never, { $set: { unit: 'Koncern HR' } });
      },
    );
  expect(await run()).toBe(1200);
  expect(proceeded).toBe(3);
  expect(await stored.rooms.collection.findOne({ _id: 'room-0' } as never)).toMatchObject({
    unit: 'Koncern HR',
    purpose: 'of C0',
  });
  expect(await run()).toBe(0);
});
