import { setTimeout as wait } from 'node:timers/promises';
import type { Organisation, Person } from '../../domain/organisation.ts';
import type { Config } from '../config.ts';
import { graphInstaller, type Installer, InstallProblem } from '../teams/graph.ts';
import { Unusable } from './unusable.ts';

/** So often a person is tried again when Graph asks for patience; then the next run takes them up. */
const tries = 3;

/** Waits when Graph does not say how long. */
const patienceSeconds = 5;

const meanings: Record<InstallProblem['kind'], string> = {
  'not-permitted': 'not permitted: grant TeamsAppInstallation.ReadWriteSelfForUser.All, and allow the app for them',
  'not-found': 'not found: no such user in the tenant, or no such app in its catalogue',
  later: 'no answer: run this again later',
  refused: 'refused',
};

/** The way to Graph that the configuration gives. */
export function installerOf({ teams }: Config): Installer {
  if (!teams?.graph)
    throw new Unusable('This needs TEAMS_CATALOG_APP_ID and the app registration: see docs/install-teams.md, step 5.');
  return graphInstaller(teams.graph);
}

/**
 * Brings the app to everybody of the list who has no chat with the bot in Teams. The bot learns of each chat from Teams
 * itself, so a run that was cut off is simply run again.
 */
export async function installTeams(
  { name }: Organisation,
  people: readonly Person[],
  tenants: readonly string[],
  installer: Installer,
  pause: (seconds: number) => Promise<void> = (seconds) => wait(seconds * 1000),
): Promise<string> {
  if (tenants.length === 0) throw new Unusable(`No Teams tenant belongs to ${name}: connect one first.`);
  const missing = people.filter(({ places }) => !places.teams);
  const lines: string[] = [];
  const counts = { installed: 0, there: 0 };
  for (const { email } of missing) {
    const outcome = await installAnywhere(installer, tenants, email, pause);
    if (outcome === 'installed' || outcome === 'there') counts[outcome] += 1;
    else lines.push(`${email}: ${outcome}`);
  }
  const had = people.length - missing.length + counts.there;
  return [...lines, `${counts.installed} installed, ${had} had it, ${lines.length} could not be reached.`].join('\n');
}

/** In the first tenant that knows the person; otherwise why not. */
async function installAnywhere(
  installer: Installer,
  tenants: readonly string[],
  email: string,
  pause: (seconds: number) => Promise<void>,
): Promise<string> {
  let why = '';
  for (const tenant of tenants) {
    for (let attempt = 1; attempt <= tries; attempt++) {
      try {
        return (await installer.install(tenant, email)) ? 'installed' : 'there';
      } catch (error) {
        if (!(error instanceof InstallProblem)) throw error;
        why = `${meanings[error.kind]} (${error.reason})`;
        if (error.kind !== 'later') break;
        if (attempt < tries) await pause(error.retryAfterSeconds ?? patienceSeconds);
      }
    }
  }
  return why;
}
