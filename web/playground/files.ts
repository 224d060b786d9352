import type { OutgoingFile, ShownFile } from './api.ts';
import type { ClientWords } from './client-words.ts';
import { button, element } from './element.ts';

/** A control that picks a file to send and shows the picked one. */
export interface FilePicker {
  opener: HTMLElement;
  picked: HTMLElement;
  current: () => File | null;
  /** Removes the sent file, unless another one is picked by now. */
  clear: (sent: File | null) => void;
}

export function createFilePicker(words: ClientWords): FilePicker {
  let file: File | null = null;
  const input = element('input', { type: 'file', hidden: true, 'aria-label': words.attach, 'data-testid': 'attach' });
  const picked = element('div', { class: 'picked', 'data-testid': 'picked' });
  const pick = (next: File | null) => {
    file = next;
    picked.hidden = next === null;
    picked.replaceChildren(...(next ? [pickedFile(words, next, () => drop())] : []));
  };
  const drop = () => {
    pick(null);
    opener.focus();
  };
  input.addEventListener('change', () => {
    pick(input.files?.item(0) ?? null);
    input.value = '';
  });
  const look = { class: 'plain attach', 'aria-label': words.attach, title: words.attach };
  const opener = button(look, () => input.click(), clip());
  pick(null);
  return {
    opener: element('span', { class: 'attach-place' }, opener, input),
    picked,
    current: () => file,
    clear(sent) {
      if (file === sent) pick(null);
    },
  };
}

function pickedFile(words: ClientWords, { name, size }: File, drop: () => void): HTMLElement {
  const remove = words.removeFile(name);
  return element(
    'p',
    { class: 'file' },
    clip(),
    `${name} · ${sizeLabel(size)}`,
    button({ class: 'plain', 'aria-label': remove, title: remove }, drop, '✕'),
  );
}

/** The files that came with a message. */
export function fileList(words: ClientWords, files: readonly ShownFile[]): HTMLElement {
  const items = files.map(({ name, size }) => element('li', { class: 'file' }, clip(), `${name} · ${sizeLabel(size)}`));
  return element(
    'ul',
    { class: 'files', 'aria-label': words.files, lang: words.language, 'data-testid': 'files' },
    ...items,
  );
}

/** "34 kB" */
export function sizeLabel(bytes: number): string {
  if (bytes < 1000) return `${bytes} byte`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toLocaleString('da-DK', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}

function clip(): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const picture = document.createElementNS(space, 'svg');
  picture.setAttribute('viewBox', '0 0 20 20');
  picture.setAttribute('class', 'clip');
  picture.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(space, 'path');
  line.setAttribute(
    'd',
    'M14.5 9.5 9.6 14.4a3 3 0 0 1-4.3-4.3l6-6a2 2 0 0 1 2.9 2.9l-5.8 5.8a.9.9 0 0 1-1.3-1.3l4.7-4.7',
  );
  picture.append(line);
  return picture;
}

/** A file in the form in which it is sent. */
export async function readFile(file: File): Promise<OutgoingFile> {
  return { name: file.name, type: file.type, content: await base64Of(file) };
}

async function base64Of(file: File): Promise<string> {
  const reader = new FileReader();
  await new Promise((resolve, reject) => {
    reader.addEventListener('load', resolve);
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')));
    reader.readAsDataURL(file);
  });
  return String(reader.result).replace(/^[^,]*,/, '');
}
