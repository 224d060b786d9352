import type { RoomId } from '../../domain/ids.ts';
import type { Rooms } from '../../domain/ports.ts';
import { fromStored, isDuplicate, newId } from '../stored.ts';
import type { ChannelCollections } from './collections.ts';

/** Rooms in MongoDB, of one organisation. */
export function roomsOf({ rooms }: ChannelCollections, organisation: string): Rooms {
  return {
    async byId(id) {
      const found = await rooms.findOne({ _id: id, organisation }).lean();
      return found && fromStored(found);
    },
    async meet(platform, conversation, place) {
      const at = { organisation, platform, conversation };
      const known = await rooms.findOne(at).lean();
      if (known) {
        if (JSON.stringify(known.place) !== JSON.stringify(place))
          await rooms.updateOne({ _id: known._id, organisation }, { place });
        return { ...fromStored(known), place };
      }
      const room = { ...at, _id: newId<RoomId>(), place, unit: null, followedBy: null };
      try {
        await rooms.create([room]);
      } catch (error) {
        // Two first messages of a new channel came at once, and the other one made the room.
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
    async moveConversation(platform, from, to, place) {
      const known = await rooms.findOne({ organisation, platform, conversation: from }).lean();
      if (!known) return;
      const met = await rooms.findOne({ organisation, platform, conversation: to }).lean();
      if (met && met.unit !== null) {
        await rooms.updateOne({ _id: known._id, organisation }, { unit: null, followedBy: null });
        return;
      }
      if (met) await rooms.deleteOne({ _id: met._id });
      await rooms.updateOne({ _id: known._id, organisation }, { conversation: to, place });
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
    async moveUnit(from, to) {
      await rooms.updateMany(
        { organisation, unit: from },
        to === null ? { unit: null, followedBy: null } : { unit: to },
      );
    },
    async all() {
      return (await rooms.find({ organisation }).lean()).map(fromStored);
    },
    async ofUnit(unit) {
      return (await rooms.find({ organisation, unit }).lean()).map(fromStored);
    },
  };
}
