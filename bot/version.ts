import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const { version: ofPackage } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')));

/** The version of this program, as package.json says. */
export const version = ofPackage;
