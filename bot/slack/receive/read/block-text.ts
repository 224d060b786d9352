import { z } from 'zod';

const block: z.ZodType<Block> = z.lazy(() =>
  z.looseObject({
    type: z.string().optional(),
    text: z.union([z.string(), z.looseObject({ text: z.string().optional() })]).optional(),
    name: z.string().optional(),
    url: z.string().optional(),
    user_id: z.string().optional(),
    elements: z.array(block).max(2000).optional(),
    rows: z.array(z.array(block).max(100)).max(1000).optional(),
  }),
);

interface Block {
  type?: string | undefined;
  text?: string | { text?: string | undefined } | undefined;
  name?: string | undefined;
  url?: string | undefined;
  user_id?: string | undefined;
  elements?: Block[] | undefined;
  rows?: Block[][] | undefined;
}

export const blocks = z.array(z.unknown()).max(200);

/**
 * The words in blocks that have no text beside them, such as a table, in Slack's spelling
 * (https://docs.slack.dev/reference/block-kit/blocks/table-block).
 */
export function textOfBlocks(given: readonly unknown[]): string {
  const read = given.flatMap((one) => block.safeParse(one).data ?? []);
  return read.map(textOf).filter(Boolean).join('\n').trim();
}

/** The tables alone: all else of a message's blocks stands in its text. */
export function textOfTables(given: readonly unknown[]): string {
  return textOfBlocks(given.filter((one) => block.safeParse(one).data?.type === 'table'));
}

function textOf({ type, text, name, url, user_id: user, elements, rows }: Block): string {
  if (rows) return rows.map((row) => row.map(textOf).join(' | ')).join('\n');
  if (elements) {
    const isInline = type === 'rich_text_section' || type === 'rich_text_preformatted' || type === 'rich_text_quote';
    return elements.map(textOf).join(isInline ? '' : '\n');
  }
  if (type === 'emoji' && name) return `:${name}:`;
  if (type === 'user' && user) return `<@${user}>`;
  const said = typeof text === 'string' ? text : (text?.text ?? url ?? '');
  return said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
