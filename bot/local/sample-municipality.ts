import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutChat } from '../../domain/context.ts';
import { operator } from '../../domain/people/actor.ts';
import { importList } from '../../domain/people/import/import-list.ts';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import { changeSettings } from '../../domain/people/settings/change-settings.ts';
import { readSettings } from '../../domain/people/settings/read-settings.ts';
import { perform } from '../../domain/perform.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { worldOf } from '../../models/world.ts';
import type { Database } from '../database/database.ts';

/** The names of the simulated platforms; nothing outside this machine knows or accepts them. */
export const simulated = {
  teamsAppId: '00000000-0000-4000-8000-0000000f0e4b',
  teamsTenantId: '00000000-0000-4000-8000-00000f70d3b9',
  slackTeamId: 'T0FJORDBY',
  slackAppId: 'A0FORENKL',
} as const;

/** The ids of the simulated platforms, with secrets of this run. */
export function simulatedCredentials() {
  const secret = () => randomBytes(24).toString('hex');
  return {
    ...simulated,
    connectorToken: secret(),
    slackBotToken: `xoxb-${secret()}`,
    slackSigningSecret: secret(),
  };
}

const folder = join(import.meta.dirname, '../../simulator/sample');

/** Imports the sample municipality the first time, and gives it. `known` holds also those who were removed from its list. */
export async function prepareSample(
  { connection, stored }: Database,
  now: () => Date,
): Promise<{ organisation: Organisation; people: readonly Person[]; known: readonly Person[]; isNew: boolean }> {
  const directory = directoryOf(stored);
  const organisation = await takeOverSettings({ connection, stored }, now);
  await directory.connect('teams', simulated.teamsTenantId, organisation.id);
  await directory.connect('slack', simulated.slackTeamId, organisation.id);
  const world = worldOf(connection, stored, organisation, now);
  const listed = await world.people.all();
  if (listed.length > 0) return { organisation, people: listed, known: await world.people.known(), isNew: false };
  const imported = await perform({
    world,
    useCase: importList,
    actor: operator,
    input: { file: (await readFile(join(folder, 'organisation.csv'))).toString('base64'), removals: null },
    context: withoutChat,
    idempotencyKey: null,
  });
  if (!imported.ok) throw new Error(`the sample municipality cannot be imported: ${imported.refusal}`);
  const people = await world.people.all();
  return { organisation, people, known: people, isNew: true };
}

/** Stores the settings of the sample with the use case that changes those of every organisation. */
async function takeOverSettings(
  { connection, stored }: Omit<Database, 'close'>,
  now: () => Date,
): Promise<Organisation> {
  const read = readSettings(await readFile(join(folder, 'organisation.json'), 'utf8'));
  if ('problems' in read) throw new Error(`the settings of the sample have ${read.problems.length} problems`);
  const { settings } = read;
  const world = worldOf(connection, stored, { ...settings, units: [], closedUnits: [] }, now);
  const attempt = { world, actor: operator, context: withoutChat, idempotencyKey: null };
  const changed = await perform({ ...attempt, useCase: changeSettings, input: { settings } });
  if (!changed.ok) throw new Error(`the settings of the sample were refused: ${changed.refusal}`);
  const organisation = await world.settings.read();
  if (!organisation) throw new Error('the sample municipality was not stored');
  return organisation;
}
