import { randomUUID } from 'node:crypto';
import { Collision, type Comments, type Joins, type Postings, type Rooms } from '../../domain/ports.ts';
import type { Collections } from '../collections.ts';
import { fromStored, isDuplicate, putAt, toStored } from '../stored.ts';

export function commentsOf({ comments }: Collections, organisation: string): Comments {
  return {
    async add(comment) {
      await comments.create([toStored(organisation, comment)]);
    },
    async byId(id) {
      const found = await comments.findOne({ _id: id, organisation }).lean();
      return found && fromStored(found);
    },
    async ofRequest(requestId) {
      return (await comments.find({ organisation, requestId }).sort({ at: 1 }).lean()).map(fromStored);
    },
  };
}

export function roomsOf({ rooms }: Collections, organisation: string): Rooms {
  return {
    async byId(id) {
      const found = await rooms.findOne({ _id: id, organisation }).lean();
      return found && fromStored(found);
    },
    async meet(platform, conversation, place) {
      const at = { organisation, platform, conversation };
      const known = await rooms.findOne(at).lean();
      if (known) {
        if (JSON.stringify(known.place) !== JSON.stringify(place)) await rooms.updateOne({ _id: known._id }, { place });
        return { ...fromStored(known), place };
      }
      const room = { ...at, _id: randomUUID(), place, unit: null, followedBy: null };
      try {
        await rooms.create([room]);
      } catch (error) {
        // Two messages of a new channel at once: the other one made it.
        if (!isDuplicate(error)) throw error;
        const made = await rooms.findOne(at).lean();
        if (!made) throw error;
        return fromStored(made);
      }
      return fromStored(room);
    },
    async leave(platform, conversation) {
      await rooms.updateOne({ organisation, platform, conversation }, { unit: null, followedBy: null });
    },
    async leaveAll(platform, within) {
      const all = await rooms.find({ organisation, platform }).lean();
      const left = all.filter(({ place }) => Object.entries(within).every(([key, value]) => place[key] === value));
      const ids = left.map(({ _id }) => _id);
      if (ids.length > 0) await rooms.updateMany({ _id: { $in: ids } }, { unit: null, followedBy: null });
    },
    async follow(id, unit, by) {
      await rooms.updateOne({ _id: id, organisation }, { unit, followedBy: unit === null ? null : by });
    },
    async ofUnit(unit) {
      return (await rooms.find({ organisation, unit }).lean()).map(fromStored);
    },
  };
}

export function postingsOf({ postings }: Collections, organisation: string): Postings {
  return {
    async put(posting) {
      const { platform, conversation, message, ...rest } = posting;
      await putAt(postings, { organisation, platform, conversation, message }, rest);
    },
    async at({ platform, conversation, message }) {
      const found = await postings.findOne({ organisation, platform, conversation, message }, { _id: 0 }).lean();
      if (!found) return null;
      const { organisation: _scope, ...posting } = found;
      return posting;
    },
    async of(about) {
      const found = await postings.find({ organisation, about }, { _id: 0 }).lean();
      return found.map(({ organisation: _scope, ...posting }) => posting);
    },
    async remove({ platform, conversation, message }) {
      await postings.deleteOne({ organisation, platform, conversation, message });
    },
  };
}

export function joinsOf({ joins }: Collections, organisation: string): Joins {
  return {
    async add(join) {
      await joins.create([toStored(organisation, join)]);
    },
    async byId(id) {
      const found = await joins.findOne({ _id: id, organisation }).lean();
      return found && fromStored(found);
    },
    async of(platform, user) {
      const found = await joins.find({ organisation, platform, 'place.user': user }).lean();
      return found.map(fromStored).sort((one, other) => one.at.getTime() - other.at.getTime());
    },
    async decide(id, state, decidedBy) {
      const { matchedCount } = await joins.updateOne({ _id: id, organisation, state: 'asked' }, { state, decidedBy });
      if (matchedCount === 0) throw new Collision('somebody else decided meanwhile');
    },
  };
}
