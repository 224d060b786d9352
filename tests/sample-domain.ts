import { type Database, openDatabase } from '../bot/database/database.ts';
import { prepareSample } from '../bot/local/sample-municipality.ts';
import { useCases } from '../domain/index.ts';
import type { Organisation, Person } from '../domain/people/organisation.ts';
import { perform } from '../domain/perform.ts';
import type { World } from '../domain/ports.ts';
import type { Request } from '../domain/requests/request.ts';
import { worldOf } from '../models/world.ts';
import { openTestDatabase } from './database.ts';

/** The sample municipality on a database of its own, with a clock that tests set: what rules are tested on. */
export interface Town {
  database: Database;
  organisation: Organisation;
  world: World;
  clock: { now: Date };
  person(email: string): Promise<Person>;
  /** Does what a person would do in chat, past the platforms. */
  does(
    email: string,
    action: keyof typeof useCases,
    input?: Record<string, string>,
    idempotencyKey?: string,
  ): Promise<Outcome>;
  /** A request of Pernille's about staff, unless told otherwise. */
  request(input?: Record<string, string>, by?: string): Promise<Request>;
  outbox(): Promise<Array<{ kind: string; to: string; notBefore: Date; state: string }>>;
  close(): Promise<void>;
}

/** As loose as what comes over the wire: tests look into values that the compiler knows by use case only. */
// biome-ignore lint/suspicious/noExplicitAny: one signature for all use cases; the assertions say what is expected
export type Outcome = { ok: true; value: any } | { ok: false; refusal: string; problems: Record<string, string> };

/** Tuesday, at work. */
export const tuesdayMorning = new Date('2026-11-24T09:00:00+01:00');

export const people = {
  leader: 'pernille.oestergaard@fjordby.example',
  englishLeader: 'sinead.obrien@fjordby.example',
  otherLeader: 'sarah.whitfield@fjordby.example',
  hr: 'ulla.pihl@fjordby.example',
  it: 'priya.raman@fjordby.example',
  legal: 'bodil.groenning@fjordby.example',
  schoolManager: 'lars-peter.hoejlund@fjordby.example',
  director: 'birgitte.rasmussen@fjordby.example',
  admin: 'nikoline.brix@fjordby.example',
  unitManager: 'charlotte.oestergaard@fjordby.example',
} as const;

export async function openTown(): Promise<Town> {
  const testDatabase = await openTestDatabase();
  const database = await openDatabase(testDatabase.uri);
  const clock = { now: tuesdayMorning };
  const { organisation } = await prepareSample(database, () => clock.now);
  const world = worldOf(database.connection, database.stored, organisation, () => clock.now);
  const person = async (email: string) => {
    const found = (await world.people.all()).find((one) => one.email === email);
    if (!found) throw new Error(`nobody called ${email} in the sample municipality`);
    return found;
  };
  const does: Town['does'] = async (email, action, input = {}, idempotencyKey = world.newId()) =>
    (await perform(world, useCases[action] as never, await person(email), input, idempotencyKey)) as Outcome;
  return {
    database,
    organisation,
    world,
    clock,
    person,
    does,
    async request(input = {}, by = people.leader) {
      const sent = await does(by, 'submit-request', { text: 'Vikarer oprettes for sent', area: 'personale', ...input });
      if (!sent.ok) throw new Error(`refused: ${sent.refusal} ${JSON.stringify(sent.problems)}`);
      const request = await world.requests.byId(sent.value.requestId);
      if (!request) throw new Error('the request was not stored');
      return request;
    },
    async outbox() {
      const rows = await database.stored.outbox.find().sort({ order: 1 }).lean();
      return rows.map(({ message, to, notBefore, state }) => ({ kind: message.kind, to, notBefore, state }));
    },
    async close() {
      await database.close();
      await testDatabase.close();
    },
  };
}
