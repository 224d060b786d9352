import { button } from './element.ts';
import { texts } from './texts.ts';

const keptAs = 'theme';
const system = matchMedia('(prefers-color-scheme: dark)');

/** A button that turns the page dark or light; until it is pressed, the page follows the reader's system. */
export function createThemeSwitch(): HTMLElement {
  const root = document.documentElement;
  const kept = localStorage.getItem(keptAs);
  if (kept === 'dark' || kept === 'light') root.dataset.theme = kept;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);
  const node = button(
    { class: 'theme', 'data-testid': 'theme' },
    () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      localStorage.setItem(keptAs, root.dataset.theme);
      name();
    },
    '◐',
  );
  const name = () => {
    const words = isDark() ? texts.showLight : texts.showDark;
    node.setAttribute('aria-label', words);
    node.title = words;
  };
  system.addEventListener('change', name);
  name();
  return node;
}
