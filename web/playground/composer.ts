import { element, newId } from './element.ts';
import { texts } from './texts.ts';

/**
 * Where a person writes. Enter sends, Shift and Enter begin a new line; what was written stays until it is sent.
 * @param send answers whether the text got through
 */
export function createComposer(placeholder: string, send: (text: string) => Promise<boolean>): HTMLElement {
  const id = newId('composer');
  const field = element('textarea', { id, rows: '1', placeholder, 'data-testid': 'composer' });
  const press = element('button', { type: 'submit', class: 'send', 'data-testid': 'send' }, texts.send);
  const form = element(
    'form',
    { class: 'composer' },
    element('label', { for: id, class: 'only-heard' }, texts.compose),
    field,
    press,
  );
  let sending = false;
  const submit = async () => {
    const text = field.value.trim();
    if (text === '' || sending) return;
    sending = true;
    form.setAttribute('aria-busy', 'true');
    const sent = await send(text);
    sending = false;
    form.removeAttribute('aria-busy');
    if (sent && field.value.trim() === text) field.value = '';
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  return form;
}
