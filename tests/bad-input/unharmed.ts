import type mongoose from 'mongoose';
import type { Model } from 'mongoose';
import type { RunningBot } from '../running-bot.ts';
import { credentials as secrets } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

/** Everything that is stored, after all waiting messages are delivered; without the signs of life of bots. */
export async function storedIn(bot: RunningBot): Promise<Record<string, unknown[]>> {
  await bot.delivers();
  // An answer that was not taken is kept as it was typed.
  const { instances: _signsOfLife, answerDrafts: _typed, ...kept } = bot.database.stored;
  const all = Object.entries(kept) as Array<[string, Model<unknown>]>;
  const rows = await Promise.all(
    // Past mongoose, which takes longer to read the rows than the bot to answer.
    all.map(async ([name, one]) => [name, await one.collection.find().sort({ _id: 1 }).toArray()] as const),
  );
  return Object.fromEntries(rows);
}

/** The commands with which a driver changes documents. */
const writing = new Set(['insert', 'update', 'delete', 'findAndModify', 'bulkWrite']);

/** Tells whether what is stored has changed since a moment, without reading all of it again when nobody wrote. */
export interface Unchanged {
  /** Fails if anything is stored that was not, or the other way round; after all waiting messages are delivered. */
  expect(): Promise<void>;
  /** The same, and reads everything, whoever may have written it. */
  expectAll(): Promise<void>;
}

/** Starts at what is stored now. Writes are heard of from the connection that the bot itself uses. */
export async function unchangedFromNow(bot: RunningBot): Promise<Unchanged> {
  const before = await storedIn(bot);
  const { instances, heartbeats } = bot.database.stored;
  // The bot writes these all the time, whatever comes.
  const signsOfLife = [instances, heartbeats].map(({ collection }) => collection.collectionName);
  let writes = 0;
  bot.database.connection
    .getClient()
    .on('commandStarted', ({ commandName, command }: mongoose.mongo.CommandStartedEvent) => {
      if (writing.has(commandName) && !signsOfLife.includes(command[commandName])) writes++;
    });
  const expectAll = async () => expect(await storedIn(bot)).toEqual(before);
  let compared = 0;
  return {
    expectAll,
    async expect() {
      await bot.delivers();
      if (writes === compared) return;
      await expectAll();
      compared = writes;
    },
  };
}

/**
 * Checks that the bot still answers both platforms, and that neither its log nor `printed` holds a message or a secret.
 */
export async function expectUnharmed(bot: RunningBot, written: readonly string[], printed = ''): Promise<void> {
  for (const platform of ['teams', 'slack'] as const) {
    const leader = bot.on(platform, people.leader);
    expect(await leader.says('mine')).toMatchObject({ status: 200 });
    expect(leader.reads()).toContain('Dine ønsker');
  }
  const log = bot.log.join('') + printed;
  expect(log).toContain('"msg":"handled"');
  for (const kept of [...written, ...Object.values(secrets), 'Bearer', '@fjordby']) {
    expect([kept, log.includes(kept)]).toEqual([kept, false]);
  }
  // The first two parts of a signed token; its first three letters alone may stand in any random id.
  expect(log).not.toMatch(/\beyJ[\w-]{10,}\.[\w-]{2,}/);
}
