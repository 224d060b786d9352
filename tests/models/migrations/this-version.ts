import { randomUUID } from 'node:crypto';
import { openDatabase } from '../../../bot/database/database.ts';
import { withoutChat } from '../../../domain/context.ts';
import { choose } from '../../../domain/delivery/choose.ts';
import type { AboutId, PersonId } from '../../../domain/ids.ts';
import { isAction, useCases } from '../../../domain/index.ts';
import { operator } from '../../../domain/people/actor.ts';
import { importList } from '../../../domain/people/import/import-list.ts';
import { Claimed, perform } from '../../../domain/perform.ts';
import type { World } from '../../../domain/ports.ts';
import type { UseCase } from '../../../domain/use-case.ts';
import { deliverOutbox } from '../../../jobs/deliver-outbox.ts';
import { rankOf } from '../../../jobs/streams.ts';
import type { Collections } from '../../../models/collections.ts';
import { deliveryQueueOf } from '../../../models/delivery/delivery-queue.ts';
import { migrations, release } from '../../../models/migrations/index.ts';
import { type MigratedStep, runMigrations } from '../../../models/migrations/run.ts';
import { directoryOf } from '../../../models/people/directory.ts';
import { worldOf } from '../../../models/world.ts';
import type { Found, Version } from '../../fixtures/previous-version/previous-version.cjs';
import { idOf } from '../../ids.ts';
import { jobsOf, memoryChannel } from '../../memory-channel.ts';

export interface ThisVersion extends Version {
  stored: Collections;
  /** Sends what is due, on both platforms. */
  delivers(): Promise<void>;
  /** The steps that were done at its opening. */
  migrated: readonly MigratedStep[];
  /** Migrates the data, as at its start. */
  migrates(): Promise<void>;
}

/** This version of the bot on a database, with the same questions as the version before. */
export async function openVersion(uri: string, now: () => Date): Promise<ThisVersion> {
  const migrated: MigratedStep[] = [];
  const database = await openDatabase(uri, (step) => migrated.push(step));
  const { connection, stored, close } = database;
  const worldNow = async () => {
    const organisation = await directoryOf(stored).organisation('fjordby');
    if (!organisation) throw new Error('the organisation is gone');
    return worldOf(connection, stored, organisation, now);
  };
  return {
    migrated,
    migrates: () =>
      runMigrations(stored, { migrations, release, done: () => undefined, pause: () => Promise.resolve() }),
    stored,
    async delivers() {
      const world = await worldNow();
      const sample = { database, world, organisation: world.organisation, clock: { now: now() } };
      await deliverOutbox.run(jobsOf(sample, { teams: memoryChannel(), slack: memoryChannel() }));
    },
    found: async () => foundIn(await worldNow(), stored),
    async does(email, action, input, key = randomUUID()) {
      const world = await worldNow();
      const actor = await world.people.byAddress(email);
      if (!actor) throw new Error(`nobody is let in as ${email}`);
      if (!isAction(action)) throw new Error(`there is no action ${action}`);
      const useCase: UseCase = useCases[action];
      const given = new Claimed(input);
      return perform({ world, useCase, actor, input: given, context: withoutChat, idempotencyKey: key });
    },
    async importList(csv) {
      const input = { file: Buffer.from(csv).toString('base64'), removals: null };
      const attempt = { world: await worldNow(), actor: operator, context: withoutChat, idempotencyKey: null };
      const done = await perform({ ...attempt, useCase: importList, input });
      return done.ok ? { imported: done.value.counts } : done;
    },
    async nextMessage() {
      const locks = { now: async () => now() };
      const queue = deliveryQueueOf(stored, { organisation: 'fjordby', now, locks });
      const rows = [...(await queue.look()).rows, ...(await queue.tried())];
      const different = new Map(rows.map((row) => [row.id, row]));
      const [first] = choose([...different.values()], now(), rankOf);
      const [claimed] = first ? await queue.claim([first.row]) : [];
      return claimed?.message.kind ?? null;
    },
    fileContent: async (id) => (await worldNow()).attachments.content(idOf(id)),
    close,
  };
}

async function foundIn(world: World, stored: Collections): Promise<Found> {
  const everyone = await stored.people.find().sort({ email: 1 }).lean();
  const emailOf = new Map(everyone.map(({ _id, email }) => [_id, email]));
  const units: Found['units'] = {};
  for (const { id, name } of world.organisation.units) {
    const rooms = await world.rooms.ofUnit(id);
    units[name] = {
      owners: (await world.people.ownersOf(id)).map(({ email }) => email).sort(),
      inbox: (await world.requests.openOfUnit(id)).map(({ number }) => number).sort(),
      rooms: rooms.map(({ platform, conversation }) => `${platform} ${conversation}`).sort(),
    };
  }
  const rows = await stored.outbox
    .find({ state: { $in: ['waiting', 'parked'] } })
    .sort({ order: 1 })
    .lean();
  const joins = await stored.joins.find().sort({ at: 1 }).lean();
  return {
    people: everyone.map(({ _id: id, email, active, roles, unit, chat, entraObjectId, places }) => ({
      ...{ id, email, active, roles: [...roles], unit, chat, entraObjectId },
      platforms: Object.keys(places).sort(),
    })),
    requests: await requestsIn(world, stored, emailOf),
    drafts: await draftsIn(world, stored, everyone),
    units,
    outbox: rows.map(({ state, message, to, problem }) => ({
      ...{ state, kind: message.kind, problem },
      to: emailOf.get(idOf(to)) ?? to,
    })),
    joins: joins.map(({ email, state }) => ({ email, state })),
  };
}

async function requestsIn(
  world: World,
  stored: Collections,
  emailOf: ReadonlyMap<PersonId, string>,
): Promise<Found['requests']> {
  const found: Found['requests'] = [];
  for (const { number } of await stored.requests.find().sort({ number: 1 }).lean()) {
    const request = await world.requests.byNumber(number);
    if (!request) throw new Error(`${number} is not found`);
    const { id, leaderId, state, unit, text, dueOn, answer, anonymous } = request;
    found.push({
      ...{ number, id, leader: emailOf.get(leaderId) ?? leaderId, state, unit, text, dueOn, anonymous },
      decision: answer?.decision ?? null,
      history: (await world.requests.history(id)).map(({ type }) => type),
      comments: (await world.comments.ofRequest(id)).map((one) => one.text),
      files: await filesOf(world, id),
      postings: (await world.postings.of(id)).length,
    });
  }
  return found;
}

async function draftsIn(
  world: World,
  stored: Collections,
  everyone: ReadonlyArray<{ _id: PersonId; email: string }>,
): Promise<Found['drafts']> {
  const found: Found['drafts'] = [];
  const authors = new Set((await stored.drafts.find().lean()).map(({ personId }) => personId));
  for (const { _id, email } of everyone.filter((person) => authors.has(person._id))) {
    for (const { id, text } of await world.drafts.ofPerson(_id)) {
      found.push({ person: email, text, files: await filesOf(world, id) });
    }
  }
  return found;
}

async function filesOf(world: World, about: AboutId): Promise<string[]> {
  return (await world.attachments.of(about)).map(({ name }) => name);
}
