import type { Json, Message } from '../../chats.ts';
import { chosen, typedById } from '../../fields.ts';

export interface CardAction extends Json {
  type: string;
  title?: string;
  data?: unknown;
}

export interface CardButton {
  action: CardAction;
  /** The inputs that go with the button: those of its own card and of the cards around it. */
  inputs: Json[];
}

/** All buttons of a card, also those that Action.ShowCard opens. */
export function buttonsOf(card: Json): CardButton[] {
  const buttons: CardButton[] = [];
  visit(card, [], buttons);
  return buttons;
}

/** The newest button that reads `label`, and the message that it stands on; null when there is none. */
export function newestButton(
  messages: readonly Message[],
  label: string,
): { message: Message; button: CardButton } | null {
  for (const message of messages.toReversed()) {
    const button = message.card && buttonsOf(message.card).find(({ action }) => action.title === label);
    if (button) return { message, button };
  }
  return null;
}

/**
 * The values that a client sends with a button: the inputs around it with `fields` typed in, or none where the button
 * takes none.
 */
export function inputsOf({ action, inputs }: CardButton, fields: Readonly<Record<string, string>>): Json {
  return action.associatedInputs === 'none' ? {} : inputValues(inputs, fields);
}

/** The values of inputs as the client sends them, with `fields` typed in, by id or label. */
function inputValues(inputs: readonly Json[], fields: Readonly<Record<string, string>>): Json {
  const known = inputs.map(({ id, label, title }) => ({ id: String(id), label: String(label ?? title ?? '') }));
  const typed = typedById(known, fields);
  return Object.fromEntries(inputs.map((input) => [String(input.id), enteredIn(input, typed.get(String(input.id)))]));
}

/** All readable text of a card, for tests that look for a text. */
export function textsOf(card: Json): string[] {
  return [...elementsOf(card)].flatMap((element) =>
    // What stands in a text field can be read, too.
    [
      'text',
      'title',
      'label',
      'placeholder',
      'errorMessage',
      ...(element.type === 'Input.Text' ? ['value'] : []),
    ].flatMap((key) => (typeof element[key] === 'string' ? [element[key]] : [])),
  );
}

function visit(node: unknown, around: Json[], buttons: CardButton[]): void {
  const inputs = [...around];
  const mine: CardButton[] = [];
  for (const element of elementsOf(node)) {
    if (typeOf(element).startsWith('Input.')) inputs.push(element);
    else if (typeOf(element).startsWith('Action.')) mine.push({ action: element as CardAction, inputs });
  }
  buttons.push(...mine);
  for (const { action } of mine) if (action.type === 'Action.ShowCard') visit(action.card, inputs, buttons);
}

/** Everything in a card at any depth, without the cards that its buttons open. */
function* elementsOf(node: unknown): Generator<Json> {
  if (Array.isArray(node)) {
    for (const one of node) yield* elementsOf(one);
  } else if (typeof node === 'object' && node !== null) {
    yield node as Json;
    const hidden = ['fallback', 'data', ...(typeOf(node as Json) === 'Action.ShowCard' ? ['card'] : [])];
    for (const [key, value] of Object.entries(node)) if (!hidden.includes(key)) yield* elementsOf(value);
  }
}

function typeOf({ type }: Json): string {
  return typeof type === 'string' ? type : '';
}

function enteredIn(input: Json, typed: string | undefined): unknown {
  const { type, value, valueOff = 'false', choices = [] } = input;
  if (typed === undefined || typed === '') return typed ?? value ?? (type === 'Input.Toggle' ? valueOff : '');
  if (type !== 'Input.ChoiceSet') return typed;
  const options = choices as Array<{ title: string; value: string }>;
  return chosen(
    options,
    (option) => option.value,
    (option) => option.title,
    typed,
  ).value;
}
