import type { Asking, Reply } from '../../handlers/handler.ts';
import type { Arrival, Outgoing, Sender } from './handle-arrival.ts';

/** A reply with whatever the edge needs to show it: to whom, in place of what, and where to note it. */
export async function outgoingOf(
  { world, actor, room, language }: Asking,
  { platform, conversation }: Sender,
  arrival: Arrival,
  reply: Reply,
): Promise<Outgoing> {
  const about = reply.reply === 'card' ? reply.card.about : undefined;
  const isForRoom = reply.reply === 'card' && reply.for === 'room';
  const ownChat = actor.places[platform];
  return {
    reply,
    language,
    isPrivate: room !== null && arrival.arrives === 'action' && !isForRoom,
    standing: isAfterwards(arrival) ? await standingCard(arrival.message) : null,
    ...(ownChat ? { ownChat } : {}),
    async standsAt(message, elsewhere = conversation) {
      if (about === undefined) return;
      const place = { platform, conversation: elsewhere, message };
      // What was asked for in a channel can be kept in the actor's own chat.
      const shownTo = elsewhere === conversation ? room : null;
      await world.postings.put({ ...place, about, kind: shownTo ? 'reply' : 'card', to: shownTo?.id ?? actor.id });
    },
  };

  async function standingCard(message: string): Promise<string | null> {
    const said = await world.postings.at({ platform, conversation, message });
    const all = said ? await world.postings.of(said.about) : [];
    const here = all.filter((one) => one.kind === 'card' && one.conversation === conversation);
    return here.at(-1)?.message ?? null;
  }
}

/** Whether a message that came before was changed or taken back. */
export function isAfterwards(arrival: Arrival): arrival is Extract<Arrival, { arrives: 'edit' | 'deletion' }> {
  return arrival.arrives === 'edit' || arrival.arrives === 'deletion';
}
