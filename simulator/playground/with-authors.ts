import type { Message } from '../chats.ts';
import type { People } from '../people.ts';

/** A message with its writer's name, which the page shows in rooms. */
export type AuthoredMessage = Message & { author?: { email: string; name: string } };

export function withAuthors(messages: readonly Message[], people: People): AuthoredMessage[] {
  return messages.map((message) => {
    if (message.by === undefined) return message;
    const { email, name } = people.byEmail(message.by);
    return { ...message, author: { email, name } };
  });
}
