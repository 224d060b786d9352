import type { z } from 'zod';
import type { Json } from '../chats.ts';
import { homeTab, message, modal } from './blocks/block-kit.ts';

/** A message fails near this many characters in all (measured, not documented). */
const longestMessage = 13_200;

/** https://docs.slack.dev/reference/methods/chat.postMessage */
const longestText = 40_000;

/** https://docs.slack.dev/reference/methods/views.open */
const largestView = 250 * 1024;

/** A refusal in Slack's words: its error code, and `response_metadata.messages`. */
export interface Refusal {
  error: string;
  messages: string[];
}

/** Null when Slack would take the text and blocks of a message. */
export function messageRefusal({ text, blocks }: Json): Refusal | null {
  if (typeof text === 'string' && text.length > longestText) return { error: 'msg_too_long', messages: [] };
  if (blocks === undefined) return text ? null : { error: 'no_text', messages: [] };
  if (!Array.isArray(blocks)) return { error: 'invalid_blocks_format', messages: [] };
  const messages = blockProblems(blocks, 'message');
  if (messages.length > 0) return { error: 'invalid_blocks', messages };
  return isTooLong(blocks) ? { error: 'msg_blocks_too_long', messages: [] } : null;
}

/** Null when Slack would take the view as a modal or a Home tab. */
export function viewRefusal(view: Json): Refusal | null {
  const messages = viewProblems(view);
  if (messages.length > 0) return { error: 'invalid_arguments', messages };
  return Buffer.byteLength(JSON.stringify(view)) > largestView ? { error: 'view_too_large', messages: [] } : null;
}

/** Problems as `response_metadata.messages` gives them; none when Slack would take the blocks. */
export function blockProblems(blocks: unknown, surface: 'message' | 'view'): string[] {
  return surface === 'message'
    ? problems(message, { blocks }, '')
    : problems(homeTab, { type: 'home', blocks }, '/view');
}

/** The same for a modal or, by its `type`, a Home tab. */
export function viewProblems(view: Json): string[] {
  return problems(view.type === 'home' ? homeTab : modal, view, '/view');
}

/** Whether all text of a message together is more than Slack takes. */
export function isTooLong(blocks: unknown): boolean {
  return textLength(blocks) > longestMessage;
}

function problems(schema: z.ZodType, source: unknown, at: string): string[] {
  const { error } = schema.safeParse(source);
  const found = (error?.issues ?? []).map((issue) => `[ERROR] ${slackWords(issue, source, at)}`);
  const { blocks } = (source ?? {}) as { blocks?: Json[] };
  return found.length === 0 && blocks ? repeatedIds(blocks, at) : found;
}

/** A problem, as Slack's API words it. */
function slackWords(issue: z.core.$ZodIssue, source: unknown, at: string): string {
  const path = issue.path.map(String);
  const pointer = (length = path.length) => `[json-pointer:${[at, ...path.slice(0, length)].join('/')}]`;
  const value = path.reduce<unknown>((node, key) => (node as Json | undefined)?.[key], source);
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return `missing required field: ${path.at(-1) ?? 'view'} ${pointer(path.length - 1)}`;
      return `failed to match all allowed schemas ${pointer()}`;
    case 'invalid_union':
      return `unsupported type: ${String(value)} ${pointer()}`;
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')} ${pointer()}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `must be less than ${Number(issue.maximum) + 1} characters ${pointer()}`
        : `no more than ${issue.maximum} items allowed ${pointer()}`;
    case 'too_small':
      return issue.origin === 'string'
        ? `must be more than ${Number(issue.minimum) - 1} characters ${pointer()}`
        : `no fewer than ${issue.minimum} items allowed ${pointer()}`;
    default:
      return `${issue.message} ${pointer()}`;
  }
}

function repeatedIds(blocks: readonly Json[], at: string): string[] {
  const seen = new Set<unknown>();
  return blocks.flatMap((block, index) => {
    const pointer = `[json-pointer:${at}/blocks/${index}]`;
    const { block_id: id } = block;
    const isRepeated = id !== undefined && seen.has(id);
    seen.add(id);
    const actions = elementsOf(block).flatMap(({ action_id: actionId }) => (actionId === undefined ? [] : [actionId]));
    return [
      ...(isRepeated ? [`[ERROR] block_id already exists: ${String(id)} ${pointer}`] : []),
      ...(new Set(actions).size < actions.length ? [`[ERROR] action_id already exists ${pointer}`] : []),
    ];
  });
}

/** The elements of a block that a person can use. */
export function elementsOf(block: Json): Json[] {
  const { type, accessory, element, elements } = block;
  return [accessory, element, ...(type === 'actions' ? (elements as Json[]) : [])].filter(
    (one): one is Json => one !== undefined && (one as Json).type !== 'image',
  );
}

function textLength(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, one) => sum + textLength(one), 0);
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce(
    (sum, [key, value]) => sum + (key === 'text' && typeof value === 'string' ? value.length : textLength(value)),
    0,
  );
}
