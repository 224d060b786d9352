import { classes } from './classes.ts';
import type { QueuedRow } from './queue.ts';

/** A row that may be sent now, with its place in the queue. */
export interface Candidate {
  row: QueuedRow;
  rank: number;
}

/** Whether a rank is one of which a person gets one message a day: news and nudges. */
export const isBundled = (rank: number): boolean => rank === classes.news.rank || rank === classes.nudge.rank;

/**
 * Chooses the rows that may be sent now out of all that a look has found, in the order in which they are to be sent:
 * by rank, then by the time when they were due. Campaigns and schedules take turns. One row of a chat is sent at a time.
 * The news and nudges there are a queue of their own: nothing else waits for them but while one is sent.
 * @param rankOf the rank of a row, also of one that was put in without
 * @param isBusy whether somebody writes to this recipient already
 */
export function choose(
  rows: readonly QueuedRow[],
  now: Date,
  rankOf: (row: QueuedRow) => number,
  isBusy: (to: string) => boolean = () => false,
): Candidate[] {
  const first: Candidate[] = [];
  for (const [to, all] of Map.groupBy(rows, (row) => row.to)) {
    if (isBusy(to) || all.some(({ lock }) => lock !== 'free')) continue;
    const ranked = all.map((row) => ({ row, rank: rankOf(row) }));
    const [bundled, others] = [
      ranked.filter(({ rank }) => isBundled(rank)),
      ranked.filter(({ rank }) => !isBundled(rank)),
    ];
    const head = headOf(others, now) ?? headOf(bundled, now);
    if (head) first.push(head);
  }
  first.sort((a, b) => Number(a.row.notBefore) - Number(b.row.notBefore) || a.row.order - b.row.order);
  return [...Map.groupBy(first, ({ rank }) => rank)]
    .sort(([a], [b]) => a - b)
    .flatMap(([rank, alike]) => (isBundled(rank) ? inTurns(alike) : alike));
}

/** Gives the row of a queue that may be sent now; null when one before it holds it back, or none is due. */
function headOf(all: readonly Candidate[], now: Date): Candidate | null {
  for (const one of all.toSorted((a, b) => a.row.order - b.row.order)) {
    if (one.row.notBefore <= now) return one;
    if (one.row.attempts > 0) return null;
  }
  return null;
}

/**
 * Gives the due rows that say the same in the same conversation as one that is about to be done. A card or a Home tab is
 * shown as it stands then, so that once is enough for all of them.
 */
export function repeatsOf({ id, to, message }: QueuedRow, rows: readonly QueuedRow[], now: Date): QueuedRow[] {
  const said = JSON.stringify(message);
  return rows.filter(
    (row) =>
      row.to === to &&
      row.id !== id &&
      row.lock === 'free' &&
      row.notBefore <= now &&
      JSON.stringify(row.message) === said,
  );
}

/** Takes one of each campaign or schedule in turn: their rows differ in the recipient alone. */
function inTurns(all: readonly Candidate[]): Candidate[] {
  const series = [...Map.groupBy(all, ({ row }) => JSON.stringify(row.message)).values()];
  const longest = Math.max(0, ...series.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => series.flatMap((one) => one[turn] ?? [])).flat();
}
