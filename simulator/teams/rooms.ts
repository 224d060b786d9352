import { createHash } from 'node:crypto';
import { HttpProblem } from '../http.ts';

/** A channel of a team, or a group chat. */
export interface Room {
  id: string;
  name: string;
  kind: 'channel' | 'groupChat';
  /** The id of the team; empty for a group chat. */
  team: string;
}

/** The name under which the messages of a room are kept beside those of people. */
export const roomKey = (room: Room) => `room:${room.id}`;

const thread = /^(.+);messageid=(\d+)$/;

/** The name before the arrow is the team: `Koncern HR › Generelt`. */
const teamOf = (name: string) =>
  createHash('sha256')
    .update(name.split(' › ')[0] ?? name)
    .digest('hex')
    .slice(0, 28);

/** Channels and group chats, of which everybody is a member, and those that have the bot. */
export class Rooms {
  private readonly rooms = new Map<string, Room>();
  private readonly withBot = new Set<string>();

  /** The room of this name, made at its first use: the same id each time. */
  named(name: string, kind: Room['kind']): Room {
    const hash = createHash('sha256').update(`${kind}:${name}`).digest('hex').slice(0, 32);
    const id = kind === 'channel' ? `19:${hash}@thread.tacv2` : `19:${hash}@thread.v2`;
    const known = this.rooms.get(id);
    if (known) return known;
    const room = { id, name, kind, team: kind === 'channel' ? `19:team${teamOf(name)}@thread.tacv2` : '' };
    this.rooms.set(id, room);
    return room;
  }

  /** The room of a conversation, and the thread in it; null when the conversation is not a room. */
  at(conversation: string): { room: Room; thread: string | null } | null {
    const [, id = conversation, root = null] = thread.exec(conversation) ?? [];
    const room = this.rooms.get(id);
    return room ? { room, thread: root } : null;
  }

  /** The same for a bot, which must be a member. */
  open(conversation: string): { room: Room; thread: string | null } | null {
    const found = this.at(conversation);
    if (found && !this.withBot.has(found.room.id)) throw new HttpProblem(403, 'BotNotInConversationRoster');
    return found;
  }

  hasBot({ id }: Room): boolean {
    return this.withBot.has(id);
  }

  add({ id }: Room): void {
    this.withBot.add(id);
  }

  /** Leaving a channel means leaving its whole team. */
  remove({ id, team }: Room): void {
    for (const room of this.rooms.values()) if (team !== '' && room.team === team) this.withBot.delete(room.id);
    this.withBot.delete(id);
  }
}
