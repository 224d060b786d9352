import type { Card } from '../../cards/card.ts';
import { noticeCard } from '../../cards/notice.ts';
import { button } from '../../cards/parts.ts';
import { askToJoin, isOpen } from '../../domain/people/join/ask-to-join.ts';
import type { World } from '../../domain/ports.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { type At, card } from '../../handlers/handler.ts';
import { edgeTexts } from '../../locales/edges/edge.ts';
import { joinTexts } from '../../locales/people/join.ts';
import type { Arrival, Edge, Outgoing, Sender } from './handle-arrival.ts';

/** Somebody who is not on the list may ask to be let in; a guest of another organisation may not. */
export async function handleStranger(
  { changed }: Edge,
  world: World,
  sender: Sender,
  arrival: Arrival,
): Promise<Outgoing> {
  const language = await sender.locale();
  const words = edgeTexts[language];
  const { platform } = sender;
  const guest = () => toPerson(noticeCard(words.guest, [], words.guestDetail), language, sender);
  const asked = (at: At) => toPerson(noticeCard(joinTexts[language].asked), language, sender, at);
  if (sender.foreign) return guest();
  const profile = await sender.profile();
  if (!profile) return toPerson(noticeCard(words.meetFirst, [], words.meetFirstDetail), language, sender);
  const { email, name, guest: isGuest } = profile;
  if (isGuest || email === null) return guest();
  if (sender.place && arrival.arrives === 'action' && arrival.action === 'ask-to-join') {
    await askToJoin(world, { platform, place: sender.place, name, email });
    changed();
    return asked('here');
  }
  if (sender.place && (await world.joins.of(platform, sender.user)).some(isOpen)) return asked('below');
  const ask = sender.place ? [button('ask-to-join', joinTexts[language].ask, {}, 'primary')] : [];
  return toPerson(noticeCard(words.stranger, ask, words.strangerDetail), language, sender);
}

/** A word to whoever it was, which is about nothing that is stored. */
export function toPerson(said: Card, language: Language, { room }: Sender, at: At = 'below'): Outgoing {
  return {
    reply: card(said, at),
    language,
    isPrivate: room !== null,
    standing: null,
    standsAt: async () => undefined,
  };
}
