import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, withoutChat } from '../domain/context.ts';
import type { MessagePlace } from '../domain/delivery/posting.ts';
import { type ActionInput, type ActionName, useCases } from '../domain/index.ts';
import { operator } from '../domain/people/actor.ts';
import { importList } from '../domain/people/import/import-list.ts';
import type { Organisation } from '../domain/people/organisation.ts';
import type { Person } from '../domain/people/person.ts';
import { planSettings } from '../domain/people/settings/plan-settings.ts';
import { readSettings } from '../domain/people/settings/read-settings.ts';
import { Claimed, perform } from '../domain/perform.ts';
import type { World } from '../domain/ports.ts';
import type { IncomingFile } from '../domain/requests/record/attachment.ts';
import type { Request } from '../domain/requests/record/request.ts';
import type { UseCase } from '../domain/use-case.ts';
import { type MemoryDatabase, memoryDatabase } from './memory-world/memory-database.ts';
import { memoryWorld } from './memory-world/memory-world.ts';

const folder = join(import.meta.dirname, '../simulator/sample');

/** The sample municipality with a clock that tests set: what rules are tested on. */
export interface Sample {
  organisation: Organisation;
  world: World;
  clock: { now: Date };
  person(email: string): Promise<Person>;
  /** Does what a person would do in chat, past the platforms. */
  does<Name extends ActionName>(
    email: string,
    action: Name,
    ...rest: InputAndOptions<ActionInput<Name>>
  ): Promise<Outcome>;
  /** The same with what a forged or a broken card claims: any action, any input. */
  claims(email: string, action: ActionName, input: unknown, options?: Options): Promise<Outcome>;
  /** A request of Pernille's about staff, unless told otherwise. */
  request(input?: Partial<ActionInput<'submit-request'>>, by?: string): Promise<Request>;
  /** The messages that wait for somebody, in the order in which they were put in. */
  outbox(): Promise<Array<{ kind: string; to: string; notBefore: Date; state: string }>>;
}

export interface MemorySample extends Sample {
  /** The rows themselves, for what no port shows or changes. */
  stored: MemoryDatabase;
}

/** The key of the arrival, or that with the context it comes from. */
type Options = string | { key?: string; context?: Context };

type InputAndOptions<Input> =
  Record<never, never> extends Input ? [input?: Input, options?: Options] : [input: Input, options?: Options];

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

/** The sample municipality in memory, as it was imported. */
export async function openSample(): Promise<MemorySample> {
  const { organisation, imported } = await importedSample();
  const stored = memoryDatabase();
  stored.people.copyFrom(imported.people);
  stored.organisations.copyFrom(imported.organisations);
  const clock = { now: tuesdayMorning };
  const world = memoryWorld(stored, organisation, () => clock.now);
  const outbox = async () =>
    stored.outbox.all().map(({ message, to, notBefore, problem }) => {
      return { kind: message.kind, to, notBefore, state: problem === null ? 'waiting' : 'parked' };
    });
  return { ...sampleOf(world, clock, outbox), stored };
}

/** The context of a message in a private chat that brings files along. */
export function withFiles(files: readonly IncomingFile[]): { context: Context } {
  const at: MessagePlace = { platform: 'slack', conversation: 'D-OWN', message: `files-${++messages}` };
  return { context: { room: null, message: { at, editedAt: null, files } } };
}

let messages = 0;

export function sampleOf(world: World, clock: Sample['clock'], outbox: Sample['outbox']): Sample {
  const person = async (email: string) => {
    const found = await world.people.byAddress(email);
    if (!found) throw new Error(`nobody called ${email} in the sample municipality`);
    return found;
  };
  const claims: Sample['claims'] = async (email, action, input, options = {}) => {
    const { key = world.newId(), context = withoutChat } = typeof options === 'string' ? { key: options } : options;
    // One signature for all of them; what goes in is held to the action by `does`.
    const useCase: UseCase = useCases[action];
    const actor = await person(email);
    return perform({ world, useCase, actor, input: new Claimed(input), context, idempotencyKey: key });
  };
  const does: Sample['does'] = (email, action, ...[input = {}, options]) => claims(email, action, input, options);
  return {
    organisation: world.organisation,
    world,
    clock,
    person,
    does,
    claims,
    async request(input = {}, by = people.leader) {
      const sent = await does(by, 'submit-request', { text: 'Vikarer oprettes for sent', area: 'personale', ...input });
      if (!sent.ok) throw new Error(`refused: ${sent.refusal} ${JSON.stringify(sent.problems)}`);
      const request = await world.requests.byId(sent.value.requestId);
      if (!request) throw new Error('the request was not stored');
      return request;
    },
    outbox,
  };
}

let sample: Promise<{ organisation: Organisation; imported: MemoryDatabase }> | undefined;

/** Imported once for all tests of a file. */
function importedSample() {
  sample ??= (async () => {
    const read = readSettings(await readFile(join(folder, 'organisation.json'), 'utf8'));
    if ('problems' in read) throw new Error(`the settings of the sample have ${read.problems.length} problems`);
    const { organisation } = planSettings(read.settings, null, new Map());
    const imported = memoryDatabase();
    imported.organisations.put(organisation);
    const world = memoryWorld(imported, organisation, () => tuesdayMorning);
    const result = await perform({
      world,
      useCase: importList,
      actor: operator,
      input: { file: (await readFile(join(folder, 'organisation.csv'))).toString('base64'), removals: null },
      context: withoutChat,
      idempotencyKey: null,
    });
    if (!result.ok) throw new Error(`the sample municipality cannot be imported: ${result.refusal}`);
    return { organisation, imported };
  })();
  return sample;
}
