import { randomUUID } from 'node:crypto';
import type { Room } from '../../domain/channels/room.ts';
import type { Postings, Rooms } from '../../domain/ports.ts';
import { idOf } from '../ids.ts';
import { type MemoryDatabase, postingKey } from './memory-database.ts';

const nothingShown = { unit: null, followedBy: null };

export function roomsOf({ rooms }: MemoryDatabase): Rooms {
  return {
    async byId(id) {
      return rooms.get(id);
    },
    async meet(platform, conversation, place) {
      const known = rooms.where((room) => room.platform === platform && room.conversation === conversation)[0];
      const room: Room = { id: idOf(randomUUID()), platform, conversation, ...nothingShown, ...known, place };
      rooms.put(room);
      return room;
    },
    async leave(platform, conversation) {
      rooms.changeWhere((room) => room.platform === platform && room.conversation === conversation, nothingShown);
    },
    async moveConversation(platform, from, to, place) {
      const at = (conversation: string) =>
        rooms.where((room) => room.platform === platform && room.conversation === conversation)[0];
      const known = at(from);
      if (!known) return;
      const met = at(to);
      if (met && met.unit !== null) {
        rooms.change(known.id, nothingShown);
        return;
      }
      if (met) rooms.remove(met.id);
      rooms.put({ ...known, conversation: to, place });
    },
    async leaveAll(platform, within) {
      const isWithin = ({ place }: Room) => Object.entries(within).every(([key, value]) => place[key] === value);
      rooms.changeWhere((room) => room.platform === platform && isWithin(room), nothingShown);
    },
    async follow(id, unit, by) {
      rooms.change(id, { unit, followedBy: unit === null ? null : by });
    },
    async moveUnit(from, to) {
      rooms.changeWhere(({ unit }) => unit === from, to === null ? nothingShown : { unit: to });
    },
    async all() {
      return rooms.where(() => true);
    },
    async ofUnit(unit) {
      return rooms.where((room) => room.unit === unit);
    },
  };
}

export function postingsOf({ postings }: MemoryDatabase): Postings {
  return {
    async put(posting) {
      postings.put(posting);
    },
    async at(place) {
      return postings.get(postingKey(place));
    },
    async of(about) {
      return postings.where((posting) => posting.about === about);
    },
    async moveConversation(platform, from, to) {
      for (const posting of postings.where((one) => one.platform === platform && one.conversation === from)) {
        postings.remove(postingKey(posting));
        postings.put({ ...posting, conversation: to });
      }
    },
    async remove(place) {
      postings.remove(postingKey(place));
    },
  };
}
