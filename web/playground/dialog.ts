import { element } from './element.ts';

/**
 * A modal of Slack or a dialog of Teams. It covers its own pane alone, so that the people in the other panes can go on.
 */
export interface PaneDialog {
  node: HTMLDialogElement;
  /** Shows it, unless it is open, and remembers where the focus was. */
  open(): void;
  /** Hides it, and returns the focus. */
  close(): void;
}

/** @param behind the elements that cannot be reached while it is open @param leave called on Escape */
export function paneDialog(
  look: { class: string; lang: string; 'data-testid': string },
  behind: HTMLElement,
  leave: () => void,
): PaneDialog {
  const node = element('dialog', { ...look, class: `pane-dialog ${look.class}` });
  let cameFrom: Element | null = null;
  const onKey = ({ key, target }: KeyboardEvent) => {
    if (key === 'Escape' && isMeant(target)) leave();
  };
  /** The key is pressed in the pane, or nowhere in particular while this is the only dialog. */
  const isMeant = (target: EventTarget | null) => {
    if (!node.isConnected) return false;
    if (target === document.body) return document.querySelectorAll('dialog[open], :popover-open').length === 1;
    const pane = node.closest('.pane') ?? node;
    return target instanceof Node && pane.contains(target);
  };
  return {
    node,
    open() {
      if (node.open) return;
      cameFrom = document.activeElement;
      node.show();
      document.addEventListener('keydown', onKey);
      behind.inert = true;
    },
    close() {
      node.close();
      document.removeEventListener('keydown', onKey);
      behind.inert = false;
      if (cameFrom instanceof HTMLElement) cameFrom.focus();
    },
  };
}
