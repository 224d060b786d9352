import type { ContextBlock, PlainTextElement, RichTextBlock, RichTextText } from '@slack/types';
import { slackLimits } from '../limits.ts';
import { asLine, asText, splitText } from '../text.ts';

/** People's own words go out in these two forms only; `mrkdwn` would read mentions, links and commands in them. */

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text: asText(text), emoji: false };
}

/** For labels and titles, which Slack shows on one line. */
export function plainLine(text: string): PlainTextElement {
  return { type: 'plain_text', text: asLine(text), emoji: false };
}

/** Splits a text of any length into as many text elements as it needs. */
export function textElements(text: string, bold = false): RichTextText[] {
  const style = bold ? { style: { bold } } : {};
  return splitText(text, slackLimits.textObject).map((piece) => ({ type: 'text', text: piece, ...style }));
}

/** Splits a text into as many blocks as it needs. */
export function richText(
  text: string,
  { bold = false, as = 'rich_text_section' }: { bold?: boolean; as?: 'rich_text_section' | 'rich_text_quote' } = {},
): RichTextBlock[] {
  return textElements(text, bold).map((element) => ({
    type: 'rich_text',
    elements: [{ type: as, elements: [element] }],
  }));
}

/** Renders a text small and grey. */
export function subtleText(text: string): ContextBlock[] {
  return splitText(text, slackLimits.textObject).map((piece) => ({
    type: 'context',
    elements: [plain(piece)],
  }));
}
