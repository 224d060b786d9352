import { campaignPrompt, promptClass } from '../../domain/campaigns/campaign-prompt.ts';
import type { OutboxRow } from '../delivery/collections.ts';
import { insertLines, lineOf } from '../delivery/ledger.ts';
import type { MigratedData, Migration } from './migration.ts';

const batchSize = 500;

/**
 * Version 0.1 leaves rows in the outbox when they are sent or settled, and looks there for what somebody has had today. This
 * version moves its own rows to the ledger and looks at both, so nothing has to change while 0.1 may run. Once it is gone
 * its rows move as well. Then nothing reads them in the outbox any more: the second look of `sentSince` in
 * models/delivery/delivery-queue.ts and the index with `sentAt` are taken out in the release that raises `release`.
 */
export const doneRows: Migration = {
  name: 'done-rows',
  expand: async () => 0,
  contract: {
    release: 2,
    async run({ stored, proceed }) {
      let moved = 0;
      let batch: OutboxRow[] = [];
      const move = async () => {
        await proceed();
        await moveToLedger(stored, batch);
        moved += batch.length;
        batch = [];
      };
      for await (const row of stored.outbox.find({ state: { $in: ['sent', 'settled'] } }).lean()) {
        batch.push(row);
        if (batch.length >= batchSize) await move();
      }
      await move();
      return moved;
    },
  },
};

/** The lines come first: a row that a kill leaves behind is moved once more, and keeps its line. */
async function moveToLedger({ outbox, deliveries }: MigratedData['stored'], rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  const lines = rows.map((row) => {
    const { kind } = row.message;
    // Version 0.1 stores no class. That of a prompt tells the lines of its campaign.
    const name = kind === campaignPrompt.kind ? promptClass : null;
    const result = row.state === 'sent' ? 'sent' : 'settled';
    const ended = { result, platform: null, endedAt: row.sentAt ?? row.notBefore } as const;
    return lineOf(row.organisation, { ...row, id: row._id, class: name }, ended);
  });
  await insertLines(deliveries, lines);
  await outbox.deleteMany({ _id: { $in: rows.map(({ _id }) => _id) } });
}
