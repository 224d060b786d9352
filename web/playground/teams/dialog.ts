import type { TeamsDialog } from '../api.ts';
import type { ChatHost } from '../chat-view.ts';
import { button, element, newId } from '../element.ts';
import { texts } from '../texts.ts';
import { renderCard } from './card.ts';
import { whileBusy } from './message.ts';
import { closeTeamsDialog, submitTeamsDialog } from './requests.ts';

/**
 * The dialog that the app opened. It covers its own pane only.
 * @param behind what cannot be reached while it is open
 */
export function createTeamsDialog(
  { person, place, act, tell }: ChatHost,
  behind: HTMLElement,
): { node: HTMLElement; show: (dialog: TeamsDialog | null) => void } {
  const node = element('dialog', { class: 'pane-dialog teams-dialog', lang: person.language, 'data-testid': 'dialog' });
  let drawn = '';
  let cameFrom: Element | null = null;
  const close = () => void act(() => closeTeamsDialog(place));

  const show = (dialog: TeamsDialog | null) => {
    const source = JSON.stringify(dialog);
    if (source === drawn) return;
    drawn = source;
    if (dialog === null) {
      node.close();
      behind.inert = false;
      if (cameFrom instanceof HTMLElement) cameFrom.focus();
      return;
    }
    if (!node.open) cameFrom = document.activeElement;
    node.replaceChildren(frame(dialog));
    node.show();
    behind.inert = true;
    node.querySelector<HTMLElement>('input, textarea, select, .ac-pushButton')?.focus();
  };

  const frame = ({ title, card }: TeamsDialog): HTMLElement => {
    const titleId = newId('title');
    node.setAttribute('aria-labelledby', titleId);
    const middle = element('div', { class: 'pane-dialog-middle', tabindex: '0' });
    const send = (data: object, inputs: object) =>
      whileBusy(middle, async () => {
        const answer = await act(() => submitTeamsDialog(place, data, inputs));
        if (answer?.notice) tell(answer.notice);
      });
    middle.append(...renderCard(card, ({ action, inputs }) => send(action.data, inputs)));
    const top = element(
      'div',
      { class: 'pane-dialog-top teams-dialog-top' },
      element('h2', { id: titleId }, title),
      button({ class: 'plain', lang: 'da', 'aria-label': texts.close, 'data-testid': 'dialog-close' }, close, '✕'),
    );
    return element('div', { class: 'pane-dialog-frame teams-dialog-frame' }, top, middle);
  };

  node.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  return { node, show };
}
