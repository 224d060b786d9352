import type { ActionsBlock, ContextBlock, KnownBlock, SectionBlock } from '@slack/types';
import { element } from '../element.ts';
import { unsupported } from '../unsupported.ts';
import { image } from './image.ts';
import { inputBlock } from './input-block.ts';
import { interactive } from './interactive.ts';
import { richTextPart } from './rich-text.ts';
import type { Surface } from './surface.ts';
import { textObject } from './text.ts';

/**
 * Slack's blocks as elements of the page (https://docs.slack.dev/reference/block-kit/blocks). A part that is not drawn
 * shows a clear notice in its place. Blocks without an id from the app get one, as in Slack.
 */
export function renderBlocks(blocks: readonly KnownBlock[], surface: Surface): Node[] {
  return blocks.map((block, index) => renderBlock({ block_id: `auto-${index}`, ...block }, surface));
}

function renderBlock(block: KnownBlock, surface: Surface): Node {
  switch (block.type) {
    case 'section':
      return section(block, surface);
    case 'header':
      return element('h3', { class: 'slack-header' }, ...textObject(block.text));
    case 'divider':
      return element('hr');
    case 'context':
      return context(block);
    case 'actions':
      return actions(block, surface);
    case 'input':
      return inputBlock(block, surface);
    case 'rich_text':
      return element('div', { class: 'slack-text' }, ...block.elements.map(richTextPart));
    case 'image':
      return image(block);
    default:
      return unsupported(block.type);
  }
}

function section({ text, fields = [], accessory, block_id: blockId }: SectionBlock, surface: Surface): Node {
  const words = element('div', { class: 'slack-section-words' });
  if (text) words.append(element('div', { class: 'slack-text' }, ...textObject(text)));
  if (fields.length > 0) {
    const cells = fields.map((field) => element('div', { class: 'slack-text' }, ...textObject(field)));
    words.append(element('div', { class: 'slack-fields' }, ...cells));
  }
  const node = element('div', { class: 'slack-section' }, words);
  if (accessory) node.append(interactive(accessory, blockId, surface, text?.text ?? ''));
  return node;
}

function context({ elements }: ContextBlock): Node {
  const pieces = elements.map((piece) =>
    piece.type === 'image' ? image(piece) : element('span', { class: 'slack-text' }, ...textObject(piece)),
  );
  return element('div', { class: 'slack-context' }, ...pieces);
}

function actions({ elements, block_id: blockId }: ActionsBlock, surface: Surface): Node {
  const pieces = elements.map((piece) => interactive(piece, blockId, surface, ''));
  return element('div', { class: 'slack-actions' }, ...pieces);
}
