import type { Json } from '../chats.ts';

interface CardAction extends Json {
  title?: string;
  verb?: string;
  data?: unknown;
  associatedInputs?: string;
}

/** Everything in a card, at any depth. */
function* elementsOf(node: unknown): Generator<Json> {
  if (Array.isArray(node)) {
    for (const one of node) yield* elementsOf(one);
  } else if (typeof node === 'object' && node !== null) {
    yield node as Json;
    for (const [key, value] of Object.entries(node)) if (key !== 'fallback' && key !== 'data') yield* elementsOf(value);
  }
}

const typeOf = (element: Json) => (typeof element.type === 'string' ? element.type : '');

export function actionsOf(card: Json): CardAction[] {
  return [...elementsOf(card)].filter((element) => typeOf(element).startsWith('Action.'));
}

/** The values of all inputs as the client sends them, with `fields` typed in; an input is named after its field. */
export function inputsOf(card: Json, fields: Record<string, string>): Json {
  const inputs = [...elementsOf(card)].filter((element) => typeOf(element).startsWith('Input.'));
  const ids = inputs.map(({ id }) => String(id));
  for (const field of Object.keys(fields)) {
    if (!ids.includes(`field.${field}`)) throw new Error(`the card has no field ${field}, only ${ids.join(', ')}`);
  }
  return Object.fromEntries(
    inputs.map(({ id, value }) => [String(id), fields[String(id).replace(/^field\./, '')] ?? value ?? '']),
  );
}

/** All that can be read in a card, for tests that ask whether something is said. */
export function textsOf(card: Json): string[] {
  return [...elementsOf(card)].flatMap((element) =>
    ['text', 'title', 'label', 'placeholder', 'errorMessage'].flatMap((key) =>
      typeof element[key] === 'string' ? [element[key]] : [],
    ),
  );
}
