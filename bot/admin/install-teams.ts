import { setTimeout as wait } from 'node:timers/promises';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { adminTexts } from '../../locales/edges/admin.ts';
import { directoryOf } from '../../models/people/directory.ts';
import type { Config } from '../config/config.ts';
import { graphInstaller, graphUserOf, type Installer, InstallProblem } from '../teams/install/graph.ts';
import { command, organisationById, worldIn } from './command.ts';
import { Unusable } from './unusable.ts';

/** The number of tries for a person while Graph asks for patience; the next run takes up the rest. */
const tries = 3;

/** The seconds to wait when Graph does not name any. */
const patienceSeconds = 5;

export const installTeamsCommand = command({
  takes: ['ORGANISATION'],
  async run(database, [id], config, _chosen, language) {
    const organisation = await organisationById(database, id, language);
    const installer = installerOf(config, organisation.language);
    const people = await worldIn(database, organisation).people.all();
    const tenants = await directoryOf(database.stored).tenantsOf(organisation.id, 'teams');
    return installTeams(organisation, people, tenants, installer);
  },
});

/** Makes the way to Graph from the configuration. */
function installerOf({ teams }: Config, language: Language): Installer {
  if (!teams?.graph) throw new Unusable(adminTexts[language].needsGraph);
  return graphInstaller(teams.graph);
}

/**
 * Installs the app for all people of the list who have no chat with the bot in Teams, and gives the report for the
 * operator. Teams itself tells the bot of each chat, so the operator simply repeats an interrupted run.
 */
export async function installTeams(
  { name, language }: Organisation,
  people: readonly Person[],
  tenants: readonly string[],
  installer: Installer,
  pause: (seconds: number) => Promise<void> = (seconds) => wait(seconds * 1000),
): Promise<string> {
  const words = adminTexts[language];
  if (tenants.length === 0) throw new Unusable(words.noTeamsTenant(name));
  const missing = people.filter(({ places }) => !places.teams);
  const lines: string[] = [];
  const counts = { installed: 0, there: 0 };
  for (const person of missing) {
    const outcome = await installAnywhere(installer, tenants, graphUserOf(person), pause, language);
    if (outcome === 'installed' || outcome === 'there') counts[outcome] += 1;
    else lines.push(`${person.email}: ${outcome}`);
  }
  const had = people.length - missing.length + counts.there;
  return [...lines, words.installed(counts.installed, had, lines.length)].join('\n');
}

/** Installs the app in the first tenant that knows the person; otherwise gives the reason. */
async function installAnywhere(
  installer: Installer,
  tenants: readonly string[],
  user: string,
  pause: (seconds: number) => Promise<void>,
  language: Language,
): Promise<string> {
  const words = adminTexts[language];
  let why = '';
  for (const tenant of tenants) {
    for (let attempt = 1; attempt <= tries; attempt++) {
      try {
        return (await installer.install(tenant, user)) ? 'installed' : 'there';
      } catch (error) {
        if (!(error instanceof InstallProblem)) throw error;
        // A tenant that does not know the person says nothing about what went wrong in another.
        if (why === '' || error.kind !== 'not-found') why = `${words.installProblems[error.kind]} (${error.reason})`;
        // Another try would give the same result for everybody.
        if (error.kind === 'credentials') throw new Unusable(words.nobodyMoreReached(why));
        if (error.kind !== 'later') break;
        if (attempt < tries) await pause(error.retryAfterSeconds ?? patienceSeconds);
      }
    }
  }
  return why;
}
