import type { Card } from '../../cards/card.ts';
import { shownBy } from '../../cards/live.ts';
import { standingCard } from '../../domain/delivery/posting.ts';
import type { Place } from '../../domain/people/place.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { type Asking, type At, card, type Reply } from '../../handlers/handler.ts';
import { type Arrival, isAfterwards, type Sender } from './arrival.ts';

/** The bot's reply to an arrival, with everything that a platform needs to show it. */
export interface Outgoing {
  reply: Reply;
  language: Language;
  /** For one person's eyes, though it was pressed in a channel. */
  isPrivate: boolean;
  /** The message in this conversation that shows the same thing; a reply `here` takes its place. */
  standing: string | null;
  /** The person's own chat on the platform; absent when none is known. */
  ownChat?: Place;
  /**
   * To be called with the id of the message in which the reply stands now, and where, if not where it was asked for.
   * @param isNew false for a message that was there before, and is likely to be known
   */
  standsAt(message: string, conversation?: string, isNew?: boolean): Promise<void>;
}

/** Whether the reply is a receipt: sent from where others read along, it is kept in the person's own chat. */
export const isReceipt = ({ reply }: Outgoing): boolean => reply.reply === 'card' && reply.card.name === 'receipt';

/** A reply to somebody who is known. */
export async function outgoingTo(
  { world, actor, language, context: { room } }: Asking,
  { platform, conversation }: Sender,
  arrival: Arrival,
  reply: Reply,
): Promise<Outgoing> {
  const about = reply.reply === 'card' ? reply.card.about : undefined;
  const isForRoom = reply.reply === 'card' && reply.for === 'room';
  const renews = isAfterwards(arrival) || (reply.reply === 'card' && reply.renews);
  const ownChat = actor.places[platform];
  return {
    reply,
    language,
    isPrivate: room !== null && (arrival.arrives === 'action' || arrival.arrives === 'command') && !isForRoom,
    standing:
      renews && 'message' in arrival
        ? await standingCard(world.postings, { platform, conversation, message: arrival.message })
        : null,
    ...(ownChat ? { ownChat } : {}),
    async standsAt(message, elsewhere = conversation, isNew = true) {
      if (about === undefined) return;
      const place = { platform, conversation: elsewhere, message };
      // A reply to something in a channel can be kept in the actor's own chat.
      const shownTo = elsewhere === conversation ? room : null;
      const to = shownTo?.id ?? actor.id;
      const shown = reply.reply === 'card' ? { shown: shownBy(reply.card) } : {};
      await world.postings.put({ ...place, about, kind: shownTo ? 'reply' : 'card', to, ...shown }, isNew);
    },
  };
}

/** A word to whoever it was, which is about nothing that is stored. */
export function wordTo({ room }: Sender, said: Card, language: Language, at: At = 'below'): Outgoing {
  return {
    reply: card(said, at),
    language,
    isPrivate: room !== null,
    standing: null,
    standsAt: async () => undefined,
  };
}
