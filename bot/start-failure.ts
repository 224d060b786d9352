import mongoose from 'mongoose';
import { LaterData } from '../models/migrations/run.ts';
import { isUnanswered } from '../models/stored.ts';
import { ConfigError } from './config/config.ts';
import { EmbeddedDatabaseError, systemErrorCode } from './database/embedded/error.ts';

/** The operator's remedy for a system error, by its code (https://nodejs.org/api/errors.html#common-system-errors). */
const remedies: Readonly<Record<string, string>> = {
  EACCES: 'The user that the bot runs as may not use it: change its owner or its rights, or choose another place',
  EPERM: 'The user that the bot runs as may not use it: change its owner or its rights, or choose another place',
  EROFS: 'It is on a file system that can only be read: choose another place with DATA_FOLDER',
  ENOSPC: 'The disk is full: make room there',
  EDQUOT: 'The user that the bot runs as has no room left on the disk: make room there',
  EEXIST:
    'Something else is there already, where the bot needs a folder: move it away, or choose another place with DATA_FOLDER',
  ENOTDIR: 'A part of the path is a file and no folder: choose another place with DATA_FOLDER',
  EISDIR: 'It is a folder, where the bot needs a file: move it away',
};

/** Gives the words with which a start fails, when the operator can do something; null for a defect. */
export function startFailure(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof EmbeddedDatabaseError || error instanceof LaterData)
    return error.message;
  if (isUnanswered(error))
    return `The database does not answer. Check that it runs, that MONGODB_URI names its hosts, and that this machine reaches them (${messageOf(error)}).`;
  const { MongoServerError } = mongoose.mongo;
  // https://www.mongodb.com/docs/manual/reference/error-codes: Unauthorized, AuthenticationFailed, and Atlas' own.
  if (error instanceof MongoServerError && [13, 18, 8000].includes(Number(error.code)))
    return 'The database refuses the user that MONGODB_URI names: check the name, the password, authSource and its rights.';
  return ofSystem(error);
}

function ofSystem(error: unknown): string | null {
  const code = systemErrorCode(error);
  const { syscall, path } = error as { syscall?: unknown; path?: unknown };
  if (code === 'EADDRINUSE')
    return 'Another program uses the port. Stop it, or choose others with PORT and, for the playground, PLAYGROUND_PORT.';
  if (syscall === 'listen')
    return code === 'EACCES'
      ? 'The port may not be used: below 1024 most systems ask for special rights. Choose another with PORT.'
      : `The bot cannot listen on this address (${code}): check HOST and PORT.`;
  const remedy = code === undefined ? undefined : remedies[code];
  if (remedy === undefined || typeof path !== 'string') return null;
  return `${path} cannot be used (${code}). ${remedy}.`;
}

/** The driver's message names a host, and never a password. */
const messageOf = (error: unknown) => (error instanceof Error ? error.message.split('\n')[0] : 'no answer');
