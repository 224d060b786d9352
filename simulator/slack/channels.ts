import { createHash } from 'node:crypto';
import { NotThere } from '../not-there.ts';
import type { Identity } from '../people.ts';

/** A channel of the workspace. Its messages are kept among the chats, under its id. */
export interface SlackChannel {
  id: string;
  name: string;
  isPrivate: boolean;
  /** E-mail addresses. */
  members: Set<string>;
  hasBot: boolean;
  isArchived: boolean;
}

/** The place in which a person writes: the direct message with the bot, or a channel. */
export interface Spot {
  /** The name under which it is kept among the chats. */
  key: string;
  id: string;
  name: string;
  type: 'im' | 'channel' | 'group';
}

export class Channels {
  private readonly byId = new Map<string, SlackChannel>();

  /** The channel of a name, made when it is asked for the first time. */
  open(name: string, isPrivate = false): SlackChannel {
    const id = `C${createHash('sha256').update(name).digest('hex').slice(0, 10).toUpperCase()}`;
    const channel = this.byId.get(id) ?? {
      ...{ id, name, isPrivate, hasBot: false, isArchived: false },
      members: new Set<string>(),
    };
    this.byId.set(id, channel);
    return channel;
  }

  find(id: unknown): SlackChannel | undefined {
    return this.byId.get(String(id));
  }
}

export function directMessage({ email, slackChannel }: Identity): Spot {
  return { key: email, id: slackChannel, name: 'directmessage', type: 'im' };
}

export function spotIn({ id, name, isPrivate, members }: SlackChannel, { email }: Identity): Spot {
  if (!members.has(email)) throw new NotThere(`${email} is not in #${name}`);
  return { key: id, id, name, type: isPrivate ? 'group' : 'channel' };
}
