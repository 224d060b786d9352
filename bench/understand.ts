import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { z } from 'zod';
import { replyMs } from '../bot/embedder/http-embedder.ts';
import { pythonOfEmbedder } from '../bot/embedder/install-embedder.ts';
import { startLocalEmbedder } from '../bot/embedder/local-embedder.ts';
import { type Pending, pendings, type Speaker, speakers } from '../domain/conversation/intents/intent.ts';
import { readIntent } from '../domain/conversation/intents/read-intent.ts';
import { suggestFields } from '../domain/requests/suggest-fields/suggest-fields.ts';
import { cleanText } from '../domain/text/clean-text.ts';
import { findCprNumbers } from '../domain/text/cpr/find.ts';
import { type Embedder, type Vector, vectorOf } from '../domain/text/embedder.ts';
import { commandIn } from '../handlers/conversation/understand.ts';
import { percentile, rounded } from './speed/figures.ts';

const run = promisify(execFile);

const root = join(import.meta.dirname, '..');
const putAside = join(root, 'tests/fixtures/understanding');
const line = z.object({
  text: z.string(),
  role: z.enum(speakers).default('leader'),
  pending: z.enum(pendings).default('none'),
});

/** Each text is read so often before the measurement, and in it. */
const warmUps = 2;
const times = 10;
const starts = 9;

/** Milliseconds. */
interface Figures {
  texts: number;
  median: number;
  p95: number;
  /** With the local embedder; absent without. */
  meaning?: {
    median: number;
    p95: number;
    /** The share of messages that take longer than a reply waits, and are then read by words alone. */
    late: number;
  };
  /** How much longer the program takes to start with the readers' lists and models than without, the median. */
  start: number;
}

/**
 * Measures how long a warm bot takes to read one message of those put aside, and how long it loads the readers at its
 * start.
 */
export async function measureUnderstanding(
  { embedder }: { embedder: 'off' | 'local' },
  say: (line: string) => void,
): Promise<Figures> {
  const lines = ['intents', 'route'].flatMap((name) =>
    readFileSync(join(putAside, `${name}.jsonl`), 'utf8')
      .trimEnd()
      .split('\n')
      .map((text) => line.parse(JSON.parse(text))),
  );
  say(`Reading ${lines.length} messages …`);
  const took: number[] = [];
  for (let time = -warmUps; time < times; time++) {
    for (const { text, role, pending } of lines) {
      const began = performance.now();
      readAll(text, role, pending);
      if (time >= 0) took.push(performance.now() - began);
    }
  }
  const meaning = embedder === 'local' ? await measureMeaning(lines, say) : null;
  say('Loading the readers …');
  const loads: number[] = [];
  for (let time = -warmUps; time < starts; time++) {
    const load = await loadingMs();
    if (time >= 0) loads.push(load);
  }
  return {
    texts: lines.length,
    median: rounded(percentile(took, 50), 2),
    p95: rounded(percentile(took, 95), 2),
    ...(meaning && { meaning }),
    start: rounded(percentile(loads, 50), 1),
  };
}

/** All that is read of a new message, as often as for one that has a question and a draft beside it. */
function readAll(text: string, speaker: Speaker, pending: Pending, vector: Vector | null = null): void {
  const said = cleanText(text);
  commandIn(said);
  findCprNumbers(said);
  for (const open of new Set<Pending>(['question', 'none', 'draft', pending])) {
    readIntent({ text: said, speaker, pending: open }, vector);
  }
  suggestFields(said, vector);
}

/** The same with a vector of each text, which is asked for once and never remembered. */
async function measureMeaning(
  lines: ReadonlyArray<z.output<typeof line>>,
  say: (line: string) => void,
): Promise<Figures['meaning']> {
  const python = pythonOfEmbedder(process.env.DATA_FOLDER ?? join(root, '.data'));
  if (python === null) throw new Error('The local embedder is not installed. Run: npm run admin -- embedder install');
  const nothing = () => undefined;
  const told = { started: nothing, ended: nothing, failed: nothing };
  // Longer than the bot waits, so that the slow ones are measured as well.
  const { embedder, ready, stop } = startLocalEmbedder(python, told, { patienceMs: 10_000 });
  try {
    if (!(await ready)) throw new Error('The local embedder does not start.');
    say(`Reading ${lines.length} messages with the local embedder …`);
    for (const { text } of lines.slice(0, 10)) await vectorOf(embedder, text);
    const took: number[] = [];
    for (const one of lines) took.push(await msWithMeaning(embedder, one));
    return {
      median: rounded(percentile(took, 50), 1),
      p95: rounded(percentile(took, 95), 1),
      late: rounded(took.filter((ms) => ms > replyMs).length / took.length, 4),
    };
  } finally {
    await stop();
  }
}

async function msWithMeaning(embedder: Embedder, { text, role, pending }: z.output<typeof line>): Promise<number> {
  const began = performance.now();
  readAll(text, role, pending, await vectorOf(embedder, cleanText(text)));
  return performance.now() - began;
}

/** A process that has loaded what the readers share with the rest of the bot loads the readers, from compiled code as the bot does. */
const loading = `
import module from 'node:module';
module.enableCompileCache('node_modules/.cache/compiled');
await import('./domain/vocabulary.ts');
const began = performance.now();
await import('./domain/conversation/intents/read-intent.ts');
await import('./domain/requests/suggest-fields/suggest-fields.ts');
console.log(performance.now() - began);
`;

async function loadingMs(): Promise<number> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', loading], { cwd: root });
  return Number(stdout);
}
