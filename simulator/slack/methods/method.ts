import type { Chats, Json } from '../../chats.ts';
import type { Credentials } from '../../credentials.ts';
import type { Ledger } from '../../ledger.ts';
import type { People } from '../../people.ts';
import type { Channels } from '../channels.ts';
import type { Modals } from '../client/modals.ts';
import type { Triggers } from '../events/triggers.ts';
import type { Files } from '../files.ts';
import type { Refusal } from '../limits.ts';

/** The state that the methods of the Web API work on. */
export interface Workspace {
  people: People;
  chats: Chats;
  triggers: Triggers;
  modals: Modals;
  channels: Channels;
  files: Files;
  ledger: Ledger;
  credentials: Credentials;
  now: () => Date;
}

/** One method: its arguments in, the body of its answer out. */
export type Method = (args: Json, workspace: Workspace) => Json;

export function refuse(error: string): Json {
  return { ok: false, error };
}

export function refuseContent({ error, messages }: Refusal): Json {
  return messages.length > 0 ? { ok: false, error, response_metadata: { messages } } : { ok: false, error };
}
