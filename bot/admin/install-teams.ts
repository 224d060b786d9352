import { setTimeout as wait } from 'node:timers/promises';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { worldOf } from '../../models/world.ts';
import type { Config } from '../config/config.ts';
import { graphInstaller, graphUserOf, type Installer, InstallProblem } from '../teams/install/graph.ts';
import { command, organisationById } from './command.ts';
import { Unusable } from './unusable.ts';

/** So often a person is tried again when Graph asks for patience; then the next run takes them up. */
const tries = 3;

/** Waits when Graph does not say how long. */
const patienceSeconds = 5;

const meanings: Record<InstallProblem['kind'], string> = {
  credentials: 'the secret or certificate is wrong or has run out, or TEAMS_APP_ID is another app’s',
  'not-permitted': 'not permitted: grant TeamsAppInstallation.ReadWriteSelfForUser.All, and allow the app for them',
  'not-found': 'not found: no such user in the tenant, or no such app in its catalogue',
  later: 'no answer: run this again later',
  refused: 'refused',
};

export const installTeamsCommand = command({
  takes: ['ORGANISATION'],
  says: 'brings the app to everybody of its list who lacks it in Teams',
  async run(database, [id], config) {
    const installer = installerOf(config);
    const { connection, stored } = database;
    const organisation = await organisationById(database, id);
    const people = await worldOf(connection, stored, organisation, () => new Date()).people.all();
    const tenants = await directoryOf(stored).tenantsOf(organisation.id, 'teams');
    return installTeams(organisation, people, tenants, installer);
  },
});

/** The way to Graph that the configuration gives. */
function installerOf({ teams }: Config): Installer {
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
  for (const person of missing) {
    const outcome = await installAnywhere(installer, tenants, graphUserOf(person), pause);
    if (outcome === 'installed' || outcome === 'there') counts[outcome] += 1;
    else lines.push(`${person.email}: ${outcome}`);
  }
  const had = people.length - missing.length + counts.there;
  return [...lines, `${counts.installed} installed, ${had} had it, ${lines.length} could not be reached.`].join('\n');
}

/** In the first tenant that knows the person; otherwise why not. */
async function installAnywhere(
  installer: Installer,
  tenants: readonly string[],
  user: string,
  pause: (seconds: number) => Promise<void>,
): Promise<string> {
  let why = '';
  for (const tenant of tenants) {
    for (let attempt = 1; attempt <= tries; attempt++) {
      try {
        return (await installer.install(tenant, user)) ? 'installed' : 'there';
      } catch (error) {
        if (!(error instanceof InstallProblem)) throw error;
        why = `${meanings[error.kind]} (${error.reason})`;
        // It would be the same for everybody.
        if (error.kind === 'credentials') throw new Unusable(`Nobody more was reached: ${why}.`);
        if (error.kind !== 'later') break;
        if (attempt < tries) await pause(error.retryAfterSeconds ?? patienceSeconds);
      }
    }
  }
  return why;
}
