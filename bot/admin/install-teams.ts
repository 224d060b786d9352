import { setTimeout as wait } from 'node:timers/promises';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { worldOf } from '../../models/world.ts';
import type { Config } from '../config/config.ts';
import { graphInstaller, graphUserOf, type Installer, InstallProblem } from '../teams/install/graph.ts';
import { command, organisationById } from './command.ts';
import { Unusable } from './unusable.ts';

/** The number of tries for a person while Graph asks for patience; the next run takes up the rest. */
const tries = 3;

/** The seconds to wait when Graph does not name any. */
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

/** Makes the way to Graph from the configuration. */
function installerOf({ teams }: Config): Installer {
  if (!teams?.graph)
    throw new Unusable('This needs TEAMS_CATALOG_APP_ID and the app registration: see docs/install-teams.md, step 5.');
  return graphInstaller(teams.graph);
}

/**
 * Installs the app for all people of the list who have no chat with the bot in Teams, and gives the report for the
 * operator. Teams itself tells the bot of each chat, so the operator simply repeats an interrupted run.
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

/** Installs the app in the first tenant that knows the person; otherwise gives the reason. */
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
        // Another try would give the same result for everybody.
        if (error.kind === 'credentials') throw new Unusable(`Nobody more was reached: ${why}.`);
        if (error.kind !== 'later') break;
        if (attempt < tries) await pause(error.retryAfterSeconds ?? patienceSeconds);
      }
    }
  }
  return why;
}
