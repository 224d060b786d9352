import type { RichTextBlock, RichTextElement, RichTextList, RichTextStyleable } from '@slack/types';
import { element } from '../element.ts';
import { unsupported } from '../unsupported.ts';
import { link, mention } from './text.ts';

type Part = RichTextBlock['elements'][number];

/** The parts of a rich_text block (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block). */
export function richTextPart(part: Part): Node {
  switch (part.type) {
    case 'rich_text_section':
      return element('div', {}, ...part.elements.map(richTextElement));
    case 'rich_text_quote':
      return element('blockquote', {}, ...part.elements.map(richTextElement));
    case 'rich_text_preformatted':
      return element('pre', {}, ...part.elements.map(richTextElement));
    case 'rich_text_list':
      return richTextList(part);
    default:
      return unsupported((part as { type: string }).type);
  }
}

function richTextList({ style, indent = 0, elements }: RichTextList): Node {
  const items = elements.map((item) => element('li', {}, richTextPart(item)));
  const indented = { class: `slack-list-${Math.min(indent, 3)}` };
  if (style === 'bullet') return element('ul', indented, ...items);
  return element('ol', indented, ...items);
}

function richTextElement(piece: RichTextElement): Node {
  switch (piece.type) {
    case 'text':
      return styled(document.createTextNode(piece.text), piece.style);
    case 'link':
      return styled(link(piece.url, piece.text ?? piece.url), piece.style);
    case 'emoji':
      return document.createTextNode(emoji(piece.name, piece.unicode));
    case 'user':
      return mention(`@${piece.user_id}`);
    case 'channel':
      return mention(`#${piece.channel_id}`);
    case 'broadcast':
      return mention(`@${piece.range}`);
    default:
      return unsupported(piece.type);
  }
}

function styled(node: Node, style: RichTextStyleable['style'] = {}): Node {
  const tags = [
    ...(style.code ? (['code'] as const) : []),
    ...(style.strike ? (['s'] as const) : []),
    ...(style.italic ? (['em'] as const) : []),
    ...(style.bold ? (['strong'] as const) : []),
  ];
  return tags.reduce<Node>((inner, tag) => element(tag, {}, inner), node);
}

/** Slack sends the code points in hexadecimal, joined by dashes; without them only the name is known. */
function emoji(name: string, unicode: string | undefined): string {
  if (!unicode) return `:${name}:`;
  return String.fromCodePoint(...unicode.split('-').map((point) => Number.parseInt(point, 16)));
}
