import type { Chat, Person, Room } from './api.ts';
import { button } from './element.ts';
import { badge, type News } from './news.ts';
import { createPane, type Pane } from './pane.ts';
import { type PaneKey, paneId } from './pane-list.ts';
import type { Where } from './places.ts';
import { platformNames } from './texts.ts';

/** A pane of a person who exists, in a place that exists. */
export interface OpenPane extends PaneKey {
  person: Person;
}

/** The room that the pane shows; null in the person's own chat. */
export function roomOf({ platform, room, person }: OpenPane): Room | null {
  return person.rooms.find((one) => one.platform === platform && one.id === room) ?? null;
}

export interface PaneBoard {
  /** Shows exactly these panes, from left to right; those that were there stay as they are. */
  draw: (panes: readonly OpenPane[]) => void;
  /** Brings a pane to the front, which has an effect on a narrow screen only. */
  bringForward: (id: string) => void;
  /** Puts the cursor where the person writes. */
  focus: (id: string) => void;
  /** Writes words into that field, for the person to send. */
  write: (id: string, words: string) => void;
  /** Marks the panes of the person whose turn it is; null marks none. */
  turnOf: (email: string | null) => void;
}

/** The panes side by side, and the tabs between which a narrow screen changes. */
export function createPaneBoard(
  place: { panes: HTMLElement; tabs: HTMLElement },
  news: News,
  on: {
    switched: (id: string, where: Where) => void;
    closed: (id: string) => void;
    shown: (one: OpenPane, chat: Chat) => void;
  },
): PaneBoard {
  const drawn = new Map<string, Pane>();
  let open: readonly OpenPane[] = [];
  let front = '';
  let turn: string | null = null;

  const draw: PaneBoard['draw'] = (panes) => {
    open = panes;
    const ids = panes.map(paneId);
    for (const [id, pane] of drawn) {
      if (ids.includes(id)) continue;
      pane.end();
      pane.node.remove();
      drawn.delete(id);
    }
    panes.forEach((one, index) => {
      const { node } = paneFor(one);
      const there = place.panes.children[index];
      if (there !== node) place.panes.insertBefore(node, there ?? null);
    });
    markTurn();
    showNews();
    bringForward(ids.includes(front) ? front : (ids[0] ?? ''));
  };

  const paneFor = (one: OpenPane): Pane => {
    const id = paneId(one);
    const pane =
      drawn.get(id) ??
      createPane({ platform: one.platform, room: roomOf(one) }, one.person, {
        switched: (where) => on.switched(id, where),
        closed: () => on.closed(id),
        shown: (chat) => on.shown(one, chat),
      });
    drawn.set(id, pane);
    return pane;
  };

  const bringForward: PaneBoard['bringForward'] = (id) => {
    front = id;
    for (const [one, { node }] of drawn) node.classList.toggle('pane-in-front', one === id);
    place.tabs.hidden = open.length < 2;
    place.tabs.replaceChildren(...open.map(tab));
    place.tabs.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const tab = (one: OpenPane) => {
    const id = paneId(one);
    const firstName = one.person.name.split(' ')[0] ?? one.person.name;
    const choose = () => {
      bringForward(id);
      place.tabs.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    };
    const state = { 'aria-pressed': String(id === front), 'data-testid': `tab-${one.platform}-${one.email}` };
    return button(
      state,
      choose,
      `${firstName} · ${roomOf(one)?.name ?? platformNames[one.platform]}`,
      ...badge(news.in(one)),
    );
  };

  const fieldOf = (id: string) =>
    drawn.get(id)?.node.querySelector<HTMLTextAreaElement>('.composer:not(.thread .composer) textarea');
  const focus: PaneBoard['focus'] = (id) => fieldOf(id)?.focus();
  const write: PaneBoard['write'] = (id, words) => {
    const field = fieldOf(id);
    if (!field) return;
    field.value = words;
    field.focus();
  };
  const turnOf: PaneBoard['turnOf'] = (email) => {
    turn = email;
    markTurn();
    const next = open.find((one) => one.email === email);
    if (next) bringForward(paneId(next));
  };
  const showNews = () => {
    for (const one of open) drawn.get(paneId(one))?.showNews((room) => news.in({ ...one, room }));
  };
  news.onChange(() => {
    showNews();
    bringForward(front);
  });
  const markTurn = () => {
    for (const one of open) drawn.get(paneId(one))?.node.classList.toggle('pane-turn', one.email === turn);
  };

  return { draw, bringForward, focus, write, turnOf };
}
