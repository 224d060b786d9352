import type { Block, Card, LinkRef } from '../card.ts';
import { linkAddress } from './link-address.ts';
import { asLine, asText, isBlank, moodSigns, timelineSigns } from './text.ts';

/**
 * Renders a card for places that show only text: a notification, a mail, a test. It leaves out the buttons, which nobody
 * could press there, and keeps all texts and the addresses of links.
 */
export function renderPlainText(card: Card): string {
  const links = card.actions.flatMap((ref) => ('url' in ref ? [linkLine(ref)] : []));
  return [asLine(card.title), ...card.blocks.map(renderBlock), links.join('\n')]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}

function renderBlock(block: Block): string {
  switch (block.block) {
    case 'text':
      return asText(block.text);
    case 'quote':
      return isBlank(block.text) ? '' : asText(block.text).replace(/^/gm, '> ');
    case 'facts':
      return block.facts.map(({ label, value }) => `${asLine(label)}: ${asText(value)}`).join('\n');
    case 'status':
      return moodSigns[block.mood] + asText(block.text);
    case 'timeline':
      return block.entries
        .map(({ when, what, state }) => `${timelineSigns[state]} ${asLine(when)} – ${asText(what)}`)
        .join('\n');
    case 'list':
      return block.items
        .map(({ title, detail, small, mood, open }) => {
          const link = open && 'url' in open ? `\n  ${linkLine(open)}` : '';
          return `- ${asText(title)}\n  ${moodSigns[mood]}${asText(detail)}${small ? `\n  ${asText(small)}` : ''}${link}`;
        })
        .join('\n');
    case 'buttons':
      return '';
  }
  block satisfies never;
}

function linkLine({ label, url }: LinkRef): string {
  return `${asLine(label)}: ${linkAddress(url)}`;
}
