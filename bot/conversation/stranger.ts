import { noticeCard } from '../../cards/notice.ts';
import { joinButton } from '../../cards/parts.ts';
import { withoutChat } from '../../domain/context.ts';
import { strangerOf } from '../../domain/people/actor.ts';
import { askToJoin, isOpen } from '../../domain/people/join/ask-to-join.ts';
import { perform } from '../../domain/perform.ts';
import type { World } from '../../domain/ports.ts';
import type { At } from '../../handlers/handler.ts';
import { edgeTexts } from '../../locales/edges/edge.ts';
import { joinTexts } from '../../locales/people/join.ts';
import type { Arrival, Sender } from './arrival.ts';
import type { Edge } from './edge.ts';
import { type Outgoing, wordTo } from './outgoing.ts';

/** Lets a person who is not on the list ask to be let in; a guest of another organisation may not ask. */
export async function handleStranger(
  { changed }: Edge,
  world: World,
  sender: Sender,
  arrival: Arrival,
): Promise<Outgoing> {
  const language = await sender.locale();
  const words = edgeTexts[language];
  const { platform } = sender;
  const guest = () => wordTo(sender, noticeCard(words.guest, [], words.guestDetail), language);
  const asked = (at: At) => wordTo(sender, noticeCard(joinTexts[language].asked), language, at);
  if (sender.foreign) return guest();
  const profile = await sender.profile();
  if (!profile) return wordTo(sender, noticeCard(words.meetFirst, [], words.meetFirstDetail), language);
  const { email, name, guest: isGuest } = profile;
  if (isGuest || email === null) return guest();
  if (sender.place && arrival.arrives === 'action' && arrival.action === 'ask-to-join') {
    const stranger = strangerOf({ platform, place: sender.place, name, email });
    const { idempotencyKey } = arrival;
    await perform({ world, useCase: askToJoin, actor: stranger, input: {}, context: withoutChat, idempotencyKey });
    changed(world);
    return asked('here');
  }
  if (sender.place && (await world.joins.of(platform, sender.user)).some(isOpen)) return asked('below');
  const ask = sender.place ? [joinButton(joinTexts[language].ask)] : [];
  return wordTo(sender, noticeCard(words.stranger, ask, words.strangerDetail), language);
}
