import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startEmbeddedDatabase } from '../../bot/database/embedded/embedded-database.ts';
import { audit } from './cluster/audit.ts';
import { Load, seeded } from './cluster/load.ts';
import { openScene, type Scene } from './cluster/scene.ts';

/**
 * `npm run test:crash -- --rounds 500 [--seed N]`: three instances on one database between simulated platforms, under
 * load, and in each round one of them is killed with kill -9 at a random moment and another started. At the end the
 * ledger of the platforms is held against the database. Prints one line of JSON; ends with 1 when anything acknowledged
 * is lost, stored twice, or sent more often than deliveries were in doubt.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' }, seed: { type: 'string' } } });
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Date.now() % 2 ** 32);
const say = (line: string) => process.stderr.write(`${line}\n`);

const instances = 3;
/** The people who send requests at the same time. */
const lanes = 3;
const longestMs = 900;
/** The database undoes the begun work of a killed instance after a minute, and its locks run out after one. */
const patienceSeconds = 150;

const random = seeded(seed);
say(`seed ${seed}`);
const dataFolder = mkdtempSync(join(tmpdir(), 'crash-'));
const database = await startEmbeddedDatabase({
  dataFolder,
  // The PATH of CI must not decide what is measured.
  searchPath: '',
  keepsExpired: true,
  environmentFolder: resolve(import.meta.dirname, '../../.data/python'),
  progress: say,
});
const hears = { process: () => undefined, log: () => undefined, secrets: () => undefined };
const scene = await openScene({ server: Number(new URL(database.uri).port), hears });
const started = performance.now();
try {
  process.exitCode = await play(scene);
} finally {
  await scene.close();
  await database.stop();
  rmSync(dataFolder, { recursive: true });
}

async function play(scene: Scene): Promise<number> {
  await Promise.all(Array.from({ length: instances }, () => scene.start()));
  const leaders = scene.people.filter(({ roles }) => roles.join() === 'leader').slice(0, lanes);
  const owners = scene.people.filter(({ unit }) => unit !== null);
  await scene.meet(...[...owners, ...leaders].map(({ email }) => email));
  const load = new Load(scene, random);
  const running = leaders.map(({ email }) => load.run(email));
  for (let round = 1; round <= rounds; round++) {
    await pause(random() * longestMs);
    const living = scene.bots.filter((bot) => bot.alive());
    const victim = living[Math.floor(random() * living.length)];
    await victim?.kill();
    const fresh = scene.start();
    // As long as two others live, the next is not waited for: it may be killed while it starts.
    if (living.length < instances) await fresh;
    else fresh.catch((error: Error) => say(`round ${round}: ${error.message}`));
    if (round % 50 === 0) say(`round ${round} of ${rounds}`);
  }
  load.ends = true;
  await Promise.all(running);
  const unanswered = await load.insist(patienceSeconds);
  await drain(scene);
  const found = await audit(scene, load.acknowledged);
  const { lost, doubledEffects, unexplained, doubledMessages, waiting, unknown } = found;
  const messages = scene.simulator.ledger.lines.filter(
    (line) => line.line === 'accepted' && line.does === 'post',
  ).length;
  const result = {
    rounds,
    seed,
    instances,
    acknowledged: load.acknowledged.length,
    unanswered,
    messages,
    lost: lost.length + waiting.length,
    doubledEffects: doubledEffects.length,
    doubledMessages: doubledMessages.length,
    unknown,
    seconds: Math.round((performance.now() - started) / 1000),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  const wrong = [...lost, ...waiting, ...doubledEffects, ...unexplained];
  for (const one of wrong.slice(0, 20)) say(one);
  return wrong.length > 0 || unanswered > 0 || doubledMessages.length > unknown ? 1 : 0;
}

/** Waits until nothing waits any more, for as long as fewer and fewer messages do: hundreds may wait for one owner. */
async function drain({ database: { stored } }: Scene): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  let fewerAt = performance.now();
  for (;;) {
    const waiting = await stored.outbox.countDocuments({ state: 'waiting' });
    if (waiting === 0) return;
    if (waiting < least) fewerAt = performance.now();
    least = Math.min(least, waiting);
    if (performance.now() - fewerAt > patienceSeconds * 1000) {
      say(`${waiting} rows wait, and none is sent`);
      return;
    }
    await pause(1000);
  }
}
