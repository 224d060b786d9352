import type { Collections } from '../collections.ts';

/** The rows of one kind that are due and not sent. */
export interface BacklogOfKind {
  kind: string;
  count: number;
  /** The instant since which the oldest of them is due. */
  oldest: Date;
}

/** All that waits in the outboxes of all organisations at an instant. */
export interface Backlog {
  due: BacklogOfKind[];
  /** The number of rows for an administrator, by the code of what went wrong. */
  parked: Array<{ problem: string; count: number }>;
}

/** Counts what is due and what is parked: two queries on an index for each organisation. */
export async function backlogAt({ organisations, outbox }: Collections, now: Date): Promise<Backlog> {
  const due = new Map<string, BacklogOfKind>();
  const parked = new Map<string, number>();
  for (const organisation of await organisations.distinct('_id')) {
    const waiting = await outbox.aggregate<{ _id: string; count: number; oldest: Date }>([
      { $match: { organisation, state: 'waiting', notBefore: { $lte: now } } },
      { $group: { _id: '$message.kind', count: { $sum: 1 }, oldest: { $min: '$notBefore' } } },
    ]);
    for (const { _id: kind, count, oldest } of waiting) {
      const known = due.get(kind);
      due.set(kind, {
        kind,
        count: count + (known?.count ?? 0),
        oldest: known && known.oldest < oldest ? known.oldest : oldest,
      });
    }
    const given = await outbox.aggregate<{ _id: string | null; count: number }>([
      { $match: { organisation, state: 'parked' } },
      { $group: { _id: '$problem', count: { $sum: 1 } } },
    ]);
    for (const { _id: problem, count } of given)
      parked.set(problem ?? 'unknown', count + (parked.get(problem ?? 'unknown') ?? 0));
  }
  return { due: [...due.values()], parked: [...parked].map(([problem, count]) => ({ problem, count })) };
}

/** Gives the whole seconds for which the oldest due row has been due; 0 when none is. */
export function secondsBehind({ due }: Backlog, now: Date): number {
  const since = Math.min(now.getTime(), ...due.map(({ oldest }) => oldest.getTime()));
  return Math.floor((now.getTime() - since) / 1000);
}
