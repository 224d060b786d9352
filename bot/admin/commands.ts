import type { Language } from '../../domain/vocabulary.ts';
import { type AdminCommand, adminTexts } from '../../locales/edges/admin.ts';
import { embedderCommand } from '../embedder/install-embedder.ts';
import { backup, restore } from './backup/backup.ts';
import { type Command, written } from './command.ts';
import { connect, disconnect } from './connections.ts';
import { installTeamsCommand } from './install-teams.ts';
import { importCommand, removeCommand, undoCommand } from './list.ts';
import { parked, retry, stuck } from './outbox.ts';
import { putOrganisation } from './settings.ts';
import { reencrypt, slackLink } from './slack.ts';
import { close, merge } from './units.ts';

/** In the order of a first installation. */
export const commands: Readonly<Record<AdminCommand, Command>> = {
  organisation: putOrganisation,
  'merge-units': merge,
  'close-unit': close,
  import: importCommand,
  'undo-import': undoCommand,
  remove: removeCommand,
  connect,
  disconnect,
  'slack-link': slackLink,
  'install-teams': installTeamsCommand,
  embedder: embedderCommand,
  reencrypt,
  parked,
  stuck,
  retry,
  backup,
  restore,
};

const asWritten = (name: string, command: Command) => `npm run admin -- ${name} ${written(command)}`.trimEnd();
const widest = Math.max(...Object.entries(commands).map(([name, command]) => asWritten(name, command).length));

/** Tells whether there is a command of this name. */
export function isCommand(name: string): name is AdminCommand {
  return Object.hasOwn(commands, name);
}

/** Gives all commands, a line each, with what they do. */
export function usageIn(language: Language): string {
  const { does } = adminTexts[language];
  const names = Object.keys(commands).filter(isCommand);
  return names.map((name) => `${asWritten(name, commands[name]).padEnd(widest)}  ${does[name]}`).join('\n');
}
