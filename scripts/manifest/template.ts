import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from '../../bot/database/embedded/error.ts';

/** The values that an installation fills in, by the name inside `{{…}}`. */
export type Values = Readonly<Record<string, string>>;

/** Templates that give no valid manifest; the message lists all problems, one a line. */
export class InvalidTemplate extends Error {
  override name = 'InvalidTemplate';

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** A file of the templates' folder; throws `InvalidTemplate` when there is none. */
export async function readTemplate(folder: string, file: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new InvalidTemplate([`${file}: cannot be read from ${folder} (${code}).`]);
  }
}

/** A template's JSON; throws `InvalidTemplate` when it is not JSON. */
export async function readJsonTemplate(folder: string, file: string): Promise<unknown> {
  const bytes = await readTemplate(folder, file);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new InvalidTemplate([`${file}: is not JSON (${error.message}).`]);
    throw error;
  }
}

/** `template` with every `{{NAME}}` in its texts replaced; a name without a value stays. */
export function fill(template: unknown, values: Values): unknown {
  if (typeof template === 'string')
    return template.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? placeholder) : placeholder,
    );
  if (Array.isArray(template)) return template.map((one) => fill(one, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, values)]));
}

/** The placeholders that are left in a filled template, each as a problem. */
export function unfilled(file: string, filled: unknown): string[] {
  const left = new Set(JSON.stringify(filled).match(/\{\{\w*\}\}/g));
  return [...left].map((placeholder) => `${file}: nothing fills ${placeholder}.`);
}
