import type { Room } from '../../domain/channels/room.ts';
import type { Rooms } from '../../domain/ports.ts';
import type { PeopleMemory } from '../people/people-memory.ts';
import { peopleWritten } from '../people/people-version.ts';
import { fromStored } from '../stored.ts';
import type { ChannelCollections } from './collections.ts';
import { roomsOf } from './rooms.ts';

/** The rooms of one organisation, kept in memory beside its people and as new as they are. */
export class RoomsMemory {
  private readonly stored: ChannelCollections;
  private readonly organisation: string;
  private readonly people: PeopleMemory;
  private rooms: Promise<readonly Room[]> | null = null;
  private generation = -1;

  constructor(stored: ChannelCollections, organisation: string, people: PeopleMemory) {
    this.stored = stored;
    this.organisation = organisation;
    this.people = people;
  }

  /** Gives the rooms as they were when the people were read as a whole, which a change of a room asks for. */
  async current(): Promise<readonly Room[]> {
    await this.people.current();
    const { generation } = this.people;
    if (this.rooms && generation === this.generation) return this.rooms;
    const { organisation } = this;
    const rooms = this.stored.rooms
      .find({ organisation })
      .lean()
      .then((found) => found.map(fromStored));
    this.rooms = rooms;
    this.generation = generation;
    rooms.catch(() => {
      if (this.rooms === rooms) this.rooms = null;
    });
    return rooms;
  }
}

/** The rooms of one organisation, read from memory. A transaction that has changed any reads them from the database. */
export function rememberedRoomsOf(stored: ChannelCollections, organisation: string, memory: RoomsMemory): Rooms {
  const inDatabase = roomsOf(stored, organisation);
  return {
    ...inDatabase,
    async byId(id) {
      if (peopleWritten()) return inDatabase.byId(id);
      return (await memory.current()).find((room) => room.id === id) ?? null;
    },
    async all() {
      return peopleWritten() ? inDatabase.all() : [...(await memory.current())];
    },
    async ofUnit(unit) {
      if (peopleWritten()) return inDatabase.ofUnit(unit);
      return (await memory.current()).filter((room) => room.unit === unit);
    },
    async meet(platform, conversation, place) {
      const isAt = (room: Room) => room.platform === platform && room.conversation === conversation;
      const known = peopleWritten() ? undefined : (await memory.current()).find(isAt);
      const isSame = known && JSON.stringify(known.place) === JSON.stringify(place);
      return isSame ? known : inDatabase.meet(platform, conversation, place);
    },
  };
}
