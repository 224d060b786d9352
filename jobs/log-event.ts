import type { Card, Form } from '../cards/card.ts';
import { shownRequests } from '../cards/requests/shown-requests.ts';

export type Level = 'debug' | 'info' | 'warn' | 'error';

/** One kind of log line: its levels and, by type, its fields beside its name. */
export interface LogEvent<At extends Level, Fields extends object> {
  levels: readonly At[];
  /** Only the compiler reads it; no value has it. */
  fields?: Fields;
}

type NamesAt<Events, At extends Level> = {
  [Name in keyof Events]: Events[Name] extends LogEvent<infer Own, object> ? (At extends Own ? Name : never) : never;
}[keyof Events];
type FieldsOf<Event> = Event extends LogEvent<Level, infer Fields> ? Fields : never;

/** A log that takes the events of a catalogue, each at its levels and with its fields. */
export type LogOf<Events> = {
  [At in Level]: <Name extends NamesAt<Events, At>>(fields: FieldsOf<Events[Name]>, event: Name) => void;
};

export const debugOrInfo = <Fields extends object>(): LogEvent<'debug' | 'info', Fields> => ({
  levels: ['debug', 'info'],
});
export const info = <Fields extends object>(): LogEvent<'info', Fields> => ({ levels: ['info'] });
export const warn = <Fields extends object>(): LogEvent<'warn', Fields> => ({ levels: ['warn'] });
export const error = <Fields extends object>(): LogEvent<'error', Fields> => ({ levels: ['error'] });
export const warnOrError = <Fields extends object>(): LogEvent<'warn' | 'error', Fields> => ({
  levels: ['warn', 'error'],
});

/** The thrown error, logged by type, code and place. */
export interface Failure {
  err: unknown;
}

interface Row {
  message: string;
  /** The id of a person, a room or a background task. */
  to: string;
  outbox: string;
  attempts: number;
}

/** Somebody was shown requests, or a file of one: who may be asked later how a text became known. */
export interface Seen {
  organisation: string;
  /** The id of the person, or of the channel where everybody reads along. */
  reader: string;
  requests: readonly string[];
  /** The action or message that showed them. */
  way: string;
  file?: string;
}

/** Notes which requests a card or form shows to a reader; nothing when it shows none. */
export function noteSeen(
  log: Pick<LogOf<typeof jobEvents>, 'info'>,
  shown: Card | Form,
  seen: Omit<Seen, 'requests' | 'file'>,
): void {
  const requests = shownRequests(shown);
  if (requests.length > 0) log.info({ ...seen, requests }, 'request seen');
}

/** The log events of jobs. docs/operations.md has the operator's table of them. */
export const jobEvents = {
  'schedule ran': info<{ schedule: string; occurrence: string }>(),
  'request seen': info<Seen>(),
  delivered: info<Omit<Row, 'attempts'> & { platform: string }>(),
  'put off': warn<Row & Failure & { seconds: number }>(),
  'claim left': warn<Omit<Row, 'attempts'>>(),
  'was away': warn<{ minutes: number }>(),
  parked: error<Row & (Failure | { problem: string })>(),
};
