import { readFile } from 'node:fs/promises';
import { importOrganisation } from '../domain/import-organisation.ts';
import { localDate } from '../domain/local-time.ts';
import type { FileProblem } from '../domain/organisation-file.ts';
import type { Platform } from '../domain/vocabulary.ts';
import { platforms } from '../domain/vocabulary.ts';
import { fileProblemText } from '../locales/organisation-file.ts';
import { directoryOf } from '../models/directory.ts';
import { worldOf } from '../models/world.ts';
import { installerOf, installTeams } from './admin/install-teams.ts';
import { reencrypt, slackLink } from './admin/slack.ts';
import { Unusable } from './admin/unusable.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { openConfiguredDatabase } from './configured-database.ts';
import type { Database } from './database.ts';
import { EmbeddedDatabaseError, systemErrorCode } from './embedded-database/error.ts';
import { OrganisationSettingsError, readOrganisation } from './organisation-settings.ts';

const usage = `npm run admin -- organisation FILE.json            adds an organisation or changes its settings
npm run admin -- import ORGANISATION FILE.csv       replaces its organisation list
npm run admin -- connect teams|slack TENANT ORGANISATION   links a tenant or workspace to it
npm run admin -- slack-link ORGANISATION            makes an address by which its Slack workspace is installed
npm run admin -- reencrypt                          encrypts what is stored with the first of ENCRYPTION_KEYS
npm run admin -- install-teams ORGANISATION         brings the app to everybody of its list who lacks it in Teams
npm run admin -- parked ORGANISATION                lists messages that could not be delivered
npm run admin -- retry ORGANISATION                 sends them again`;

const commands: Record<string, (database: Database, args: readonly string[], config: Config) => Promise<string>> = {
  async organisation(database, [file]) {
    const organisation = readOrganisation((await read(file)).toString('utf8'));
    await directoryOf(database.stored).put(organisation, Number(localDate(new Date()).slice(0, 4)));
    return `${organisation.name} (${organisation.id}) has ${organisation.units.length} units.`;
  },

  async import(database, [id, file]) {
    const organisation = await organisationById(database, id);
    const world = worldOf(database.connection, database.stored, organisation, () => new Date());
    const result = await importOrganisation(world, await read(file));
    const lines = (problems: readonly FileProblem[]) =>
      problems.map((problem) => fileProblemText(problem, organisation.language)).join('\n');
    if ('problems' in result) {
      throw new Unusable(`${lines(result.problems)}\n\n${result.problems.length} problem(s): nothing was imported.`);
    }
    return [lines(result.notes), `${result.imported} people imported.`].filter(Boolean).join('\n');
  },

  async connect(database, [platform, tenant, id], { slack }) {
    if (!isPlatform(platform)) throw new Unusable(usage);
    const organisation = await organisationById(database, id);
    const directory = directoryOf(database.stored);
    const owner = await directory.organisationAt(platform, needed(tenant));
    if (owner && owner.id !== organisation.id)
      throw new Unusable(`${platform} ${tenant} belongs to ${owner.name} (${owner.id}) already.`);
    // One Slack token speaks for one workspace.
    const other =
      platform === 'slack' && !(slack && 'oauth' in slack)
        ? await database.stored.connections.findOne({ platform: 'slack', tenant: { $ne: needed(tenant) } }).lean()
        : null;
    if (other) throw new Unusable(`This bot serves the Slack workspace ${other.tenant} already.`);
    await directory.connect(platform, needed(tenant), organisation.id);
    return `${platform} ${tenant} belongs to ${organisation.name}.`;
  },

  async 'slack-link'(database, [id], config) {
    return slackLink(await organisationById(database, id), config);
  },

  async 'install-teams'(database, [id], config) {
    const installer = installerOf(config);
    const organisation = await organisationById(database, id);
    const people = await worldOf(database.connection, database.stored, organisation, () => new Date()).people.all();
    const tenants = await directoryOf(database.stored).tenantsOf(organisation.id, 'teams');
    return installTeams(organisation, people, tenants, installer);
  },

  reencrypt: (database, _args, config) => reencrypt(database, config),

  async parked(database, [id]) {
    const organisation = await organisationById(database, id);
    const rows = await database.stored.outbox.find({ organisation: organisation.id, state: 'parked' }).lean();
    const lines = rows.map(
      ({ at, message, to, problem }) => `${at.toISOString()} ${message.kind} to ${to}: ${problem}`,
    );
    return [...lines, `${rows.length} message(s) could not be delivered.`].join('\n');
  },

  async retry(database, [id]) {
    const organisation = await organisationById(database, id);
    const parked = { organisation: organisation.id, state: 'parked' } as const;
    const again = { state: 'waiting', attempts: 0, claimedUntil: new Date(0), notBefore: new Date() } as const;
    const { modifiedCount } = await database.stored.outbox.updateMany(parked, again);
    return `${modifiedCount} message(s) will be sent again.`;
  },
};

const isPlatform = (text: string | undefined): text is Platform => platforms.some((platform) => platform === text);

function needed(argument: string | undefined): string {
  if (!argument) throw new Unusable(usage);
  return argument;
}

async function read(file: string | undefined): Promise<Buffer> {
  try {
    return await readFile(needed(file));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new Unusable(`The file ${file} cannot be read (${code}).`);
  }
}

async function organisationById({ stored }: Database, id: string | undefined) {
  const organisation = await directoryOf(stored).organisation(needed(id));
  if (!organisation)
    throw new Unusable(`There is no organisation ${id}. Add it with: npm run admin -- organisation FILE.json`);
  return organisation;
}

/** What each command takes, as in the usage; a word with bars in it is a choice. */
const takes: Readonly<Record<string, readonly string[]>> = {
  organisation: ['FILE.json'],
  import: ['ORGANISATION', 'FILE.csv'],
  connect: ['teams|slack', 'TENANT', 'ORGANISATION'],
  'slack-link': ['ORGANISATION'],
  'install-teams': ['ORGANISATION'],
  reencrypt: [],
  parked: ['ORGANISATION'],
  retry: ['ORGANISATION'],
};

/** What is wrong with the words after a command, or null: found before a database is opened, or even installed, for it. */
function problemOf(name: string, args: readonly string[]): string | null {
  const wanted = takes[name] ?? [];
  const isChosen = wanted.every((word, at) => !word.includes('|') || word.split('|').includes(args[at] ?? ''));
  if (args.length === wanted.length && isChosen) return null;
  return `${name} takes ${wanted.length === 0 ? 'nothing more' : wanted.join(' ')}; given: ${args.join(' ') || 'nothing'}.`;
}

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Unusable(name === '' ? usage : `There is no command ${name}.\n\n${usage}`);
  const problem = problemOf(name, args);
  if (problem !== null) throw new Unusable(`${problem}\n\n${usage}`);
  const toOperator = (line: string) => process.stderr.write(`${line}\n`);
  const config = readConfig(process.env);
  const { database, stop } = await openConfiguredDatabase(config, toOperator);
  try {
    process.stdout.write(`${await command(database, args, config)}\n`);
  } finally {
    await stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const expected = [Unusable, ConfigError, OrganisationSettingsError, EmbeddedDatabaseError].some(
    (kind) => error instanceof kind,
  );
  process.stderr.write(`${error instanceof Error ? (expected ? error.message : error.stack) : String(error)}\n`);
  process.exitCode = 1;
});
