import { randomUUID } from 'node:crypto';
import type { Database } from '../../bot/database/database.ts';
import { personIdOf, type UnitId } from '../../domain/ids.ts';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import { toStored } from '../../models/stored.ts';
import { atWork } from '../speed/clock.ts';

/** The people who sent what is settled: a large municipality has as many leaders. */
const pastLeaders = 5_000;

/** The settled requests of the sample municipality's first leader, however many there were of others. */
const ownRequests = 20;

/** The rows of one bulk write. */
const atOnce = 1000;

const dayMs = 24 * 3600_000;

export interface History {
  requests: number;
  /** The number of open ones. They are the newest, and came in the last days. */
  open: number;
  /** Rows of messages that were delivered. */
  deliveries: number;
}

/** Fills a database with the past of its people: settled and open requests, their steps, and delivered messages. */
export async function fill(
  { stored }: Database,
  { organisation, people }: { organisation: Organisation; people: readonly Person[] },
  { requests, open, deliveries }: History,
): Promise<void> {
  const leaders = people.filter(({ roles }) => roles.includes('leader'));
  const now = atWork().getTime();
  const unitOf = (at: number): UnitId => {
    const unit = organisation.units[at % organisation.units.length];
    if (!unit) throw new Error('the sample municipality has no units');
    return unit.id;
  };
  const row = (at: number) => {
    const isOpen = at >= requests - open;
    const submittedAt = new Date(
      isOpen ? now - dayMs - ((requests - at) / open) * 7 * dayMs : now - 8 * dayMs - (requests - at) * 60_000,
    );
    const leader = leaders[at < ownRequests ? 0 : at % leaders.length];
    if (!leader) throw new Error('the sample municipality has no leaders');
    return toStored(organisation.id, {
      id: `r${at}`,
      number: `FØ-2020-${at}`,
      leaderId: isOpen || at < ownRequests ? leader.id : personIdOf(`past-${at % pastLeaders}`),
      anonymous: false,
      administration: leader.administrationId,
      origin: null,
      text: `Vikarer oprettes for sent, for gang nummer ${at}. `.repeat(6),
      area: 'personale',
      kind: null,
      burden: { minutesPerTime: 20, timesPerMonth: 2, peopleAffected: null },
      unit: unitOf(at),
      state: isOpen ? 'routed' : 'declined',
      submittedAt,
      dueOn: submittedAt.toISOString().slice(0, 10),
      answer: null,
      deliveredAt: null,
      version: 2,
    });
  };
  await inBulk(requests, row, (rows) => stored.requests.collection.insertMany(rows));
  const step = (at: number) => {
    const request = row(at >> 1);
    const common = { id: randomUUID(), requestId: request._id, by: request.leaderId };
    return at % 2 === 0
      ? toStored(organisation.id, {
          ...common,
          step: 1,
          at: request.submittedAt,
          type: 'submitted',
          unit: request.unit,
          dueOn: request.dueOn,
        })
      : toStored(organisation.id, { ...common, step: 2, at: request.submittedAt, type: 'acknowledged' });
  };
  await inBulk(2 * requests, step, (rows) => stored.events.collection.insertMany(rows));
  const delivered = (at: number) => ({
    _id: randomUUID(),
    organisation: organisation.id,
    to: people[at % people.length]?.id ?? '',
    kind: 'request-arrived',
    class: 'request',
    what: `what-${at}`,
    at: new Date(now - dayMs),
    endedAt: new Date(now - dayMs + (at % 1000)),
    result: 'sent',
    platform: 'teams',
    attempts: 1,
    doubts: 0,
    repeats: 0,
  });
  await inBulk(deliveries, delivered, (rows) => stored.deliveries.collection.insertMany(rows as never));
}

async function inBulk<Row>(count: number, row: (at: number) => Row, write: (rows: never) => Promise<unknown>) {
  for (let from = 0; from < count; from += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, count - from) }, (_none, index) => row(from + index));
    await write(rows as never);
  }
}
