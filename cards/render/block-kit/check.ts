import type { KnownBlock, ModalView } from '@slack/types';
import { slackLimits as limits } from '../limits.ts';

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/** The greatest length of an element's members, by the element's type. */
const lengths: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  header: { text: limits.header },
  plain_text: { text: limits.textObject },
  text: { text: limits.textObject },
  button: {
    text: limits.buttonText,
    value: limits.buttonValue,
    url: limits.buttonUrl,
    action_id: limits.actionId,
  },
  input: { label: limits.inputLabel, hint: limits.inputHint, block_id: limits.blockId },
  plain_text_input: { initial_value: limits.inputText },
  static_select: { placeholder: limits.placeholder },
  modal: {
    title: limits.modalTitle,
    submit: limits.modalSubmit,
    close: limits.modalClose,
    callback_id: limits.callbackId,
    private_metadata: limits.privateMetadata,
  },
};

/** The greatest number of parts of an element, by its type; the least is one. */
const counts: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  actions: { elements: limits.actions },
  context: { elements: limits.contextElements },
  static_select: { options: limits.selectOptions },
  checkboxes: { options: limits.checkboxOptions },
  rich_text: { elements: Number.POSITIVE_INFINITY },
  rich_text_section: { elements: Number.POSITIVE_INFINITY },
  rich_text_quote: { elements: Number.POSITIVE_INFINITY },
  rich_text_list: { elements: Number.POSITIVE_INFINITY },
};

/** Lists everything in a message or a Home tab that Slack would refuse, and every text that it would read as markup. */
export function checkBlocks(blocks: readonly KnownBlock[], surface: 'message' | 'home'): string[] {
  const most = surface === 'message' ? limits.blocksInMessage : limits.blocksInView;
  const total = nodesIn(blocks).reduce((sum, { text }) => sum + (typeof text === 'string' ? text.length : 0), 0);
  return [
    ...(blocks.length > most ? [`${surface}: ${blocks.length} blocks, at most ${most}`] : []),
    ...(surface === 'message' && total > limits.textInMessage
      ? [`message: ${total} characters, at most ${limits.textInMessage}`]
      : []),
    ...checkNodes(blocks),
  ];
}

/** The same for a modal. */
export function checkModal(view: ModalView): string[] {
  const { length } = view.blocks;
  const most = limits.blocksInView;
  const bytes = new TextEncoder().encode(JSON.stringify(view)).length;
  return [
    ...(length > most ? [`modal: ${length} blocks, at most ${most}`] : []),
    ...(bytes > limits.viewBytes ? [`modal: ${bytes} bytes, at most ${limits.viewBytes}`] : []),
    ...checkNodes(view),
  ];
}

function checkNodes(view: unknown): string[] {
  const nodes = nodesIn(view);
  return [...nodes.flatMap(checkNode), ...repeated(nodes, 'block_id'), ...repeated(nodes, 'action_id')];
}

function checkNode(node: Node): string[] {
  const tooLong = Object.entries(lengths[node.type] ?? {})
    .filter(([member]) => node[member] !== undefined)
    .flatMap(([member, most]) => checkSize(`${node.type}.${member}`, lengthOf(node[member]), most));
  const tooMany = Object.entries(counts[node.type] ?? {}).flatMap(([member, most]) =>
    checkSize(`${node.type}.${member}`, itemsOf(node[member]).length, most),
  );
  return [...tooLong, ...tooMany, ...checkOptions(node), ...checkInput(node)];
}

function checkOptions(node: Node): string[] {
  return itemsOf(node.options)
    .filter(isRecord)
    .flatMap(({ text, value }) => [
      ...checkSize(`${node.type}.option.text`, lengthOf(text), limits.optionText),
      ...checkSize(`${node.type}.option.value`, lengthOf(value), limits.optionValue),
    ]);
}

function checkInput({ type, max_length: most }: Node): string[] {
  if (type === 'mrkdwn') return ['mrkdwn: a text that Slack reads commands out of'];
  return typeof most === 'number' ? checkSize(`${type}.max_length`, most, limits.inputText) : [];
}

function checkSize(what: string, size: number, most: number): string[] {
  if (size === 0) return [`${what}: empty`];
  return size > most ? [`${what}: ${size}, at most ${most}`] : [];
}

function repeated(nodes: readonly Node[], member: 'block_id' | 'action_id'): string[] {
  const ids = nodes.flatMap((node) => (typeof node[member] === 'string' ? [node[member]] : []));
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${member}: ${id} is there twice`);
}

/** Lists everything that has a type, however deep: blocks, elements, texts. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (!isRecord(value)) return [];
  const inside = Object.values(value).flatMap(nodesIn);
  return isNode(value) ? [value, ...inside] : inside;
}

function isNode(value: Readonly<Record<string, unknown>>): value is Node {
  return typeof value.type === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The length of a string, or of the text in a text object. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return isRecord(value) && typeof value.text === 'string' ? value.text.length : 0;
}
