import type { Json } from '../chats.ts';

/**
 * What Slack's server refuses, as far as a bot of ours could get there: https://docs.slack.dev/reference/block-kit.
 * Written apart from the renderers, which must not be their own judge.
 */
const known = ['section', 'header', 'divider', 'context', 'actions', 'input', 'rich_text', 'image'];

/** A message fails near this many characters in all (measured, not documented). */
const longestMessage = 13_200;

const text = (value: unknown): string => {
  const holder = value as { text?: unknown } | undefined;
  return typeof holder?.text === 'string' ? holder.text : '';
};

/** Problems as `response_metadata.messages` gives them; none when Slack would take the blocks. */
export function blockProblems(blocks: unknown, surface: 'message' | 'view'): string[] {
  if (!Array.isArray(blocks)) return ['must be an array'];
  const problems: string[] = [];
  const most = surface === 'message' ? 50 : 100;
  if (blocks.length > most) problems.push(`no more than ${most} items allowed`);
  const blockIds = new Set<string>();
  blocks.forEach((block: Json, index) => {
    const at = `[json-pointer:/blocks/${index}]`;
    const say = (what: string) => problems.push(`${what} ${at}`);
    if (!known.includes(String(block.type))) say(`unsupported type: ${block.type}`);
    if (typeof block.block_id === 'string') {
      if (blockIds.has(block.block_id)) say(`block_id already exists: ${block.block_id}`);
      if (block.block_id.length > 255) say('block_id too long');
      blockIds.add(block.block_id);
    }
    if (block.type === 'section' && text(block.text).length > 3000) say('must be less than 3001 characters');
    if (block.type === 'section' && !block.text && !block.fields) say('missing required field: text');
    if (block.type === 'header' && (text(block.text).length > 150 || text(block.text) === ''))
      say('header must be 1 to 150 characters');
    if (block.type === 'input' && surface === 'view') problems.push(...inputProblems(block, at));
    const elements = [block.accessory, block.element, ...(block.type === 'actions' ? (block.elements as Json[]) : [])];
    if (block.type === 'actions' && (block.elements as Json[]).length > 25) say('no more than 25 items allowed');
    const actionIds = elements.flatMap((one) =>
      (one as Json | undefined)?.action_id ? [String((one as Json).action_id)] : [],
    );
    if (new Set(actionIds).size !== actionIds.length) say('action_id already exists');
    for (const element of elements) if (element) problems.push(...elementProblems(element as Json, at));
  });
  return problems;
}

function inputProblems(block: Json, at: string): string[] {
  const problems: string[] = [];
  if (text(block.label) === '' || text(block.label).length > 2000)
    problems.push(`label must be 1 to 2000 characters ${at}`);
  if (text(block.hint).length > 2000) problems.push(`hint must be at most 2000 characters ${at}`);
  if (!block.element) problems.push(`missing required field: element ${at}`);
  return problems;
}

function elementProblems(element: Json, at: string): string[] {
  const problems: string[] = [];
  const say = (what: string) => problems.push(`${what} ${at}`);
  if (element.type === 'button') {
    if (text(element.text) === '' || text(element.text).length > 75) say('button text must be 1 to 75 characters');
    if (String(element.value ?? '').length > 2000) say('value must be less than 2001 characters');
  }
  const options = element.options as Json[] | undefined;
  if (element.type === 'static_select' && (!options || options.length < 1 || options.length > 100))
    say('1 to 100 options');
  for (const option of options ?? []) {
    if (text(option.text) === '' || text(option.text).length > 75) say('option text must be 1 to 75 characters');
    if (String(option.value ?? '').length > 150 || option.value === undefined)
      say('option value must be 1 to 150 characters');
  }
  const initial = element.initial_option as Json | undefined;
  if (initial && !options?.some((option) => JSON.stringify(option) === JSON.stringify(initial)))
    say('initial_option is not an option');
  if (text(element.placeholder).length > 150) say('placeholder must be at most 150 characters');
  if (String(element.initial_value ?? '').length > Number(element.max_length ?? 3000)) say('initial_value is too long');
  if (String(element.action_id ?? '').length > 255) say('action_id too long');
  return problems;
}

/** All text of a message together. */
export function isTooLong(blocks: unknown): boolean {
  let length = 0;
  const count = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(count);
    else if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        if (key === 'text' && typeof value === 'string') length += value.length;
        else count(value);
      }
    }
  };
  count(blocks);
  return length > longestMessage;
}

export function viewProblems(view: Json): string[] {
  const problems = blockProblems(view.blocks, 'view');
  if (view.type === 'home') return problems;
  for (const part of ['title', 'submit', 'close']) {
    const length = text(view[part]).length;
    if (length > 24 || (part === 'title' && length === 0)) problems.push(`${part} must be 1 to 24 characters`);
  }
  if (String(view.private_metadata ?? '').length > 3000)
    problems.push('private_metadata must be less than 3001 characters');
  if (String(view.callback_id ?? '').length > 255) problems.push('callback_id must be at most 255 characters');
  return problems;
}
