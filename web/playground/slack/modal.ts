import type { SlackView } from '../api.ts';
import type { ChatHost } from '../chat-view.ts';
import { wordsIn } from '../client-words.ts';
import { paneDialog } from '../dialog.ts';
import { button, element, newId } from '../element.ts';
import { renderBlocks } from './blocks.ts';
import { closeSlackView, sendSlackAction, submitSlackView } from './requests.ts';
import { readState, type Surface } from './surface.ts';

/**
 * The open modal. An updated view keeps the values under the same block and action id, and takes the focus only from
 * itself. @param behind the elements that cannot be reached while a modal is open
 */
export function createModal(
  host: ChatHost,
  behind: HTMLElement,
): { node: HTMLElement; show: (view: SlackView | null) => void } {
  const { person } = host;
  const look = { class: 'slack-modal', lang: person.language, 'data-testid': 'modal' };
  const { node, open, close } = paneDialog(look, behind, () => leave());
  let drawn = '';
  let before: { viewId: string; surface: Surface } | null = null;
  let leave = () => {};

  const show = (view: SlackView | null) => {
    const source = JSON.stringify(view);
    if (source === drawn) return;
    drawn = source;
    if (view === null) {
      before = null;
      return close();
    }
    const next: Surface = {
      fields: [],
      words: wordsIn(person.language),
      kept: before?.viewId === view.id ? readState(before.surface) : {},
      act: (action) => void host.act(() => sendSlackAction(host.place, { view: view.id }, action, readState(next))),
    };
    before = { viewId: view.id, surface: next };
    leave = () => void host.act(() => closeSlackView(person.email, view.id));
    const titleId = newId('title');
    node.setAttribute('aria-labelledby', titleId);
    const goesIn = !node.open || node.contains(document.activeElement);
    node.replaceChildren(modalForm(view, next, titleId, leave, host));
    open();
    if (goesIn) next.fields[0]?.focus.focus();
  };
  return { node, show };
}

function modalForm(view: SlackView, surface: Surface, titleId: string, leave: () => void, host: ChatHost): Node {
  const words = wordsIn(host.person.language);
  const closeName = view.close?.text ?? words.close;
  const top = element(
    'div',
    { class: 'pane-dialog-top slack-modal-top' },
    element('h2', { id: titleId }, view.title?.text ?? ''),
    button({ class: 'plain', 'aria-label': closeName, 'data-testid': 'modal-close' }, leave, '✕'),
  );
  const middle = element(
    'div',
    { class: 'pane-dialog-middle slack-modal-middle', tabindex: '0' },
    ...renderBlocks(view.blocks, surface),
  );
  const bottom = element('div', { class: 'slack-modal-bottom' });
  bottom.append(button({ class: 'slack-button' }, leave, closeName));
  if (view.submit) {
    const look = { class: 'slack-button slack-button-primary', 'data-testid': 'modal-submit' };
    bottom.append(element('button', { type: 'submit', ...look }, view.submit.text));
  }
  const form = element('form', { class: 'pane-dialog-frame slack-modal-form', novalidate: true }, top, middle, bottom);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(view, surface, form, host);
  });
  return form;
}

async function submit(view: SlackView, surface: Surface, form: HTMLElement, host: ChatHost): Promise<void> {
  if (form.getAttribute('aria-busy') === 'true') return;
  if (complain(surface, ({ problem }) => problem())) return;
  form.setAttribute('aria-busy', 'true');
  const answer = await host.act(() => submitSlackView(host.person.email, view.id, readState(surface)));
  form.removeAttribute('aria-busy');
  const errors = new Map(Object.entries(answer?.errors ?? {}));
  complain(surface, ({ blockId }) => errors.get(blockId) ?? '');
}

/** Shows each problem beside its field and goes to the first. @returns whether there is a problem */
function complain(surface: Surface, problemOf: (field: Surface['fields'][number]) => string): boolean {
  const wrong = surface.fields.filter((field) => {
    const problem = problemOf(field);
    field.complain?.(problem);
    return field.complain !== undefined && problem !== '';
  });
  wrong[0]?.focus.focus();
  return wrong.length > 0;
}
