import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { localVectors } from '../../bot/embedder/local-vectors.ts';
import type { Vector } from '../../domain/text/embedder.ts';
import { cpr } from './cpr.ts';
import { horizons } from './horizons.ts';
import { intents } from './intents.ts';
import { route } from './route.ts';
import type { Task } from './task.ts';

/**
 * `npm run -s eval -- TASK FILE.jsonl` measures a reader of texts on labelled lines and prints one line of JSON: `n`, the
 * number of lines, and the figures of the task. `--predictions OUT.jsonl` writes what was read, a line a line of FILE;
 * `--misses` prints the lines that were read wrongly to stderr. `--embedder local` reads with the local embedder, which must be
 * installed; `off`, the default, by words alone. Bad input: exit code 2.
 *
 * docs/danish.md says what the figures mean and what they are.
 */
const tasks: Readonly<Record<string, Measure>> = {
  intents: measured(intents),
  route: measured(route),
  horizons: measured(horizons),
  cpr: measured(cpr),
};

interface Numbered {
  /** Where it stands: file and line. */
  place: string;
  text: string;
}

type Measure = (lines: readonly Numbered[], usesEmbedder: boolean) => Promise<Outcome>;

interface Outcome {
  figures: object;
  predictions: unknown[];
  misses: string[];
}

function measured<Line extends { text: string }, Read>(task: Task<Line, Read>): Measure {
  return async (lines, usesEmbedder) => {
    const parsed = lines.map(({ place, text }) => {
      try {
        return { text, line: task.line.parse(JSON.parse(text)) };
      } catch (error) {
        return fail(`${place}: ${error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error)}`);
      }
    });
    const vectors =
      usesEmbedder && task.hasMeaning
        ? await vectorsOf(parsed.map(({ line }) => line.text))
        : new Map<string, Vector>();
    const outcomes = parsed.map(({ text, line }) => {
      return { text, line, read: task.read(line, vectors.get(line.text) ?? null) };
    });
    return {
      figures: { n: lines.length, ...task.figures(outcomes) },
      predictions: outcomes.map(({ read }) => read),
      misses: outcomes
        .filter(({ line, read }) => !task.isRight(line, read))
        .map(({ text, read }) => `${text} was read as ${JSON.stringify(read)}`),
    };
  };
}

async function vectorsOf(texts: readonly string[]): Promise<ReadonlyMap<string, Vector>> {
  try {
    return await localVectors([...new Set(texts)]);
  } catch (error) {
    return fail(messageOf(error));
  }
}

function linesOf(file: string): Numbered[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .map((text, at) => ({ place: `${file}:${at + 1}`, text: text.trim() }))
      .filter(({ text }) => text !== '');
  } catch (error) {
    return fail(`Cannot read ${file}: ${messageOf(error)}`);
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function settings() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        embedder: { type: 'string', default: 'off' },
        misses: { type: 'boolean', default: false },
        predictions: { type: 'string' },
      },
    });
  } catch (error) {
    return fail(messageOf(error));
  }
}

const { values, positionals } = settings();
const [name = '', file] = positionals;
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
if (!task) fail(`Unknown task "${name}". Known: ${Object.keys(tasks).join(', ')}.`);
if (!file)
  fail('Usage: npm run -s eval -- TASK FILE.jsonl [--embedder off|local] [--predictions OUT.jsonl] [--misses]');
if (!['off', 'local'].includes(values.embedder)) fail('--embedder takes off or local.');
const lines = linesOf(file);
if (lines.length === 0) fail(`${file} holds no lines.`);
const { figures, predictions, misses } = await task(lines, values.embedder === 'local');
if (values.predictions !== undefined) {
  writeFileSync(values.predictions, predictions.map((one) => `${JSON.stringify(one)}\n`).join(''));
}
if (values.misses) process.stderr.write(misses.map((miss) => `${miss}\n`).join(''));
process.stdout.write(`${JSON.stringify(figures)}\n`);
