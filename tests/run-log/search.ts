import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Patterns that may never stand in a log, whoever wrote the line. */
const forbidden: Readonly<Record<string, RegExp>> = {
  'a bearer token': /\bBearer\s+[\w.~+/-]{16,}/i,
  'a signed token': /\beyJ[\w-]{10,}\.[\w-]{2,}/,
  'a token of Slack': /\bx(?:ox[a-z]|app)-[\w-]+/,
  // They come with the ids of messages, and those stand in the keys of arrivals, of which the log has digests alone.
  'a conversation in Teams': /@(?:thread\.(?:tacv2|v2|skype)|unq\.gbl\.spaces)\b/,
  'an e-mail address': /[\w.+-]+@(?!thread\.(?:tacv2|v2|skype)\b|unq\.gbl\.spaces\b)[\w-]+\.[a-z][\w.]*/i,
  'a CPR number': /\b\d{6}-\d{4}\b/,
};

/** A shorter text, or one without a space, could be a name from the code such as an action. */
const shortestText = 12;

/**
 * Finds the texts of `told` (messages as JSON), the `secrets` and anything like a secret in the log. Each find names
 * the kind and the beginning of the line; it never repeats the text itself.
 */
export function leaksIn(log: string, told: readonly unknown[], secrets: readonly string[]): string[] {
  const texts = [...new Set(told.flatMap(stringsIn))].filter(isText);
  const lines = log.split('\n').filter((line) => line !== '');
  const findings = lines.flatMap((line) => {
    const kinds = Object.entries(forbidden).flatMap(([kind, pattern]) => (pattern.test(line) ? [kind] : []));
    const known = secrets.some((secret) => secret !== '' && line.includes(secret)) ? ['a secret of the tests'] : [];
    return [...kinds, ...known].map((kind) => `${kind} in ${begin(line)}`);
  });
  const origin = new Map(lines.flatMap((line) => valuesOf(line).map((value) => [value, line] as const)));
  for (const [value, line] of origin) {
    if (value.includes(' ') && texts.some((text) => value.includes(text))) findings.push(`a text in ${begin(line)}`);
  }
  return [...new Set(findings)];
}

/** The same for all that a run has kept. */
export function leaksOfRun(folder: string): { leaks: string[]; lines: number; texts: number } {
  const read = (prefix: string) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(prefix))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  const log = read('log-');
  const told = read('told-')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line): unknown => JSON.parse(line));
  const leaks = leaksIn(log, told, [...new Set(read('secrets-').split('\n'))]);
  return { leaks, lines: log.split('\n').length - 1, texts: told.length };
}

/** The problem of a run; null without one. A run with messages but without a log proves nothing. */
export function problemOfRun({ leaks, lines, texts }: ReturnType<typeof leaksOfRun>): string | null {
  if (leaks.length > 0) return `the log of the run holds\n  ${leaks.slice(0, 20).join('\n  ')}`;
  return texts > 0 && lines === 0 ? `${texts} messages were told and nothing was logged: the log is not kept` : null;
}

function isText(value: string): boolean {
  return value.length >= shortestText && value.includes(' ');
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split('\n')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The values of a line of JSON; the whole line when it is not JSON. */
function valuesOf(line: string): string[] {
  if (!line.startsWith('{')) return [line];
  try {
    return stringsIn(JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError) return [line];
    throw error;
  }
}

function begin(line: string): string {
  return line.replace(/[^ -~]/g, '?').slice(0, 60);
}
