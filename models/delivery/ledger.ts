import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { isBundled } from '../../domain/delivery/choose.ts';
import { classes, type DeliveryClass } from '../../domain/delivery/classes.ts';
import type { Claimed, StoredMessage } from '../../domain/delivery/queue.ts';
import { isDuplicate } from '../stored.ts';
import type { DeliveryCollections, LedgerRow } from './collections.ts';

/** Gives the digest of a recipient and a message, the same for fields in any order. */
export function whatOf(to: string, message: StoredMessage): string {
  const fields = Object.entries(message).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([to, fields]))
    .digest('base64url');
}

/** Gives what tells the rows of one campaign, or of one occurrence of a schedule, from all others; '' for other classes. */
export function seriesOf(name: DeliveryClass | null, message: StoredMessage): string {
  return name !== null && isBundled(classes[name].rank) ? whatOf('', message) : '';
}

/** A claimed row that has ended. */
export interface Line {
  row: Claimed;
  result: LedgerRow['result'];
  platform: LedgerRow['platform'];
}

/**
 * Writes lines for rows that are done, before these leave the queue. A row that has its line already was sent by
 * somebody else as well, after this holder had lost it: the line counts that.
 */
export async function writeLines(
  { deliveries }: DeliveryCollections,
  organisation: string,
  endedAt: Date,
  lines: readonly Line[],
): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ row, result, platform }) =>
    lineOf(organisation, { ...row, attempts: row.attempts + 1 }, { result, platform, endedAt }),
  );
  const again = await insertLines(deliveries, rows);
  const repeated = rows.filter(({ result }, index) => again.includes(index) && result === 'sent');
  if (repeated.length === 0) return;
  await deliveries.updateMany({ _id: { $in: repeated.map(({ _id }) => _id) } }, { $inc: { repeats: 1 } });
}

/** Makes the line of a row that is done. */
export function lineOf(
  organisation: string,
  {
    id,
    to,
    message,
    class: name,
    at,
    attempts,
    doubts,
  }: Omit<Claimed, 'claim' | 'rank' | 'notBefore' | 'mayStillSend'>,
  ended: Pick<LedgerRow, 'result' | 'platform' | 'endedAt'>,
): LedgerRow {
  const what = { kind: message.kind, what: whatOf(to, message), series: seriesOf(name, message) };
  return { _id: id, organisation, to, class: name, ...what, at, attempts, doubts, repeats: 0, ...ended };
}

/** Writes lines, and gives the places in `rows` of those that were there already, which stay as they are. */
export async function insertLines(
  deliveries: DeliveryCollections['deliveries'],
  rows: readonly LedgerRow[],
): Promise<number[]> {
  try {
    await deliveries.collection.insertMany(rows as never, { ordered: false });
    return [];
  } catch (error) {
    const again = repeatedIn(error);
    if (again === null) throw error;
    return again;
  }
}

/** The places of rows that were there already; null when anything else went wrong. */
function repeatedIn(error: unknown): number[] | null {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) return isDuplicate(error) ? [0] : null;
  const problems = [error.writeErrors].flat();
  return problems.every(({ code }) => code === 11000) ? problems.map(({ index }) => index) : null;
}
