import type { Json } from '../chats.ts';

interface Button {
  text: string;
  /** The action as Slack sends it when the button is pressed. */
  action: Json;
}

export function buttonsOf(blocks: readonly Json[]): Button[] {
  return blocks.flatMap((block) => {
    const elements = [block.accessory, ...(block.type === 'actions' ? (block.elements as Json[]) : [])];
    return elements.flatMap((element) => {
      const button = element as (Json & { text?: { text?: string } }) | undefined;
      if (button?.type !== 'button') return [];
      const action = {
        type: 'button',
        block_id: block.block_id ?? 'auto',
        action_id: button.action_id,
        value: button.value,
        text: button.text,
      };
      return [{ text: button.text?.text ?? '', action }];
    });
  });
}

/** `state.values` of a modal as it stands, with `fields` typed in by block id. */
export function stateOf(blocks: readonly Json[], fields: Record<string, string>): Json {
  const inputs = blocks.filter(({ type }) => type === 'input');
  const ids = inputs.map(({ block_id }) => String(block_id));
  for (const field of Object.keys(fields)) {
    if (!ids.includes(field)) throw new Error(`the modal has no field ${field}, only ${ids.join(', ')}`);
  }
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const { action_id, ...rest } = element as Json;
      return [String(block_id), { [String(action_id)]: stateValue(rest, fields[String(block_id)]) }];
    }),
  );
}

/** What an element sends: what was typed, else what stood there. */
function stateValue(element: Json, typed: string | undefined): Json {
  const type = String(element.type);
  const options = (element.options ?? []) as Json[];
  if (type === 'static_select' || type === 'radio_buttons') {
    const chosen = typed === undefined ? element.initial_option : options.find(({ value }) => value === typed);
    if (typed && !chosen) throw new Error(`no option ${typed}`);
    return { type, selected_option: chosen ?? null };
  }
  if (type === 'checkboxes') {
    const chosen = typed === undefined ? element.initial_options : typed === 'true' ? options : [];
    return { type, selected_options: chosen ?? [] };
  }
  const value = typed ?? (element.initial_value as string | undefined) ?? null;
  return { type, value: value === '' ? null : value };
}

/** All that can be read in blocks, for tests that ask whether something is said. */
export function textsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string' ? [value] : textsOf(value),
  );
}
