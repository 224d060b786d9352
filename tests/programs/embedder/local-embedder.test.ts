import { join } from 'node:path';
import { installEmbedder, pythonOfEmbedder } from '../../../bot/embedder/install-embedder.ts';
import { startLocalEmbedder } from '../../../bot/embedder/local-embedder.ts';

const dataFolder = join(import.meta.dirname, '../../../.data');

/** The real one, which is installed once for all runs of this checkout. */
async function installed(): Promise<string> {
  await installEmbedder(dataFolder, () => undefined);
  const python = pythonOfEmbedder(dataFolder);
  if (python === null) throw new Error('it is not installed');
  return python;
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !holds(); tries++) await new Promise((done) => setTimeout(done, 50));
  expect(holds()).toBe(true);
}

const isAlive = (pid: number | null) => {
  try {
    return pid !== null && process.kill(pid, 0);
  } catch (error) {
    if ((error as { code?: string }).code === 'ESRCH') return false;
    throw error;
  }
};

const cosine = (one: ArrayLike<number>, other: ArrayLike<number>) =>
  Array.from(one).reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

test('the local embedder tells what texts mean, comes back when it ends, and ends with the bot', async () => {
  const starts: number[] = [];
  const told = {
    started: ({ pid }: { pid: number }) => void starts.push(pid),
    ended: jest.fn(),
    failed: () => undefined,
  };
  const local = startLocalEmbedder(await installed(), told, { patienceMs: 20_000, pauseMs: 10 });
  try {
    expect(await local.ready).toBe(true);
    const texts = ['Vikaren får ikke løn', 'The substitute is not paid', 'Taget på skolen er utæt'];
    const [wish, same, other] = (await local.embedder.embed(texts, 'query')) ?? [];
    if (!wish || !same || !other) throw new Error('no vectors');
    expect(wish.length).toBe(384);
    expect(cosine(wish, same)).toBeGreaterThan(cosine(wish, other));

    const [first = 0] = starts;
    process.kill(first, 'SIGKILL');
    await until(() => starts.length === 2);
    expect(told.ended).toHaveBeenCalledWith({ how: 'signal SIGKILL', againMs: 10 });
    expect(await local.embedder.embed(['igen'], 'query')).toHaveLength(1);
  } finally {
    const last = local.pid();
    await local.stop();
    expect(isAlive(last)).toBe(false);
  }
  expect(await local.embedder.embed(['for sent'], 'query')).toBeNull();
}, 300_000);

test('one that cannot run is tried again, ever more seldom, and stops at once', async () => {
  const pauses: number[] = [];
  const told = {
    started: () => undefined,
    ended: ({ againMs }: { againMs: number }) => void pauses.push(againMs),
    failed: () => undefined,
  };
  const local = startLocalEmbedder('/bin/false', told, { pauseMs: 5 });
  await until(() => pauses.length >= 3);
  await local.stop();
  expect(pauses.slice(0, 3)).toEqual([5, 10, 20]);
  expect(await local.ready).toBe(false);
}, 60_000);
