import { element, newId } from './element.ts';

interface Tab {
  name: string;
  panel: HTMLElement;
  /** Called each time the person goes to the tab; the tab without it is open at first. */
  opened: (() => void) | null;
}

/** A row of tabs. Arrow keys move between them. */
export function createTabs(tabs: readonly Tab[]): HTMLElement {
  const buttons = tabs.map(({ name, panel }) => {
    panel.id = newId('panel');
    const id = newId('tab');
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', id);
    return element(
      'button',
      { type: 'button', role: 'tab', id, 'aria-controls': panel.id, 'data-testid': 'tab' },
      name,
    );
  });

  const select = (chosen: number) => {
    tabs.forEach(({ panel }, index) => {
      const one = buttons[index];
      panel.hidden = index !== chosen;
      one?.setAttribute('aria-selected', String(index === chosen));
      if (one) one.tabIndex = index === chosen ? 0 : -1;
    });
  };
  const go = (index: number) => {
    select(index);
    buttons[index]?.focus();
    tabs[index]?.opened?.();
  };

  buttons.forEach((one, index) => {
    one.addEventListener('click', () => go(index));
    one.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step) go((index + step + tabs.length) % tabs.length);
    });
  });
  select(tabs.findIndex(({ opened }) => opened === null));
  return element('div', { class: 'tabs', role: 'tablist' }, ...buttons);
}
