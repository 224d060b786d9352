import { button, element } from './element.ts';
import type { ShownAction, ShownBlock, ShownCard, ShownItem, ShownLink, TabTexts } from './wire.ts';

/** The functions behind the elements of a card. */
export interface Presses {
  act(action: ShownAction): void;
  /** Null when the browser opens links by itself. */
  openLink: ((url: string) => void) | null;
}

/** A card as a part of the page: its title is the page's heading, its strong lines the headings below. */
export function drawCard({ title, blocks, actions }: ShownCard, presses: Presses, texts: TabTexts): HTMLElement {
  const heading = element('h1', '', title);
  // The heading takes the focus, so that a screen reader goes there when the page changes.
  heading.tabIndex = -1;
  const drawn = element('article', 'card', heading);
  let section: HTMLElement = drawn;
  for (const block of blocks) {
    if (block.block === 'text' && block.tone === 'strong') {
      section = element('section', 'section', element('h2', '', block.text));
      drawn.append(section);
    } else section.append(drawBlock(block, presses, texts));
  }
  if (actions.length > 0) drawn.append(element('div', 'actions', ...actions.map((ref) => drawRef(ref, presses))));
  return drawn;
}

function drawBlock(block: ShownBlock, presses: Presses, texts: TabTexts): HTMLElement {
  switch (block.block) {
    case 'text':
      return element('p', block.tone, block.text);
    case 'quote':
      return element('blockquote', '', element('p', '', block.text));
    case 'facts':
      return element(
        'dl',
        'facts',
        ...block.facts.map(({ label, value }) =>
          element('div', '', element('dt', '', label), element('dd', '', value)),
        ),
      );
    case 'status':
      return element('p', `status ${block.mood}`, block.text);
    case 'timeline':
      return element('ol', 'timeline', ...block.entries.map((entry) => drawEntry(entry, texts)));
    case 'list':
      return element('ul', 'list', ...block.items.map((item) => drawItem(item, presses)));
    case 'buttons':
      return element('div', 'actions', ...block.buttons.map((ref) => drawRef(ref, presses)));
  }
}

type Entry = Extract<ShownBlock, { block: 'timeline' }>['entries'][number];

function drawEntry({ when, what, state }: Entry, texts: TabTexts): HTMLElement {
  const ahead = state === 'promised' ? [element('span', 'hidden', `${texts.promised} `)] : [];
  return element('li', state, ...ahead, element('span', 'when', when), ' ', element('span', 'what', what));
}

function drawItem({ title, detail, small, mood, open }: ShownItem, presses: Presses): HTMLElement {
  const words = element('div', '', element('p', 'title', title), element('p', `detail ${mood}`, detail));
  if (small) words.append(element('p', 'subtle', small));
  const item = element('li', 'item', words);
  if (open) {
    const pressed = drawRef(open, presses);
    // A screen reader needs more than ten buttons that all read “Se”.
    pressed.setAttribute('aria-label', `${open.label}: ${title}`);
    item.append(pressed);
  }
  return item;
}

function drawRef(ref: ShownAction | ShownLink, { act, openLink }: Presses): HTMLElement {
  if (!('url' in ref)) return button(`button ${ref.style}`, ref.label, () => act(ref));
  return link(ref, openLink);
}

/** A link that looks like a button; Teams opens a chat in Teams itself, without a new window. */
export function link({ url, label, style }: ShownLink, openLink: Presses['openLink']): HTMLElement {
  const node = element('a', `button leads ${style}`, label);
  // Opens web addresses alone, whatever the card says.
  if (/^https?:\/\//.test(url)) node.href = url;
  node.target = '_blank';
  node.rel = 'noopener noreferrer';
  if (openLink && url.startsWith('https://teams.microsoft.com/l/')) {
    node.addEventListener('click', (event) => {
      event.preventDefault();
      openLink(url);
    });
  }
  return node;
}
