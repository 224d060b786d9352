import { readFileSync } from 'node:fs';
import { systemErrorCode } from '../database/embedded/error.ts';
import type { Given } from './group.ts';

/** The settings that are secret. Each may be in a file, which `NAME_FILE` names in place of `NAME`. */
export const secrets = [
  'MONGODB_URI',
  'TEAMS_APP_PASSWORD',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'SLACK_CLIENT_SECRET',
  'ENCRYPTION_KEYS',
  'EMBEDDER_KEY',
] as const;

/**
 * Gives the environment with each secret that is in a file under its own name, as if it had been set there; and the
 * problems with those files. Line breaks at the end of a file are none of the secret's.
 */
export function withSecretFiles(environment: Given): { environment: Given; problems: string[] } {
  const read: Record<string, string | undefined> = { ...environment };
  const problems: string[] = [];
  for (const name of secrets) {
    const variable = `${name}_FILE`;
    const file = environment[variable];
    delete read[variable];
    if (file === undefined) continue;
    const platform = /^(TEAMS|SLACK)_/.test(name);
    if (file.trim() === '') {
      if (platform) problems.push(`${variable} is empty: give it a value, or leave it out`);
    } else if (environment[name]?.trim()) {
      problems.push(`${name} and ${variable} are both set: use one of them`);
    } else {
      const content = readSecret(file);
      if ('problem' in content) problems.push(`${variable} ${content.problem}`);
      else read[name] = content.secret;
    }
  }
  return { environment: read, problems };
}

function readSecret(file: string): { secret: string } | { problem: string } {
  try {
    const secret = readFileSync(file, 'utf8').replace(/[\r\n]+$/, '');
    return secret.trim() === '' ? { problem: 'names a file without a secret in it' } : { secret };
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return { problem: `names a file that cannot be read (${code})` };
  }
}
