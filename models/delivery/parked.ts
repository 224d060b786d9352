import type { WhichParked } from '../../domain/delivery/parked.ts';
import type { Parked } from '../../domain/ports.ts';
import { portionsOf } from '../stored.ts';
import type { DeliveryCollections, OutboxRow } from './collections.ts';

/** The reasons that end when the person is back: they write, bring the app in again, or are found anew. */
export const waitingForChat: readonly string[] = ['no-chat', 'unreachable', 'uninstalled'];

/** The parked rows of one organisation in MongoDB, for its administrators in chat and on the command line. */
export function parkedOf(
  { outbox }: Pick<DeliveryCollections, 'outbox'>,
  organisation: string,
  now: () => Date,
): Parked {
  // The rest is selected in memory: the embedded server uses an index only for filters that name nothing but its fields.
  const select = async ({ to, problems }: WhichParked) => {
    const rows = await outbox.find({ organisation, state: 'parked', ...(to === undefined ? {} : { to }) }).lean();
    return rows.filter(({ problem }) => problems === undefined || problems.includes(problem ?? ''));
  };
  /** Changes these rows where they are parked still, and gives how many were. */
  const change = async (rows: ReadonlyArray<{ _id: string }>, update: Partial<OutboxRow>): Promise<number> => {
    if (rows.length === 0) return 0;
    const writes = portionsOf(rows.map(({ _id }) => _id)).map((ids) => {
      const filter = { _id: { $in: ids }, state: 'parked' as const };
      return { updateMany: { filter, update: { $set: update } } };
    });
    return (await outbox.bulkWrite(writes)).modifiedCount;
  };
  return {
    async list() {
      return (await select({}))
        .toSorted((a, b) => a.order - b.order)
        .map(({ _id: id, at, to, message, problem, attempts, doubts }) => {
          return { id, at, to, message, problem: problem ?? '', attempts, doubts };
        });
    },
    async sendAgain(which = {}) {
      return change(await select(which), {
        state: 'waiting',
        attempts: 0,
        claim: null,
        claimedUntil: new Date(0),
        notBefore: now(),
        problem: null,
        told: false,
      });
    },
    async tell() {
      const untold = (await select({})).filter(({ told }) => !told);
      await change(untold, { told: true });
      return untold.length;
    },
  };
}
