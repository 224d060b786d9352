import type { TeamsDialog } from '../api.ts';
import type { ChatHost } from '../chat-view.ts';
import { wordsIn } from '../client-words.ts';
import { paneDialog } from '../dialog.ts';
import { button, element, newId } from '../element.ts';
import { renderCard } from './card.ts';
import { whileBusy } from './message.ts';
import { closeTeamsDialog, submitTeamsDialog } from './requests.ts';

/**
 * The dialog that the app opened.
 * @param behind the elements that cannot be reached while it is open
 */
export function createTeamsDialog(
  { person, place, act, tell }: ChatHost,
  behind: HTMLElement,
): { node: HTMLElement; show: (dialog: TeamsDialog | null) => void } {
  const leave = () => void act(() => closeTeamsDialog(place));
  const look = { class: 'teams-dialog', lang: person.language, 'data-testid': 'dialog' };
  const { node, open, close } = paneDialog(look, behind, leave);
  let drawn = '';

  const show = (dialog: TeamsDialog | null) => {
    const source = JSON.stringify(dialog);
    if (source === drawn) return;
    drawn = source;
    if (dialog === null) return close();
    node.replaceChildren(frame(dialog));
    open();
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
      button(
        {
          class: 'plain',
          lang: person.language,
          'aria-label': wordsIn(person.language).close,
          'data-testid': 'dialog-close',
        },
        leave,
        '✕',
      ),
    );
    return element('div', { class: 'pane-dialog-frame teams-dialog-frame' }, top, middle);
  };

  return { node, show };
}
