import type { SlackView } from '../api.ts';
import type { ChatHost } from '../chat-view.ts';
import { wordsIn } from '../client-words.ts';
import { element } from '../element.ts';
import { renderBlocks } from './blocks.ts';
import { sendSlackAction } from './requests.ts';
import { readState, type Surface } from './surface.ts';

/** The Home tab; redrawn only when it has changed. */
export function createHome({ person, place, act }: ChatHost): {
  node: HTMLElement;
  show: (view: SlackView | null) => void;
} {
  const node = element('div', { class: 'slack-home', lang: person.language, tabindex: '0', 'data-testid': 'home' });
  node.append(element('p', { class: 'empty' }, wordsIn(person.language).emptyHome));
  let drawn = '';

  const show = (view: SlackView | null) => {
    const source = JSON.stringify(view);
    if (view === null || source === drawn) return;
    drawn = source;
    const surface: Surface = {
      fields: [],
      words: wordsIn(person.language),
      kept: {},
      act: (action) => void act(() => sendSlackAction(place, { view: view.id }, action, readState(surface))),
    };
    node.replaceChildren(...renderBlocks(view.blocks, surface));
  };
  return { node, show };
}
