import { type Database, openDatabase } from '../../bot/database/database.ts';
import { prepareSample } from '../../bot/local/sample-municipality.ts';
import { withoutChat } from '../../domain/context.ts';
import type { Person } from '../../domain/people/person.ts';
import { perform } from '../../domain/perform.ts';
import type { World } from '../../domain/ports.ts';
import { submitRequest } from '../../domain/requests/drafts/submit-request.ts';
import { worldOf } from '../../models/world.ts';
import { databaseAt } from '../database-at.ts';
import { atWork } from './clock.ts';
import type { Doer, Kind } from './kinds.ts';

/** The number of people for each kind: enough that a burst is not one person's chat. */
const doersOfEach = 20;

/** The requests of a leader who looks at them. */
const requestsEach = 3;

export interface Municipality {
  /** The database's address, with its name. */
  uri: string;
  /** The address of an empty database on the same server. */
  floorUri: string;
  people: readonly Person[];
  doers: Record<Kind['does'], Doer[]>;
  /**
   * Throws unless the writers left exactly the `expected` drafts and requests; removes them and all that came of them.
   */
  clear(expected: { drafts: number; requests: number }): Promise<void>;
  close(): Promise<void>;
}

/** The sample municipality in a database of its own, with requests to look at. */
export async function openMunicipality(server: string, name: string): Promise<Municipality> {
  const uri = databaseAt(server, name);
  const database = await openDatabase(uri);
  const { organisation, people } = await prepareSample(database, atWork);
  const world = worldOf(database.connection, database.stored, organisation, atWork);
  const leaders = people.filter(({ roles, language }) => roles.join() === 'leader' && language === 'da');
  const doers = { reads: [] as Doer[], writes: [] as Doer[] };
  for (const leader of leaders.slice(0, doersOfEach)) {
    const requestIds = await sendSome(world, leader);
    doers.reads.push({ email: leader.email, requestId: requestIds[0] ?? '' });
  }
  // Their owners have no chat yet; only later messages are measured.
  await database.stored.outbox.deleteMany({});
  const writers = leaders.slice(doersOfEach, 2 * doersOfEach);
  for (const { email } of writers) doers.writes.push({ email, requestId: '' });
  return {
    uri,
    floorUri: databaseAt(server, `${name}-floor`),
    people,
    doers,
    clear: (expected) => clear(database, writers, expected),
    close: () => database.close(),
  };
}

async function sendSome(world: World, leader: Person): Promise<string[]> {
  const ids: string[] = [];
  for (let count = 1; count <= requestsEach; count++)
    ids.push(await sendRequest(world, leader, 'Vikarer oprettes for sent'));
  return ids;
}

/** A leader sends a request about staff. Gives its id. */
export async function sendRequest(world: World, leader: Person, text: string): Promise<string> {
  const input = { text, area: 'personale', anonymous: 'false' } as const;
  const attempt = { world, actor: leader, input, context: withoutChat, idempotencyKey: null };
  const sent = await perform({ ...attempt, useCase: submitRequest });
  if (!sent.ok) throw new Error(`the request was refused: ${sent.refusal}`);
  return sent.value.requestId;
}

async function clear(
  { stored }: Database,
  writers: readonly Person[],
  expected: { drafts: number; requests: number },
): Promise<void> {
  const ids = writers.map(({ id }) => id);
  const drafts = await stored.drafts.deleteMany({ personId: { $in: ids } });
  const requests = await stored.requests.deleteMany({ leaderId: { $in: ids } });
  const found = { drafts: drafts.deletedCount, requests: requests.deletedCount };
  const kept = await stored.requests.distinct('_id');
  await stored.events.deleteMany({ requestId: { $nin: kept } });
  await stored.postings.deleteMany({ about: { $nin: kept } });
  await stored.outcomes.deleteMany({});
  await stored.deliveries.deleteMany({});
  const undelivered = await stored.outbox.countDocuments({ 'message.kind': 'request-arrived' });
  if (found.drafts !== expected.drafts || found.requests !== expected.requests || undelivered > 0) {
    throw new Error(
      `expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)} and ${undelivered} undelivered messages`,
    );
  }
}
