import type { Person, Platform, Room } from './api.ts';
import { button, element } from './element.ts';
import { badge } from './news.ts';
import { texts } from './texts.ts';

/** The chat of a person that a pane shows: their own on a platform, or a room there. */
export interface Where {
  platform: Platform;
  room: Room | null;
}

export interface Places {
  /** Nothing for a person without rooms. */
  nodes: HTMLElement[];
  /** Shows how many messages have come in each place. */
  showNews: (countIn: (room: string | null) => number) => void;
}

/** Switches between the person's own chat and their rooms. */
export function createPlaces(
  { platform, room: shown }: Where,
  { rooms }: Person,
  switched: (where: Where) => void,
): Places {
  const here = rooms.filter((room) => room.platform === platform);
  if (here.length === 0) return { nodes: [], showNews: () => {} };
  const places = [null, ...here].map((room) => {
    const isShown = room?.id === shown?.id;
    const look = { 'aria-current': isShown ? 'page' : undefined, 'data-testid': room ? 'place-room' : 'place-own' };
    const go = () => {
      if (!isShown) switched({ platform, room });
    };
    const node = button(look, go);
    const show = (count: number) => node.replaceChildren(room?.name ?? texts.ownChat, ...badge(count));
    show(0);
    return { id: room?.id ?? null, node, show };
  });
  const nodes = places.map(({ node }) => node);
  return {
    nodes: [element('nav', { class: 'places', 'aria-label': texts.places }, ...nodes)],
    showNews: (countIn) => {
      for (const { id, show } of places) show(countIn(id));
    },
  };
}
