import type { BotAnswer } from '../../answers.ts';
import type { Chats } from '../../chats.ts';
import type { Credentials } from '../../credentials.ts';
import type { People } from '../../people.ts';
import type { Entra } from '../entra.ts';
import type { TeamsFiles } from '../files.ts';
import type { Rooms } from '../rooms.ts';
import type { Tokens } from '../tokens.ts';
import type { Screens } from './screens.ts';

/** The parts that the clients of Teams need. */
export interface TeamsParts {
  people: People;
  chats: Chats;
  rooms: Rooms;
  screens: Screens;
  files: TeamsFiles;
  tokens: Tokens;
  entra: Entra;
  credentials: Credentials;
  botUrl: () => string;
  /** The address of the simulator. */
  base: () => string;
  serviceUrl: () => string;
  now: () => Date;
}

/** The bot's answer to a button of Action.Execute, and the client's reaction. */
export interface ExecuteAnswer extends BotAnswer {
  /** The status code inside the body; 502 when the client cannot read the answer. */
  statusCode: number;
  /** The client's message about it. */
  notice?: string;
}

/** A file as a person picks it. */
export interface SentFile {
  name: string;
  type: string;
  content: Uint8Array;
}
