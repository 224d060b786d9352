import type * as Package from 'adaptivecards';

import { element } from '../element.ts';
import { openAddress } from '../open-address.ts';
import { unsupported } from '../unsupported.ts';
import { withoutEscapes } from './escapes.ts';
import { hostConfig } from './host-config.ts';
import type { ExecutedAction } from './requests.ts';
import { unknownTypes } from './unknown-types.ts';

/** Set by the package's own script, which the page loads before this one. */
declare const AdaptiveCards: typeof Package;

allowEmptyNumbers();

export interface PressedAction {
  action: ExecutedAction | { type: 'Action.Submit'; data: object };
  /** The values of the inputs that go with the action, by input id. */
  inputs: Record<string, unknown>;
}

/**
 * An Adaptive Card drawn by Microsoft's own package. It checks the inputs before it lets an action through, and has no
 * markdown processor, so that text stays text.
 */
export function renderCard(source: Record<string, unknown>, press: (pressed: PressedAction) => void): Node[] {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  card.parse(withoutEscapes(source), new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
  card.onExecuteAction = (action) => {
    const pressed = pressedAction(action);
    if (pressed) press(pressed);
  };
  const node = card.render();
  if (node) breakLongWords(node);
  const unknown = unknownTypes(source, isKnown).map((type) => element('div', { lang: 'da' }, unsupported(type)));
  return [...unknown, ...(node ? [node] : [unsupported('AdaptiveCard')])];
}

/** The package says "break-word" on each element, which still lets a table grow as wide as its longest word. */
function breakLongWords(card: HTMLElement): void {
  for (const part of card.querySelectorAll<HTMLElement>('[style*="break-word"], .ac-fact-value, .ac-fact-title'))
    part.style.overflowWrap = 'anywhere';
  for (const press of card.querySelectorAll<HTMLElement>('.ac-pushButton')) press.style.whiteSpace = 'normal';
}

function pressedAction(action: Package.Action): PressedAction | null {
  if (action instanceof AdaptiveCards.OpenUrlAction) {
    openAddress(action.url ?? '');
    return null;
  }
  const isExecute = action instanceof AdaptiveCards.ExecuteAction;
  if (!isExecute && !(action instanceof AdaptiveCards.SubmitAction)) return null;
  const { data: original = {} } = action.toJSON() as { data?: object };
  const inputs = inputValues(action);
  if (!isExecute) return { action: { type: 'Action.Submit', data: original }, inputs };
  return { action: { type: 'Action.Execute', id: action.id, verb: action.verb, data: original }, inputs };
}

/** The package has merged the inputs into the data by now; they are told apart again by their names. */
function inputValues(action: Package.ExecuteAction | Package.SubmitAction): Record<string, unknown> {
  const merged = new Map<string, unknown>(Object.entries(action.data ?? {}));
  const names = Object.keys(action.getReferencedInputs() ?? {}).filter((name) => merged.has(name));
  return Object.fromEntries(names.map((name) => [name, merged.get(name)]));
}

/**
 * An empty number input of the package is NaN, which is never within its bounds: an optional one could not stay empty
 * (measured on 3.0.6), and a required one could.
 */
function allowEmptyNumbers(): void {
  class NumberInput extends AdaptiveCards.NumberInput {
    override isValid(): boolean {
      return this.isSet() ? super.isValid() : !this.isRequired;
    }
  }
  AdaptiveCards.GlobalRegistry.elements.register('Input.Number', NumberInput);
}

function isKnown(type: string): boolean {
  const { elements, actions } = AdaptiveCards.GlobalRegistry;
  const version = AdaptiveCards.Versions.v1_5;
  return elements.createInstance(type, version) !== undefined || actions.createInstance(type, version) !== undefined;
}
