import { readFileSync } from 'node:fs';
import { findCprNumbers } from '../domain/text/cpr/find.ts';
import { readHorizon } from '../domain/time/horizon/read.ts';

/**
 * `node bench/evaluate.ts <task> <file.jsonl> [--misses]` prints {"n", "exact"}: how many lines were read, and the
 * share (0 to 1) that came out exactly as labelled. `--misses` writes the others to stderr. Bad input: exit code 2.
 */

/** The label of one line and the value read from it, in a form that can be compared as text. */
type Outcome = { expected: unknown; actual: unknown };

/** A task reads one line, or throws an error that names the missing part of the line. */
const tasks: Readonly<Record<string, (line: Record<string, unknown>) => Outcome>> = { horizons, cpr };

function horizons({ text, today, start, end }: Record<string, unknown>): Outcome {
  if (typeof text !== 'string' || typeof today !== 'string') throw new Error('needs "text" and "today"');
  if (!isDateOrNull(start) || !isDateOrNull(end)) throw new Error('needs "start" and "end", each a date or null');
  const read = readHorizon(text, today);
  const actual = read.found === 'period' ? [read.start, read.end] : [null, null];
  return { expected: [start, end], actual };
}

/** `spans` are the places of the CPR numbers in `text`: start and end in UTF-16 units, the end not included. */
function cpr({ text, spans }: Record<string, unknown>): Outcome {
  if (typeof text !== 'string' || !Array.isArray(spans)) throw new Error('needs "text" and "spans"');
  return { expected: spans, actual: findCprNumbers(text) };
}

function isDateOrNull(value: unknown): boolean {
  return value === null || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim());
  } catch (error) {
    return fail(`Cannot read ${file}: ${messageOf(error)}`);
  }
}

function parseLine(text: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('is not a JSON object');
  return { ...parsed };
}

const parameters = process.argv.slice(2);
const [name = '', file] = parameters.filter((parameter) => parameter !== '--misses');
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
if (!task) fail(`Unknown task "${name}". Known: ${Object.keys(tasks).join(', ')}.`);
if (!file) fail('Usage: node bench/evaluate.ts <task> <file.jsonl> [--misses]');

let read = 0;
let exact = 0;
for (const [index, text] of readLines(file).entries()) {
  if (text === '') continue;
  let outcome: Outcome;
  try {
    outcome = task(parseLine(text));
  } catch (error) {
    fail(`${file}:${index + 1}: ${messageOf(error)}`);
  }
  read += 1;
  if (JSON.stringify(outcome.expected) === JSON.stringify(outcome.actual)) exact += 1;
  else if (parameters.includes('--misses')) {
    process.stderr.write(`${text} was read as ${JSON.stringify(outcome.actual)}\n`);
  }
}
if (read === 0) fail(`${file} holds no lines.`);
process.stdout.write(`${JSON.stringify({ n: read, exact: exact / read })}\n`);
