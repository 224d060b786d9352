import type { Button, KnownBlock } from '@slack/types';
import type { ActionRef, Block, LinkRef, ListItem, TimelineEntry } from '../../card.ts';
import { linkPrefix, packAction } from '../../packed-action.ts';
import { slackLimits } from '../limits.ts';
import { linkAddress } from '../link-address.ts';
import { asLine, asText, isBlank, moodSigns, splitText, timelineSigns } from '../text.ts';
import { plain, plainLine, richText, subtleText, textElements } from './texts.ts';

const buttonStyles = { primary: { style: 'primary' }, danger: { style: 'danger' }, default: {} } as const;

/**
 * Renders one block of a card as Slack blocks; a block with nothing to read has none.
 * @param place tells the buttons of one message apart, since Slack wants their ids unique
 */
export function slackBlock(block: Block, nonce: string, place: string): KnownBlock[] {
  switch (block.block) {
    case 'text':
      return block.tone === 'subtle' ? subtleText(block.text) : richText(block.text, { bold: block.tone === 'strong' });
    case 'quote':
      return richText(block.text, { as: 'rich_text_quote' });
    case 'facts':
      return factLines(block.facts);
    case 'status':
      return richText(moodSigns[block.mood] + block.text, { bold: true });
    case 'timeline':
      return timeline(block.entries);
    case 'list':
      return block.items.flatMap((item, index) => listItem(item, nonce, `${place}.${index}`));
    case 'buttons':
      return [
        {
          type: 'actions',
          elements: block.buttons.map((ref, index) => slackButton(ref, nonce, `${place}.${index}`)),
        },
      ];
  }
  block satisfies never;
}

/**
 * Renders a button. Its action id is the action's name and the place, its value the packed action as JSON. Slack reports a
 * pressed link to the bot, too, so its action id says that there is nothing to do.
 */
export function slackButton(ref: ActionRef | LinkRef, nonce: string, place: string): Button {
  if ('url' in ref) {
    return {
      type: 'button',
      text: plainLine(ref.label),
      action_id: linkPrefix + place,
      url: linkAddress(ref.url),
    };
  }
  return {
    type: 'button',
    text: plainLine(ref.label),
    action_id: `${ref.action}:${place}`,
    value: JSON.stringify(packAction(ref.action, ref.input, nonce)),
    ...buttonStyles[ref.style],
  };
}

/** Each fact is one line. A section's plain text fields would hold only ten and could not set the labels apart. */
function factLines(facts: ReadonlyArray<{ label: string; value: string }>): KnownBlock[] {
  const known = facts.filter(({ value }) => !isBlank(value));
  if (known.length === 0) return [];
  const elements = known.flatMap(({ label, value }, index) => [
    ...textElements(`${index === 0 ? '' : '\n'}${asLine(label)}: `, true),
    ...textElements(asText(value).trim()),
  ]);
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}

/** The entries are lines, since a list would put its own bullets before our signs. */
function timeline(entries: readonly TimelineEntry[]): KnownBlock[] {
  if (entries.length === 0) return [];
  const elements = entries.flatMap(({ when, what, state }, index) => [
    ...textElements(`${index === 0 ? '' : '\n'}${timelineSigns[state]} `),
    ...textElements(`${asLine(when)} – `, true),
    ...textElements(asText(what).trim()),
  ]);
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}

function listItem({ title, detail, small, mood, open }: ListItem, nonce: string, place: string): KnownBlock[] {
  const [first, ...rest] = splitText(`${title}\n${moodSigns[mood]}${detail}`, slackLimits.textObject);
  if (first === undefined) return [];
  const accessory = open ? { accessory: slackButton(open, nonce, place) } : {};
  return [
    { type: 'section', text: plain(first), ...accessory },
    ...rest.map((piece): KnownBlock => ({ type: 'section', text: plain(piece) })),
    ...(small ? subtleText(small) : []),
  ];
}
