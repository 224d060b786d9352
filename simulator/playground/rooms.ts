import type { Platform } from '../chats.ts';
import { NotThere } from '../not-there.ts';
import type { Channels } from '../slack/channels.ts';
import type { Rooms } from '../teams/rooms.ts';

/** A channel with the bot in it, which its members can open in the playground. */
export interface SimulatedRoom {
  /** Stands in the address of the page; in Slack it is also the channel's name. */
  id: string;
  platform: Platform;
  /** As the platform writes it. */
  name: string;
  /** E-mail addresses. */
  members: readonly string[];
}

/** The room of this id on a platform, for one of its members. */
export function roomOf(rooms: readonly SimulatedRoom[], platform: Platform, email: string, id: string): SimulatedRoom {
  const found = rooms.find((room) => room.platform === platform && room.id === id && room.members.includes(email));
  if (!found) throw new NotThere(`${email} is in no room ${id}`);
  return found;
}

/** Makes the rooms on the platforms; the bot is in those in which it was when the simulator stopped. */
export function openRooms(rooms: readonly SimulatedRoom[], channels: Channels, inTeams: Rooms): void {
  for (const { id, platform, name, members } of rooms) {
    if (platform === 'teams') {
      inTeams.add(inTeams.named(name, 'channel'));
      continue;
    }
    const channel = channels.open(id);
    channel.hasBot = true;
    for (const email of members) channel.members.add(email);
  }
}
