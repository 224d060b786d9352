import { z } from 'zod';

/** An element of a block. What is inside of it is read one by one, so that a form which is new takes nothing else away. */
const element = z.looseObject({
  type: z.string().optional(),
  text: z.union([z.string(), z.looseObject({ type: z.string().optional(), text: z.string().optional() })]).optional(),
  name: z.string().optional(),
  url: z.string().optional(),
  user_id: z.string().optional(),
  channel_id: z.string().optional(),
  usergroup_id: z.string().optional(),
  range: z.string().optional(),
  elements: z.array(z.unknown()).max(2000).optional(),
  rows: z.array(z.array(z.unknown()).max(100)).max(1000).optional(),
});

type Element = z.output<typeof element>;

export const blocks = z.array(z.unknown()).max(200);

/** Slack's own deepest is a list within a cell of a table: six. */
const deepest = 20;

/**
 * The words in blocks that have no text beside them, such as a table, in Slack's spelling
 * (https://docs.slack.dev/reference/block-kit/blocks/table-block).
 */
export function textOfBlocks(given: readonly unknown[]): string {
  return given
    .map((one) => textOf(one, deepest))
    .filter(Boolean)
    .join('\n')
    .trim();
}

/** The tables alone: all else of a message's blocks stands in its text. */
export function textOfTables(given: readonly unknown[]): string {
  return textOfBlocks(given.filter((one) => element.safeParse(one).data?.type === 'table'));
}

function textOf(given: unknown, levels: number): string {
  const { data } = element.safeParse(given);
  if (!data || levels === 0) return '';
  const { type, elements, rows } = data;
  const inside = (one: unknown) => textOf(one, levels - 1);
  if (rows) return rows.map((row) => row.map(inside).join(' | ')).join('\n');
  if (elements) {
    const isInline = type === 'rich_text_section' || type === 'rich_text_preformatted' || type === 'rich_text_quote';
    return elements.map(inside).join(isInline ? '' : '\n');
  }
  return wordsOf(data);
}

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#element-types */
function wordsOf({ type, text, name, url, user_id, channel_id, usergroup_id, range }: Element): string {
  if (type === 'emoji' && name) return `:${name}:`;
  if (type === 'user' && user_id) return `<@${user_id}>`;
  if (type === 'channel' && channel_id) return `<#${channel_id}>`;
  if (type === 'usergroup' && usergroup_id) return `<!subteam^${usergroup_id}>`;
  if (type === 'broadcast' && range) return `<!${range}>`;
  if (typeof text === 'object') return text.type === 'mrkdwn' ? (text.text ?? '') : spelt(text.text ?? '');
  if (type === 'link' && url && text && /^[a-z]+:[^<>|]+$/i.test(url)) return `<${spelt(url)}|${spelt(text)}>`;
  return spelt(text ?? url ?? '');
}

/** Slack's spelling of plain words (https://docs.slack.dev/messaging/formatting-message-text#escaping). */
const spelt = (plain: string) => plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
