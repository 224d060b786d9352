import fc from 'fast-check';
import { choose, isBundled } from '../../../domain/delivery/choose.ts';
import type { DeliveryClass } from '../../../domain/delivery/classes.ts';
import type { Claimed, DeliveryQueue, Fate } from '../../../domain/delivery/queue.ts';
import { rankOf } from '../../../jobs/streams.ts';
import { deliveryQueueOf } from '../../../models/delivery/delivery-queue.ts';
import { outboxOf } from '../../../models/delivery/outbox.ts';
import { tuesdayMorning } from '../../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../../stored-sample-domain.ts';

let sample: StoredSample;
beforeAll(async () => {
  sample = await openStoredSample();
});
afterAll(() => sample?.close());

const lockSeconds = 60;
const chats = ['anna', 'bo'] as const;
const instances = [0, 1] as const;
const classNames = ['answer', 'request', 'nudge'] as const satisfies readonly DeliveryClass[];

/** The rules for a row, whatever the instances do. */
interface ModelRow {
  to: string;
  class: DeliveryClass;
  /** The place among all rows in which it was put in. */
  order: number;
  state: 'pending' | 'sending' | 'sent' | 'dead';
  /** The claim that counts: writes of any other change nothing. */
  claim: string | null;
  /** The end of the lock and the first moment of the next try, in seconds. */
  lockedUntil: number;
  notBefore: number;
  /** The number of times that it was sent, and that nobody knows whether it was. */
  sent: number;
  doubts: number;
  /** The number of tries; a tried one holds back those behind it. */
  attempts: number;
  attemptsBefore: number;
}

interface Model {
  rows: Map<string, ModelRow>;
  seconds: number;
}

/** The queue, and what each instance believes to hold. */
interface Real {
  seconds: number;
  queues: DeliveryQueue[];
  held: Claimed[][];
}

type Command = fc.AsyncCommand<Model, Real>;

const at = (seconds: number) => new Date(tuesdayMorning.getTime() + seconds * 1000);

class PutIn implements Command {
  readonly to: string;
  readonly name: DeliveryClass;
  constructor(to: string, name: DeliveryClass) {
    this.to = to;
    this.name = name;
  }
  check = () => true;
  async run(model: Model, real: Real) {
    const { stored } = sample.database;
    const known = new Set(model.rows.keys());
    const outbox = outboxOf(stored, sample.organisation.id, () => at(real.seconds));
    const message = { kind: 'campaign-prompt', campaignId: `c${known.size}` };
    await outbox.add([{ to: this.to, message, notBefore: at(real.seconds), class: this.name }]);
    const rows = await stored.outbox.find().lean();
    const row = rows.find(({ _id }) => !known.has(_id));
    if (!row) throw new Error('the row is not there');
    model.rows.set(row._id, {
      to: this.to,
      class: this.name,
      order: known.size,
      state: 'pending',
      claim: null,
      lockedUntil: 0,
      notBefore: model.seconds,
      sent: 0,
      doubts: 0,
      attempts: 0,
      attemptsBefore: 0,
    });
  }
  toString = () => `put in ${this.name} for ${this.to}`;
}

/** An instance looks, takes over what others left, and claims all that may be sent. */
class LookAndClaim implements Command {
  readonly instance: number;
  constructor(instance: number) {
    this.instance = instance;
  }
  check = () => true;
  async run(model: Model, real: Real) {
    const queue = real.queues[this.instance] as DeliveryQueue;
    const { rows } = await queue.look();
    const seen = new Map([...rows, ...(await queue.tried())].map((row) => [row.id, row]));
    const left = [...seen.values()].filter(({ lock }) => lock === 'left');
    await queue.recover(
      left,
      (row) => isBundled(rankOf(row)),
      () => false,
    );
    for (const row of model.rows.values()) {
      if (row.state !== 'sending' || row.lockedUntil > model.seconds) continue;
      // Its holder is dead, or is taken for dead. If it said that the row was sent, its line is there.
      row.claim = null;
      if (row.sent > 0) {
        row.state = 'sent';
        continue;
      }
      row.doubts += 1;
      row.state = row.class === 'nudge' ? 'dead' : 'pending';
    }
    const again = await queue.look();
    const all = new Map([...again.rows, ...(await queue.tried())].map((row) => [row.id, row]));
    const chosen = choose([...all.values()], at(real.seconds), rankOf);
    for (const one of await queue.claim(chosen.map(({ row }) => row))) {
      const row = model.rows.get(one.id) as ModelRow;
      expect([row.state, row.notBefore <= model.seconds]).toEqual(['pending', true]);
      // Nothing that was put in before it, of its own conversation, is still to come.
      const earlier = [...model.rows.values()].filter(
        (other) =>
          other.to === row.to && (other.class === 'nudge') === (row.class === 'nudge') && other.order < row.order,
      );
      expect(earlier.filter(({ state }) => state === 'sending')).toEqual([]);
      const holdsBack = ({ state, notBefore, attempts }: ModelRow) =>
        state === 'pending' && (notBefore <= model.seconds || attempts > 0);
      expect(earlier.filter(holdsBack)).toEqual([]);
      const attempts = { attemptsBefore: row.attempts, attempts: row.attempts + 1 };
      Object.assign(row, { state: 'sending', claim: one.claim, lockedUntil: model.seconds + lockSeconds, ...attempts });
      real.held[this.instance]?.push(one);
    }
  }
  toString = () => `instance ${this.instance} claims`;
}

/** An instance notes what became of the oldest row that it believes to hold, also when it has lost it. */
class Finish implements Command {
  readonly instance: number;
  readonly what: 'sent' | 'put-off' | 'in doubt' | 'held' | 'moved' | 'parked';
  constructor(instance: number, what: Finish['what']) {
    this.instance = instance;
    this.what = what;
  }
  check = () => true;
  async run(model: Model, real: Real) {
    const claimed = real.held[this.instance]?.shift();
    if (!claimed) return;
    const until = model.seconds + 30;
    const fate: Fate = {
      sent: { is: 'sent', platform: 'teams' } as const,
      'put-off': { is: 'put-off', until: at(until), problem: 'later', unknown: false } as const,
      'in doubt': { is: 'put-off', until: at(until), problem: 'unknown', unknown: true } as const,
      held: { is: 'held', until: at(until), problem: 'paused' } as const,
      moved: { is: 'moved', until: at(until) } as const,
      parked: { is: 'parked', problem: 'refused', unknown: false } as const,
    }[this.what];
    await real.queues[this.instance]?.finish([{ row: claimed, fate }]);
    const row = model.rows.get(claimed.id) as ModelRow;
    if (this.what === 'sent') row.sent += 1;
    if (row.claim !== claimed.claim) return;
    row.claim = null;
    if (this.what === 'sent') row.state = 'sent';
    else if (this.what === 'parked') row.state = 'dead';
    else Object.assign(row, { state: 'pending', notBefore: until });
    if (this.what === 'moved') row.attempts = row.attemptsBefore;
    if (this.what === 'held') row.attempts = Math.max(1, row.attemptsBefore);
    if (this.what === 'in doubt') row.doubts += 1;
  }
  toString = () => `instance ${this.instance} ends its oldest as ${this.what}`;
}

class Dies implements Command {
  readonly instance: number;
  constructor(instance: number) {
    this.instance = instance;
  }
  check = () => true;
  async run(_model: Model, real: Real) {
    real.held[this.instance] = [];
  }
  toString = () => `instance ${this.instance} dies`;
}

class TimePasses implements Command {
  readonly seconds: number;
  constructor(seconds: number) {
    this.seconds = seconds;
  }
  check = () => true;
  async run(model: Model, real: Real) {
    model.seconds += this.seconds;
    real.seconds += this.seconds;
  }
  toString = () => `${this.seconds} s pass`;
}

const anInstance = fc.constantFrom(...instances);
const claims = anInstance.map((instance) => new LookAndClaim(instance));
const ends = fc
  .tuple(anInstance, fc.constantFrom('sent', 'sent', 'put-off', 'in doubt', 'held', 'moved', 'parked' as const))
  .map(([instance, what]) => new Finish(instance, what));

/** One lock in two runs out before its holder is done, so that many are overtaken. */
const commands = fc.commands(
  [
    fc.tuple(fc.constantFrom(...chats), fc.constantFrom(...classNames)).map(([to, name]) => new PutIn(to, name)),
    ...[claims, claims],
    ...[ends, ends],
    fc.constantFrom(1, 31, lockSeconds + 1, lockSeconds + 1).map((seconds) => new TimePasses(seconds)),
    fc.constant(new Dies(instances[0])),
  ],
  { maxCommands: 60, size: 'max' },
);

function fresh(): { model: Model; real: Real } {
  const real: Real = { seconds: 0, queues: [], held: [] };
  const options = {
    organisation: sample.organisation.id,
    now: () => at(real.seconds),
    locks: { now: async () => at(real.seconds) },
    elapsed: () => real.seconds * 1000,
  };
  for (const _ of instances) {
    real.queues.push(deliveryQueueOf(sample.database.stored, options));
    real.held.push([]);
  }
  return { model: { rows: new Map(), seconds: 0 }, real };
}

/** Instances that do nothing wrong, until nothing is left to do. */
async function drain(model: Model, real: Real): Promise<void> {
  for (let round = 0; round < 60; round++) {
    if (![...model.rows.values()].some(({ state }) => state === 'pending' || state === 'sending')) return;
    await new TimePasses(61).run(model, real);
    await new LookAndClaim(0).run(model, real);
    while (real.held[0]?.length) await new Finish(0, 'sent').run(model, real);
  }
  throw new Error('the queue does not come to rest');
}

test('each row is claimed by one at a time and in its turn, ends once, and comes again only in doubt, whatever instances do', async () => {
  const { outbox, deliveries } = sample.database.stored;
  await fc.assert(
    fc.asyncProperty(commands, async (all) => {
      await Promise.all([outbox.deleteMany({}), deliveries.deleteMany({})]);
      const state = fresh();
      await fc.asyncModelRun(() => state, all);
      const { model, real } = state;
      await drain(model, real);
      const [rows, lines] = await Promise.all([outbox.find().lean(), deliveries.find().lean()]);
      for (const [id, row] of model.rows) {
        const queued = rows.find(({ _id }) => _id === id);
        const line = lines.find(({ _id }) => _id === id);
        expect([row.state, queued?.state, line?.result]).toEqual(
          row.state === 'dead' ? ['dead', 'parked', row.sent > 0 ? 'sent' : undefined] : ['sent', undefined, 'sent'],
        );
        const known = (line?.doubts ?? 0) + (line?.repeats ?? 0) + (queued?.doubts ?? 0);
        expect(row.sent - 1).toBeLessThanOrEqual(known);
        if (row.class === 'nudge' && row.doubts > 0) expect(row.sent).toBeLessThanOrEqual(1);
      }
      expect(rows.length + lines.length).toBeGreaterThanOrEqual(model.rows.size);
    }),
    { numRuns: 60 },
  );
}, 120_000);
