import { isBundled } from '../domain/delivery/choose.ts';
import { classes, lastRank } from '../domain/delivery/classes.ts';
import type { QueuedRow } from '../domain/delivery/queue.ts';
import { deliveries, goesTo } from '../domain/index.ts';
import { requestChanged } from '../domain/requests/request-changed.ts';

/** A kind of work: messages to people, news and nudges to them, cards in channels, and background tasks. */
export type Stream = 'people' | 'bundled' | 'rooms' | 'tasks';

/** Gives the rank of a row; one of version 0.1 has that of its kind, and of an unknown kind the last. */
export function rankOf({ rank, message: { kind } }: Pick<QueuedRow, 'rank' | 'message'>): number {
  if (rank !== null) return rank;
  if (!goesTo('person', kind) && !goesTo('room', kind)) return lastRank;
  const { class: name } = deliveries[kind];
  return typeof name === 'string' ? classes[name].rank : classes.request.rank;
}

/** Gives the kind of work that a row is. */
export function streamOf(row: Pick<QueuedRow, 'rank' | 'message'>): Stream {
  const { kind } = row.message;
  if (goesTo('room', kind) || kind === requestChanged.kind) return 'rooms';
  if (goesTo('lane', kind)) return 'tasks';
  return isBundled(rankOf(row)) ? 'bundled' : 'people';
}
