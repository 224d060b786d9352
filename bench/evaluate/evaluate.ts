import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { cpr } from './cpr.ts';
import { horizons } from './horizons.ts';
import { intents } from './intents.ts';
import { route } from './route.ts';
import type { Task } from './task.ts';

/**
 * `npm run -s eval -- TASK FILE.jsonl` measures a reader of texts on labelled lines and prints one line of JSON: `n`, the
 * number of lines, and the figures of the task. `--predictions OUT.jsonl` writes what was read, a line a line of FILE;
 * `--misses` prints the lines that were read wrongly to stderr. Bad input: exit code 2.
 *
 * docs/danish.md says what the figures mean and what they are.
 */
const tasks: Readonly<Record<string, (lines: readonly Numbered[]) => Outcome>> = {
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

interface Outcome {
  figures: object;
  predictions: unknown[];
  misses: string[];
}

function measured<Line, Read>(task: Task<Line, Read>): (lines: readonly Numbered[]) => Outcome {
  return (lines) => {
    const outcomes = lines.map(({ place, text }) => {
      try {
        const line = task.line.parse(JSON.parse(text));
        return { text, line, read: task.read(line) };
      } catch (error) {
        return fail(`${place}: ${error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error)}`);
      }
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
      options: { misses: { type: 'boolean', default: false }, predictions: { type: 'string' } },
    });
  } catch (error) {
    return fail(messageOf(error));
  }
}

const { values, positionals } = settings();
const [name = '', file] = positionals;
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
if (!task) fail(`Unknown task "${name}". Known: ${Object.keys(tasks).join(', ')}.`);
if (!file) fail('Usage: npm run -s eval -- TASK FILE.jsonl [--predictions OUT.jsonl] [--misses]');
const lines = linesOf(file);
if (lines.length === 0) fail(`${file} holds no lines.`);
const { figures, predictions, misses } = task(lines);
if (values.predictions !== undefined) {
  writeFileSync(values.predictions, predictions.map((one) => `${JSON.stringify(one)}\n`).join(''));
}
if (values.misses) process.stderr.write(misses.map((miss) => `${miss}\n`).join(''));
process.stdout.write(`${JSON.stringify(figures)}\n`);
