import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalEmbedder } from '../../../bot/embedder/local-embedder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedder-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A program in the place of Python. */
async function program(lines: string): Promise<string> {
  const path = join(folder, 'python');
  await writeFile(path, `#!/bin/sh\n${lines}\n`, { mode: 0o700 });
  return path;
}

const told = { started: jest.fn(), ended: jest.fn(), failed: jest.fn() };

test('one that is stopped before its program runs does not start it', async () => {
  const started = join(folder, 'started');
  const local = startLocalEmbedder(await program(`echo yes > ${started}; exec sleep 60`), told);
  await local.stop();
  expect(await local.ready).toBe(false);
  expect(existsSync(started)).toBe(false);
}, 10_000);

test('its program is given none of the bot’s secrets', async () => {
  const given = join(folder, 'given');
  process.env.EMBEDDER_KEY = 'secret-word';
  const ended = new Promise<void>((resolve) => told.ended.mockImplementation(() => resolve()));
  const local = startLocalEmbedder(await program(`env > ${given}`), told);
  await ended;
  await local.stop();
  delete process.env.EMBEDDER_KEY;
  const environment = await readFile(given, 'utf8');
  expect(environment).toContain('PATH=');
  expect(environment).not.toContain('secret-word');
});
