import type { ClientWords } from './client-words.ts';
import { button, element, newId } from './element.ts';

/**
 * An editor in the place of the person's own message. Enter keeps the change, Escape drops it. @param save returns
 * whether the change was delivered
 */
export function createEditor(
  words: ClientWords,
  text: string,
  save: (text: string) => Promise<boolean>,
  end: () => void,
): HTMLElement {
  const id = newId('editor');
  const field = element('textarea', { id, rows: '2', 'data-testid': 'editor' });
  field.value = text;
  const keep = async () => {
    const next = field.value.trim();
    if (next === '' || form.getAttribute('aria-busy') === 'true') return;
    form.setAttribute('aria-busy', 'true');
    const isDone = next === text || (await save(next));
    form.removeAttribute('aria-busy');
    if (isDone) end();
  };
  const form = element(
    'form',
    { class: 'editor', lang: words.language },
    element('label', { for: id, class: 'only-heard' }, words.editMessage),
    field,
    element(
      'div',
      { class: 'editor-buttons' },
      button({ class: 'quiet' }, end, words.cancel),
      element('button', { type: 'submit', class: 'send' }, words.save),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void keep();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') end();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void keep();
  });
  return form;
}

/** Puts the editor in the place of `shown`, and takes it away again. */
export function editInPlace(
  words: ClientWords,
  shown: HTMLElement,
  text: string,
  save: (text: string) => Promise<boolean>,
): void {
  const end = () => {
    editor.replaceWith(shown);
    shown.closest<HTMLElement>('[data-message]')?.focus();
  };
  const editor = createEditor(words, text, save, end);
  shown.replaceWith(editor);
  editor.querySelector('textarea')?.focus();
}
