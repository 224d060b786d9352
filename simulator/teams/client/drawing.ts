import type { Json, Message } from '../../chats.ts';

/** An older one does not know Action.Execute, and draws the card's fallback. */
export type TeamsClient = 'usual' | 'older';

/** The message as the client shows it. */
export function drawnBy(client: TeamsClient, message: Message): Message {
  return client === 'usual' || !message.card ? message : { ...message, card: withFallbacks(message.card) as Json };
}

function withFallbacks(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withFallbacks);
  if (typeof node !== 'object' || node === null) return node;
  const { type, fallback } = node as Json;
  if (type === 'Action.Execute') return fallback;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withFallbacks(value)]));
}
