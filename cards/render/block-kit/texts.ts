import type { ContextBlock, PlainTextElement, RichTextBlock, RichTextText } from '@slack/types';
import { slackLimits } from '../limits.ts';
import { asLine, asText, splitText } from '../text.ts';

/** What people write goes out in these two forms only; `mrkdwn` would read mentions, links and commands out of it. */

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text: asText(text), emoji: false };
}

/** For labels and titles, which Slack shows on one line. */
export function plainLine(text: string): PlainTextElement {
  return { type: 'plain_text', text: asLine(text), emoji: false };
}

/** As many text elements as a text of any length needs. */
export function textElements(text: string, bold = false): RichTextText[] {
  const style = bold ? { style: { bold } } : {};
  return splitText(text, slackLimits.textObject).map((piece) => ({ type: 'text', text: piece, ...style }));
}

/** A text in as many blocks as it needs. */
export function richText(
  text: string,
  { bold = false, as = 'rich_text_section' }: { bold?: boolean; as?: 'rich_text_section' | 'rich_text_quote' } = {},
): RichTextBlock[] {
  return textElements(text, bold).map((element) => ({
    type: 'rich_text',
    elements: [{ type: as, elements: [element] }],
  }));
}

/** Small and grey. */
export function subtleText(text: string): ContextBlock[] {
  return splitText(text, slackLimits.textObject).map((piece) => ({
    type: 'context',
    elements: [plain(piece)],
  }));
}
