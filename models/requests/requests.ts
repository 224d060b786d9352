import { requestIdOf, type UnitId } from '../../domain/ids.ts';
import { Collision, type Requests } from '../../domain/ports.ts';
import { awaitsAnswer } from '../../domain/requests/transitions.ts';
import { type State, states } from '../../domain/vocabulary.ts';
import { fromStored, insert, isDuplicate, orCollision, readLong, toStored } from '../stored.ts';
import type { RequestCollections } from './collections.ts';

/** The states in which an owner still has something to do. */
const openStates = states.filter((state) => awaitsAnswer(state) || state === 'answered' || state === 'parked');

/** Requests and their history in MongoDB, of one organisation. */
export function requestsOf(stored: RequestCollections, organisation: string): Requests {
  const { requests, events, counters } = stored;
  // By nothing but their state: the embedded server has no index for a set of states together with a range of days.
  const overdue = async (day: string, units: readonly UnitId[]) => {
    const states = openStates.filter(awaitsAnswer);
    const found = await requests
      .find({ organisation, state: { $in: states } }, { unit: 1, dueOn: 1, number: 1 })
      .lean();
    return found
      .filter(({ unit, dueOn }) => dueOn < day && !units.includes(unit))
      .sort((one, other) => `${one.dueOn} ${one.number}`.localeCompare(`${other.dueOn} ${other.number}`))
      .map(({ _id }) => _id);
  };
  return {
    prepareSerials: (year) => prepareCounters(stored, organisation, year),
    async nextSerial(year) {
      // Outside the transaction: two requests at once would collide on the counter, and start over until one is alone.
      const counter = await counters
        .findOneAndUpdate({ organisation, year }, { $inc: { last: 1 } }, { returnDocument: 'after', session: null })
        .lean();
      if (!counter) throw new Error(`no counter for ${year}: prepareCounters has not run`);
      return counter.last;
    },
    async add(request) {
      await orCollision(insert(requests, toStored(organisation, request)));
    },
    async change(request, changes) {
      const changed = { ...changes, version: request.version + 1 };
      const { matchedCount } = await requests.updateOne(
        { _id: request.id, organisation, version: request.version },
        changed,
      );
      if (matchedCount === 0) throw new Collision(`${request.number} was changed meanwhile`);
      return { ...request, ...changed };
    },
    async byId(id) {
      const found = await requests.findOne({ _id: requestIdOf(id), organisation }).lean();
      return found && fromStored(found);
    },
    async byNumber(number) {
      const found = await requests.findOne({ organisation, number }).lean();
      return found && fromStored(found);
    },
    async ofLeader(leaderId, most = 0) {
      const found = await requests.find({ organisation, leaderId }).sort({ submittedAt: -1 }).limit(most).lean();
      return found.map(fromStored);
    },
    async openOfUnit(unit, most = 0) {
      const inStates = (of: readonly State[], limit: number) =>
        requests
          .find({ organisation, unit, state: { $in: of } })
          .sort({ dueOn: 1 })
          .limit(limit)
          .lean();
      const awaiting = await inStates(openStates.filter(awaitsAnswer), most);
      const left = most - awaiting.length;
      if (most > 0 && left <= 0) return awaiting.map(fromStored);
      const promised = await inStates(
        openStates.filter((state) => !awaitsAnswer(state)),
        Math.max(left, 0),
      );
      return [...awaiting, ...promised].map(fromStored);
    },
    async moveSettled(from, to) {
      await requests.updateMany({ organisation, unit: from }, { unit: to });
    },
    async addEvent(event) {
      await insert(events, toStored(organisation, event));
    },
    async history(requestId) {
      return (await events.find({ organisation, requestId }).sort({ step: 1 }).lean()).map(fromStored);
    },
    async overview(from, until) {
      const [moved, open] = await Promise.all([
        events.find({ organisation, at: { $gte: from, $lt: until } }, { _id: 0, requestId: 1, type: 1 }).lean(),
        readLong(requests.find({ organisation, state: { $in: openStates } }).lean(), fromStored),
      ]);
      const found = new Map(open.map((request) => [request.id, request]));
      const settled = [...new Set(moved.map(({ requestId }) => requestId))].filter((id) => !found.has(id));
      // By nothing but their ids: the embedded server has no index for a set of ids together with something else.
      const others = requests.find({ _id: { $in: settled } }).lean();
      for (const request of await readLong(others, (one) =>
        one.organisation === organisation ? fromStored(one) : null,
      ))
        if (request) found.set(request.id, request);
      const all = [...found.values()].sort((one, other) => one.number.localeCompare(other.number));
      return { requests: all, steps: moved.map(({ requestId, type }) => ({ requestId, type })) };
    },
    async overdueElsewhere(day, units, most) {
      const ids = (await overdue(day, units)).slice(0, most);
      const found = await requests.find({ _id: { $in: ids } }).lean();
      return found.map(fromStored).sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
    },
    countOverdueElsewhere: async (day, units) => (await overdue(day, units)).length,
    openUnits: () => requests.distinct('unit', { organisation, state: { $in: openStates } }),
  };
}

/**
 * Makes the counters of a year and the next. They are made beforehand, because an upsert of several clients at once is
 * not safe on every server, and outside of transactions, because an existing counter would abort one.
 */
export async function prepareCounters(stored: RequestCollections, organisation: string, year: number): Promise<void> {
  for (const one of [year, year + 1]) {
    try {
      await stored.counters.create([{ organisation, year: one, last: 0 }], { session: null });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}
