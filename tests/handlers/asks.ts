import type { Card, Form } from '../../cards/card.ts';
import type { Room } from '../../domain/channels/room.ts';
import type { WrittenMessage } from '../../domain/context.ts';
import type { Writing } from '../../handlers/conversation/written-messages.ts';
import type { Asking, Reply } from '../../handlers/handler.ts';
import type { Sample } from '../sample-domain.ts';

/** The person who asks, as an edge would make them. */
export async function asking(sample: Sample, email: string, room: Room | null = null): Promise<Asking> {
  const actor = await sample.person(email);
  const fileLink = async (fileId: string) => `https://bot.example/files/${fileId}`;
  return { world: sample.world, actor, language: 'da', context: { room, message: null }, fileLink };
}

/** The same for a person who writes a message. */
export async function writing(
  sample: Sample,
  email: string,
  message: WrittenMessage,
  room: Room | null = null,
): Promise<Writing> {
  return { ...(await asking(sample, email, room)), context: { room, message } };
}

export function cardOf(reply: Reply | null): Card {
  if (reply?.reply !== 'card') throw new Error('the reply is no card');
  return reply.card;
}

export function formOf(reply: Reply | null): Form {
  if (reply?.reply !== 'form') throw new Error('the reply is no form');
  return reply.form;
}
