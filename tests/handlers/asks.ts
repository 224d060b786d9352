import type { Card, Form } from '../../cards/card.ts';
import type { Room } from '../../domain/channels/room.ts';
import type { Asking, Reply } from '../../handlers/handler.ts';
import type { Town } from '../sample-domain.ts';

/** Who asks, as an edge would put it. */
export async function asking(town: Town, email: string, room: Room | null = null): Promise<Asking> {
  const actor = await town.person(email);
  const fileLink = async (fileId: string) => `https://bot.example/files/${fileId}`;
  return { world: town.world, actor, language: 'da', room, fileLink };
}

export function cardOf(reply: Reply | null): Card {
  if (reply?.reply !== 'card') throw new Error('the reply is no card');
  return reply.card;
}

export function formOf(reply: Reply | null): Form {
  if (reply?.reply !== 'form') throw new Error('the reply is no form');
  return reply.form;
}
