import type { Message } from '../chats.ts';
import type { People } from '../people.ts';

/** A message with its writer's name, which the page shows in rooms. */
export type AuthoredMessage = Message & { author?: { email: string; name: string } };

export function withAuthors(messages: readonly Message[], people: People): AuthoredMessage[] {
  return messages.map((message) => {
    if (message.by === undefined) return message;
    const { by } = message;
    // Somebody whom nobody knows any more has still written it.
    const name = people.all.find(({ email }) => email === by)?.name ?? by;
    return { ...message, author: { email: by, name } };
  });
}
