import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { schemasFolder } from './schemas-folder.ts';

/** Microsoft's validator types its input as a manifest; the localisation file passes through it as well. */
type Unchecked = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];

/**
 * All problems that Microsoft's own schema finds in a file of the package, in words. `kind` is the schema that the file
 * must name: of the app itself, or of its texts in another language.
 */
export async function schemaProblems(
  file: string,
  content: unknown,
  version: string,
  kind: 'MicrosoftTeams' | 'MicrosoftTeams.Localization',
): Promise<string[]> {
  const path = `v${version}/${kind}.schema.json`;
  // The validator would look for a schema that it does not have on the internet.
  if (!existsSync(join(schemasFolder, path)))
    return [`${file}: the validator has no schema version ${version}; update @microsoft/app-manifest or name another.`];
  const url = `https://developer.microsoft.com/json-schemas/teams/${path}`;
  const named = typeof content === 'object' && content !== null ? Reflect.get(content, '$schema') : undefined;
  const schema = mended(await AppManifestUtils.fetchSchema(url));
  const problems = await AppManifestUtils.validateAgainstSchema(content as Unchecked, schema);
  return [
    ...(named === url ? [] : [`${file}: $schema must be ${url}.`]),
    ...problems.map((problem) => `${file}: ${inWords(problem)}`),
  ];
}

/**
 * Patterns in the localisation schema (1.8 to 1.30) have a `]` without a backslash, which the validator's own strict
 * reading of regular expressions refuses: https://ajv.js.org/options.html#unicoderegexp
 */
function mended<Schema>(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('\\\\b]', '\\\\b\\\\]'));
}

/** The validator says `/name/short must NOT have more than 30 characters. Details: {"limit":30}`. */
function inWords(problem: string): string {
  const [, path, what, details] = /^(\S*) (.*?)\. Details: (.*)$/s.exec(problem) ?? [];
  if (path === undefined || what === undefined || details === undefined) return problem;
  const allowed: unknown = JSON.parse(details || '{}');
  const more = typeof allowed === 'object' && allowed !== null ? Object.values(allowed).flat().join(', ') : '';
  return `${path.slice(1).replaceAll('/', '.') || 'the whole file'} ${what}${more ? ` (${more})` : ''}.`;
}
