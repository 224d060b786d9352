import type { Command } from './command.ts';
import { connect, disconnect } from './connections.ts';
import { installTeamsCommand } from './install-teams.ts';
import { importList, putOrganisation, remove } from './organisation.ts';
import { parked, retry } from './outbox.ts';
import { reencrypt, slackLink } from './slack.ts';

/** In the order of a first installation. */
export const commands: Readonly<Record<string, Command>> = {
  organisation: putOrganisation,
  import: importList,
  remove,
  connect,
  disconnect,
  'slack-link': slackLink,
  'install-teams': installTeamsCommand,
  reencrypt,
  parked,
  retry,
};

const written = (name: string, { takes }: Command) => ['npm run admin --', name, ...takes].join(' ');
const widest = Math.max(...Object.entries(commands).map(([name, command]) => written(name, command).length));

export const usage = Object.entries(commands)
  .map(([name, command]) => `${written(name, command).padEnd(widest)}  ${command.says}`)
  .join('\n');
