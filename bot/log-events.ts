import type { Platform } from '../domain/vocabulary.ts';
import { debugOrInfo, error, type Failure, info, jobEvents, type LogOf, warn, warnOrError } from '../jobs/log-event.ts';

interface InSlack {
  platform: 'slack';
}
interface InTeams {
  platform: 'teams';
}

declare const digested: unique symbol;

/** A digest of a value that somebody else chose, such as a nonce; `digestOf` in bot/log.ts makes it. */
export type Digest = string & { readonly [digested]: true };

/** An arrival; `ms`: how long it took. */
interface Arrived {
  action: string;
  arrival: Digest;
  platform?: string;
  organisation?: string;
  actor?: string;
  room?: string;
  ms: number;
}

/** All that the bot logs: what is not here does not compile. The operator's table of it is in docs/operations.md. */
export const logEvents = {
  ...jobEvents,
  starting: info<{ version: string; node: string; platforms: readonly Platform[]; database: string }>(),
  ready: info<{ port: number }>(),
  'data migrated': info<{ migration: string; step: string; changed: number }>(),
  'no such settings': warn<{ variables: readonly string[] }>(),
  'did not stop cleanly': error<Failure>(),
  'job failed': error<Failure & { job: string; organisation: string }>(),
  'jobs failed': error<Failure>(),

  'embedder started': info<{ pid: number }>(),
  'embedder ended': warn<{ how: string; againMs: number }>(),
  'embedder not installed': warn<{ command: string }>(),
  'embedder not answering': warn<Failure>(),

  handled: debugOrInfo<Arrived>(),
  introduced: info<Arrived>(),
  stranger: info<Arrived>(),
  guest: info<Arrived>(),
  defect: error<Arrived & Failure & { reference: string }>(),
  'a change of people is told later': warn<Failure>(),
  'text file not read': info<Failure & { platform: Platform }>(),
  'not known in time': warn<Failure & { platform: string }>(),
  'request failed': error<Failure>(),

  'not an activity': info<InTeams>(),
  'token refused': info<InTeams & { reason: string }>(),
  'unknown service address': warn<InTeams & { host: string | null }>(),
  'unknown tenant': warn<InTeams & { tenant: string | null; reason: string }>(),
  'token not accepted': error<{ platform: Platform; tenant: string; reason: string }>(),
  'token accepted again': info<{ platform: Platform; tenant: string }>(),
  'credentials not accepted': warn<{ platform: Platform } & Failure>(),
  'signing keys not fetched': error<InTeams & Failure>(),
  'activity failed': error<InTeams & Failure>(),
  'the tab failed': error<InTeams & Failure>(),
  'answer not kept in the message': warn<InTeams & Failure>(),
  'receipt not kept in the chat': warn<InTeams & Failure>(),
  'the app could not be installed for somebody': warn<InTeams & Failure & { problem: string }>(),

  installed: info<InSlack & { tenant: string; organisation: string | null }>(),
  'not installed': warn<InSlack & { outcome: string; reason: string }>(),
  'installer not greeted': warn<InSlack & Failure & { tenant: string }>(),
  'app removed': warn<InSlack & { tenant: string; removed: boolean }>(),
  'unknown workspace': warn<InSlack & Failure>(),
  'event failed': error<InSlack & Failure>(),
  'no name for a mention': info<InSlack & Failure>(),
  'socket open': info<InSlack>(),
  'socket not open': error<InSlack & Failure>(),
  'not acknowledged': warn<InSlack & Failure>(),
  'sdk message': warnOrError<{ component: string }>(),
};

/** The further events of the playground and the emulators, which no operator reads. */
export const localEvents = {
  'the sample municipality is ready': info<{ organisation: string; people: number }>(),
  'the Slack emulator did not answer': warn<Failure>(),
};

export type Log = LogOf<typeof logEvents & typeof localEvents>;
