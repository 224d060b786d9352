import { requestIdOf } from '../../domain/ids.ts';
import { Collision, type Requests } from '../../domain/ports.ts';
import { awaitsAnswer } from '../../domain/requests/transitions.ts';
import { states } from '../../domain/vocabulary.ts';
import { fromStored, insert, isDuplicate, orCollision, toStored } from '../stored.ts';
import type { RequestCollections } from './collections.ts';

/** The states in which an owner still has something to do. */
const openStates = states.filter((state) => awaitsAnswer(state) || state === 'answered' || state === 'parked');

/** Requests and their history in MongoDB, of one organisation. */
export function requestsOf(stored: RequestCollections, organisation: string): Requests {
  const { requests, events, counters } = stored;
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
    async ofLeader(leaderId) {
      return (await requests.find({ organisation, leaderId }).sort({ submittedAt: -1 }).lean()).map(fromStored);
    },
    async openOfUnit(unit) {
      const found = await requests
        .find({ organisation, unit, state: { $in: openStates } })
        .sort({ dueOn: 1 })
        .lean();
      const urgency = (state: (typeof states)[number]) => (awaitsAnswer(state) ? 0 : 1);
      return found.map(fromStored).sort((a, b) => urgency(a.state) - urgency(b.state));
    },
    async moveSettled(from, to) {
      await requests.updateMany({ organisation, unit: from }, { unit: to });
    },
    async concerning(leaderIds, units, overseer) {
      const [theirs, atUnits, overseen] = await Promise.all([
        requests.find({ organisation, leaderId: { $in: leaderIds } }).lean(),
        requests.find({ organisation, unit: { $in: units } }).lean(),
        requests.find({ organisation, 'origin.overseers': overseer }).lean(),
      ]);
      const all = new Map([...theirs, ...atUnits, ...overseen].map((request) => [request._id, fromStored(request)]));
      return [...all.values()].sort((a, b) => a.number.localeCompare(b.number));
    },
    async addEvent(event) {
      await insert(events, toStored(organisation, event));
    },
    async history(requestId) {
      return (await events.find({ organisation, requestId }).sort({ step: 1 }).lean()).map(fromStored);
    },
    async eventsBetween(requestIds, from, until) {
      const wanted = new Set(requestIds);
      const found = await events.find({ organisation, at: { $gte: from, $lt: until } }).lean();
      return found.map(fromStored).filter((event) => wanted.has(event.requestId));
    },
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
