import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of Microsoft's package that holds a folder for each schema version. */
export const schemasFolder = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')),
  'json-schemas/teams',
);
