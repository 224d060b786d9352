import type { Json } from '../../chats.ts';
import { chosen, typedById } from '../../fields.ts';
import type { ViewState } from '../client/modals.ts';
import { elementsOf } from '../limits.ts';

interface Button {
  text: string;
  blockId: string;
  element: Json;
}

export function buttonsOf(blocks: readonly Json[]): Button[] {
  return blocks.flatMap((block) =>
    elementsOf(block)
      .filter(({ type }) => type === 'button')
      .map((element) => ({ text: textOf(element.text), blockId: String(block.block_id), element })),
  );
}

export function findElement(blocks: readonly Json[], blockId: unknown, actionId: unknown): Json | undefined {
  const block = blocks.find(({ block_id }) => block_id === blockId);
  return block && elementsOf(block).find(({ action_id }) => action_id === actionId);
}

/** An action as `block_actions` holds it: the element, and the person's choice in it. */
export function actionOf(element: Json, blockId: string, choice: Json, ts: string): Json {
  const { type, action_id, text, value, style, placeholder } = element;
  const own = Object.entries({ type, action_id, text, value, style, placeholder });
  const given = Object.entries(choice).filter(([key]) => key.startsWith('selected_'));
  return {
    ...Object.fromEntries([...own, ...given].filter(([, one]) => one !== undefined)),
    block_id: blockId,
    action_ts: ts,
  };
}

/**
 * The current `state.values`: the texts of `fields` (by block id or label), else the kept values, else the app's own.
 */
export function stateOf(
  blocks: readonly Json[],
  fields: Readonly<Record<string, string>> = {},
  kept: ViewState = {},
): ViewState {
  const known = blocks
    .filter(({ type }) => type === 'input')
    .map(({ block_id, label }) => ({ id: String(block_id), label: textOf(label) }));
  const typed = typedById(known, fields);
  const state: ViewState = {};
  for (const block of blocks) {
    const id = String(block.block_id);
    for (const element of elementsOf(block).filter(({ type }) => type !== 'button')) {
      const action = String(element.action_id);
      const before = kept[id]?.[action];
      const value = typed.get(id);
      const isKept = before !== undefined && before.type === element.type && value === undefined;
      const current: Json = isKept ? before : enteredIn(element, value);
      state[id] = { ...state[id], [action]: current };
    }
  }
  return state;
}

/** All readable text of blocks, for tests that look for a text. */
export function textsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    // What stands in a field can be read, too.
    (key === 'text' || key === 'initial_value') && typeof value === 'string' ? [value] : textsOf(value),
  );
}

/** The value that an element sends: the typed one, else its own. */
function enteredIn(element: Json, typed: string | undefined): Json {
  const type = String(element.type);
  const options = (element.options ?? []) as Json[];
  const meant = (wanted: string) =>
    chosen(
      options,
      ({ value }) => String(value),
      ({ text }) => textOf(text),
      wanted,
    );
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      if (typed === undefined) return { type, selected_option: element.initial_option ?? null };
      return { type, selected_option: typed === '' ? null : meant(typed) };
    case 'checkboxes':
      if (typed === undefined) return { type, selected_options: element.initial_options ?? [] };
      return { type, selected_options: typed === '' || typed === 'false' ? [] : [meant(typed)] };
    case 'datepicker':
      return { type, selected_date: (typed ?? element.initial_date) || null };
    default:
      return { type, value: (typed ?? element.initial_value) || null };
  }
}

function textOf(text: unknown): string {
  const holder = text as { text?: unknown } | undefined;
  return typeof holder?.text === 'string' ? holder.text : '';
}
