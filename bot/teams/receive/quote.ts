import { z } from 'zod';
import type { TeamsActivity } from './activity.ts';
import { htmlText, marksQuote } from './html-text.ts';

/** https://learn.microsoft.com/dotnet/api/microsoft.teams.apps.schema.entities.quotedreplyentity */
const quotedReply = z.looseObject({
  type: z.literal('quotedReply'),
  quotedReply: z.looseObject({ messageId: z.string().min(1).max(100) }),
});

const placeholder = /<quoted\b[^<>]*>/gi;

/**
 * The message that a reply in a chat quotes. Teams names it in the HTML that comes along, newer clients in an entity;
 * null when none is quoted.
 */
export function quotedIn({ attachments, entities = [] }: TeamsActivity): string | null {
  for (const entity of entities) {
    const { data } = quotedReply.safeParse(entity);
    if (data) return data.quotedReply.messageId;
  }
  const [tag = ''] = quoteIn(attachments);
  return /\sitemid="(\d{1,30})"/.exec(tag)?.[1] ?? null;
}

/** The words without those that are quoted; the plain text of such a message holds both without a border between. */
export function unquoted({ text = '', attachments }: TeamsActivity): string {
  const [, html] = quoteIn(attachments);
  return html === undefined ? text.replace(placeholder, ' ') : htmlText(html);
}

/** The tag that opens the quoted message, and the HTML that it stands in. */
function quoteIn(attachments: TeamsActivity['attachments'] = []): [] | [tag: string, html: string] {
  const html = attachments.find(({ contentType }) => contentType === 'text/html')?.content;
  if (typeof html !== 'string') return [];
  const tag = html.match(/<blockquote\b[^<>]*>/gi)?.find((one) => marksQuote.test(one));
  return tag === undefined ? [] : [tag, html];
}
