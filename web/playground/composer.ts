import type { Outgoing } from './api.ts';
import type { ClientWords } from './client-words.ts';
import { button, element, newId } from './element.ts';
import { createFilePicker, readFile } from './files.ts';

export interface ComposerOptions {
  words: ClientWords;
  placeholder: string;
  /** Returns whether the message was delivered. */
  send: (outgoing: Outgoing) => Promise<boolean>;
  takesFiles: boolean;
  /** The mention that the bot needs to get a message; null in a chat where it gets every message. */
  mention: string | null;
  /** An element before the field, such as a menu. */
  before?: HTMLElement;
}

export interface Composer {
  node: HTMLElement;
  focus: () => void;
  /** Shows the subject of the next message above the field; null removes it. */
  about: (node: HTMLElement | null) => void;
}

/**
 * The field in which a person writes. Enter sends, Shift and Enter begin a new line; the text stays until it is sent.
 */
export function createComposer({ words, placeholder, send, takesFiles, mention, before }: ComposerOptions): Composer {
  const id = newId('composer');
  const field = element('textarea', { id, rows: '1', placeholder, 'data-testid': 'composer' });
  const press = element('button', { type: 'submit', class: 'send', 'data-testid': 'send' }, words.send);
  const files = createFilePicker(words);
  const above = element('div', { class: 'composer-about' });
  above.hidden = true;
  const row = element('div', { class: 'composer-row' }, ...(before ? [before] : []));
  if (takesFiles) row.append(files.opener);
  if (mention !== null) row.append(mentionButton(words, mention, field));
  row.append(field, press);
  const label = element('label', { for: id, class: 'only-heard' }, words.compose);
  const form = element('form', { class: 'composer', lang: words.language }, label, above, files.picked, row);
  const sendWritten = async () => {
    const [text, file] = [field.value.trim(), files.current()];
    if (text === '' && file === null) return;
    form.setAttribute('aria-busy', 'true');
    try {
      if (!(await send({ text, file: file && (await readFile(file)) }))) return;
    } finally {
      form.removeAttribute('aria-busy');
    }
    // Text and files added in the meantime belong to the next message.
    files.clear(file);
    if (field.value.trim() === text) field.value = '';
  };
  let last: Promise<void> = Promise.resolve();
  const submit = () => {
    last = last.then(sendWritten, sendWritten);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  const about = (node: HTMLElement | null) => {
    above.replaceChildren(...(node ? [node] : []));
    above.hidden = node === null;
  };
  return { node: form, focus: () => field.focus(), about };
}

/** Puts the bot's name where the cursor is, as choosing it from the platform's own list does. */
function mentionButton(words: ClientWords, mention: string, field: HTMLTextAreaElement): HTMLElement {
  const insert = () => {
    const { selectionStart: at } = field;
    const gap = at > 0 && !/\s$/.test(field.value.slice(0, at)) ? ' ' : '';
    field.setRangeText(`${gap}${mention} `, at, field.selectionEnd, 'end');
    field.focus();
  };
  const name = words.mentionBot(mention);
  return button({ class: 'plain mention', 'aria-label': name, title: name, 'data-testid': 'mention' }, insert, '@');
}
