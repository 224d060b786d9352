import type { AboutId, AnyId, RequestId } from '../../ids.ts';
import type { World } from '../../ports.ts';
import { known, type Parts, type SharedRecords } from './shared-records.ts';

/**
 * Gives the world of one arrival, which reads each part of a record once and knows what it has written itself: the card
 * that answers a change is made without reading it back. Its knowledge is shared with the deliveries that follow.
 */
export function forArrival(world: World, shared: SharedRecords): World {
  const own = new Map<string, Parts>();
  /** Ids that were made here: nothing else has been stored about them. */
  const made = new Set<string>();
  const written = new Set<string>();
  let inTransaction = false;
  const of = (id: string): Parts => {
    const known = own.get(id);
    if (known) return known;
    const parts: Parts = {};
    own.set(id, parts);
    // Once, before anything is read: later, somebody else may have shared newer parts.
    if (!inTransaction) shared.put(id, parts);
    return parts;
  };
  const forget = () => {
    for (const id of [...own.keys(), ...written]) shared.forget(id);
    for (const all of [own, made, written]) all.clear();
  };
  const write = (id: string): Parts => {
    written.add(id);
    shared.forget(id);
    return of(id);
  };
  return {
    ...reading(world, of),
    newId<Kind extends AnyId>() {
      const id = world.newId<Kind>();
      made.add(id);
      return id;
    },
    async transaction(work) {
      let began = shared.now();
      try {
        inTransaction = true;
        const value = await world.transaction(() => {
          began = shared.now();
          // Records that were read before, or written by an attempt that collided, may be different now.
          forget();
          return work();
        });
        // Others may have read meanwhile what was there before.
        for (const id of written) if (!own.has(id)) shared.forget(id);
        for (const [id, parts] of own) shared.publish(id, parts, began);
        return value;
      } catch (error) {
        forget();
        throw error;
      } finally {
        inTransaction = false;
      }
    },
    requests: {
      ...reading(world, of).requests,
      async add(request) {
        await world.requests.add(request);
        const parts = write(request.id);
        // A draft that becomes a request may have files; messages and steps it has none.
        Object.assign(parts, { request: Promise.resolve(request), history: Promise.resolve([]) });
        parts.comments = Promise.resolve([]);
        if (made.has(request.id)) parts.files = Promise.resolve([]);
      },
      async change(request, changes) {
        const changed = await world.requests.change(request, changes);
        write(request.id).request = Promise.resolve(changed);
        return changed;
      },
      async addEvent(event) {
        await world.requests.addEvent(event);
        const parts = write(event.requestId);
        if (parts.history) parts.history = Promise.resolve([...(await parts.history), event]);
      },
      async moveSettled(from, to) {
        forget();
        shared.clear();
        await world.requests.moveSettled(from, to);
      },
    },
    drafts: {
      ...reading(world, of).drafts,
      async add(draft) {
        await world.drafts.add(draft);
        const parts = write(draft.id);
        parts.draft = Promise.resolve(draft);
        if (made.has(draft.id)) parts.files = Promise.resolve([]);
      },
      async remove(id) {
        await world.drafts.remove(id);
        delete write(id).draft;
      },
      async setText(id, text, editedAt, numbers) {
        await world.drafts.setText(id, text, editedAt, numbers);
        delete write(id).draft;
      },
      async setParts(id, made, before) {
        await world.drafts.setParts(id, made, before);
        delete write(id).draft;
      },
      async note(id, noted) {
        await world.drafts.note(id, noted);
        delete write(id).draft;
      },
      async setReply(id, reply) {
        await world.drafts.setReply(id, reply);
        delete write(id).draft;
      },
      async takeReply(id, now) {
        const taken = await world.drafts.takeReply(id, now);
        delete write(id).draft;
        return taken;
      },
    },
    comments: {
      ...reading(world, of).comments,
      async add(comment) {
        await world.comments.add(comment);
        const parts = write(comment.requestId);
        if (parts.comments) parts.comments = Promise.resolve([...(await parts.comments), comment]);
      },
    },
    attachments: {
      ...reading(world, of).attachments,
      async add(attachment) {
        await world.attachments.add(attachment);
        const parts = write(attachment.about);
        if (parts.files) parts.files = Promise.resolve([...(await parts.files), attachment]);
      },
      ...changingFiles(world, forget),
      async removeOf(about) {
        await world.attachments.removeOf(about);
        delete write(about).files;
      },
    },
  };
}

/**
 * Gives the world of deliveries, for which a record that was known a moment ago is new enough. Where a request is shown is
 * not shared: a delivery that does not know of another instance's card posts a second one.
 */
export function forDeliveries(world: World, shared: SharedRecords): World {
  const read = reading(world, (id) => shared.of(id));
  // Hardly any delivery writes a record.
  const forget = () => shared.clear();
  return {
    ...read,
    async transaction(work) {
      try {
        return await world.transaction(() => {
          // What is written depends on it: records that were read before may be different now.
          forget();
          return work();
        });
      } finally {
        forget();
      }
    },
    attachments: { ...read.attachments, ...changingFiles(world, forget) },
    requests: {
      ...read.requests,
      overview: (from, until) =>
        shared.overview(`${from.toISOString()} ${until.toISOString()}`, () => world.requests.overview(from, until)),
    },
  };
}

/** The world with its reads of records, each done once for a part that is known. */
function reading(world: World, of: (id: string) => Parts): World {
  return {
    ...world,
    requests: {
      ...world.requests,
      byId: (id: AboutId) => known(of(id), 'request', () => world.requests.byId(id)),
      history: (id: RequestId) => known(of(id), 'history', () => world.requests.history(id)),
    },
    drafts: { ...world.drafts, byId: (id: AboutId) => known(of(id), 'draft', () => world.drafts.byId(id)) },
    comments: {
      ...world.comments,
      ofRequest: (id: RequestId) => known(of(id), 'comments', () => world.comments.ofRequest(id)),
    },
    attachments: {
      ...world.attachments,
      of: (about: AboutId) => known(of(about), 'files', () => world.attachments.of(about)),
    },
  };
}

/** Changes of a file, which does not say what it is about. */
function changingFiles({ attachments }: World, forget: () => void): Pick<World['attachments'], 'change' | 'remove'> {
  return {
    async change(id, changes) {
      forget();
      await attachments.change(id, changes);
      forget();
    },
    async remove(id) {
      forget();
      await attachments.remove(id);
      forget();
    },
  };
}
