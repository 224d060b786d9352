import type { ClientWords } from './client-words.ts';
import { button, element, newId } from './element.ts';

export interface Choice {
  name: string;
  act: () => void;
}

/**
 * A button and the menu behind it. Arrow keys move in the menu; Escape and a press beside it close it and go back to
 * the button, which the browser sees to for a popover.
 * @param name the button's name for a screen reader, when `sign` is not a word
 */
export function createMenu(
  { language }: ClientWords,
  sign: string,
  name: string,
  choices: readonly Choice[],
): HTMLElement {
  const id = newId('menu');
  const menu = element('div', { id, class: 'menu', role: 'menu', popover: 'auto', lang: language, 'aria-label': name });
  const opener = button(
    { class: 'plain menu-button', 'aria-label': name, title: name, 'aria-haspopup': 'menu', 'data-testid': 'menu' },
    () => {
      menu.togglePopover();
      if (!menu.matches(':popover-open')) return;
      // Moves the focus at once and not at the event, since a key pressed in between would be lost.
      standAt(menu, opener);
      items[0]?.focus();
    },
    sign,
  );
  const items = choices.map((choice) =>
    button(
      { role: 'menuitem', tabindex: '-1' },
      () => {
        menu.hidePopover();
        choice.act();
      },
      choice.name,
    ),
  );
  menu.append(...items);
  opener.setAttribute('aria-expanded', 'false');
  menu.addEventListener('toggle', ({ newState }) => {
    opener.setAttribute('aria-expanded', String(newState === 'open'));
  });
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = items.findIndex((item) => item.matches(':focus')) + step;
    items[(next + items.length) % items.length]?.focus();
  });
  return element('span', { class: 'menu-place' }, opener, menu);
}

/** The name of the menu of one message. */
export function messageMenu(words: ClientWords, choices: readonly Choice[]): HTMLElement {
  return createMenu(words, '⋯', words.more, choices);
}

/** Places the menu below the button, or above it where the window ends, since a popover has no place of its own. */
function standAt(menu: HTMLElement, opener: HTMLElement): void {
  const { top, bottom, right } = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  menu.style.left = `${Math.max(8, Math.min(right - width, innerWidth - width - 8))}px`;
  menu.style.top = `${bottom + height + 8 > innerHeight ? Math.max(8, top - height - 4) : bottom + 4}px`;
}
