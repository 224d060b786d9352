import type { ChatHost } from '../chat-view.ts';
import { wordsIn } from '../client-words.ts';
import { element } from '../element.ts';
import { teamsTabAddress } from './requests.ts';

/** The app's own tab, a page of the bot in a frame; it reloads each time the person goes to it, as in Teams. */
export function createOverview({ person, act }: ChatHost): { node: HTMLElement; open: () => void } {
  const frame = element('iframe', {
    class: 'teams-overview',
    title: wordsIn(person.language).overview,
    'data-testid': 'overview',
  });
  const node = element('div', { class: 'teams-conversation' }, frame);
  const open = async () => {
    const tab = await act(() => teamsTabAddress(person.email));
    if (tab) frame.src = tab.url;
  };
  return { node, open: () => void open() };
}
