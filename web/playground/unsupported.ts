import { element } from './element.ts';
import { texts } from './texts.ts';

/** Stands where something would be that this page does not draw; the name is the one on the wire. */
export function unsupported(name: string): HTMLElement {
  return element('p', { class: 'unsupported', 'data-testid': 'unsupported' }, texts.unsupported(name));
}
