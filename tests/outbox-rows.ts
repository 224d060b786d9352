import type { Collections } from '../models/collections.ts';

/** A row of the outbox, waiting or parked, or its line in the ledger. */
export interface OutboxState {
  id: string;
  kind: string;
  to: string;
  state: string;
  problem: string | null;
}

/** Gives all that was put into the outbox, in any state: what is in the queue, and what has left it for the ledger. */
export async function outboxStates(
  { outbox, deliveries }: Pick<Collections, 'outbox' | 'deliveries'>,
  to?: string,
): Promise<OutboxState[]> {
  const filter = to === undefined ? {} : { to };
  const rows = await outbox.find(filter).sort({ order: 1 }).lean();
  const lines = await deliveries.find(filter).sort({ at: 1 }).lean();
  return [
    ...lines.map(({ _id: id, kind, to: reader, result: state }) => ({ id, kind, to: reader, state, problem: null })),
    ...rows.map(({ _id: id, message: { kind }, to: reader, state, problem }) => ({
      id,
      kind,
      to: reader,
      state,
      problem,
    })),
  ];
}
