import type { Person, Platform, Room } from './api.ts';
import { button, element } from './element.ts';
import { texts } from './texts.ts';

/** The chat of a person that a pane shows: their own on a platform, or a room there. */
export interface Where {
  platform: Platform;
  room: Room | null;
}

/** Switches between the person's own chat and their rooms; nothing for a person without rooms. */
export function createPlaces(
  { platform, room: shown }: Where,
  { rooms }: Person,
  switched: (where: Where) => void,
): HTMLElement[] {
  const here = rooms.filter((room) => room.platform === platform);
  if (here.length === 0) return [];
  const places = [null, ...here].map((room) => {
    const isShown = room?.id === shown?.id;
    const look = { 'aria-current': isShown ? 'page' : undefined, 'data-testid': room ? 'place-room' : 'place-own' };
    const go = () => {
      if (!isShown) switched({ platform, room });
    };
    return button(look, go, room?.name ?? texts.ownChat);
  });
  return [element('nav', { class: 'places', 'aria-label': texts.places }, ...places)];
}
