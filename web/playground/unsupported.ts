import { element } from './element.ts';
import { texts } from './texts.ts';

/** A notice in the place of something that this page does not draw; the name is the platform's own. */
export function unsupported(name: string): HTMLElement {
  return element('p', { class: 'unsupported', 'data-testid': 'unsupported' }, texts.unsupported(name));
}
