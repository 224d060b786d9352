import type { Block, ListItem, Mood, TimelineEntry } from '../../card.ts';
import { isBlank, moodSigns, timelineSigns } from '../text.ts';
import { adaptiveButton, type InputsOf } from './actions.ts';
import type { AdaptiveAction, AdaptiveElement, Column, Paragraph, TextLook } from './json.ts';
import { paragraphs } from './texts.ts';

const toneLooks: Record<Extract<Block, { block: 'text' }>['tone'], TextLook> = {
  normal: {},
  strong: { weight: 'Bolder' },
  subtle: { isSubtle: true },
};

/**
 * The sign carries the mood. Of Teams' text colours only Attention is readable on white and on black (4.5:1); the yellow
 * and the green are not.
 */
const moodLooks: Record<Mood, TextLook> = {
  waiting: {},
  good: {},
  late: { color: 'Attention' },
  neutral: {},
};

/** The settings of a whole card: the lines that a text may have, and the nonce that its buttons carry. */
type Frame = { lines: number; nonce: string; inputs: InputsOf };

/** The elements of one block; none when there is nothing in it to read. */
export function adaptiveBlock(block: Block, frame: Frame): AdaptiveElement[] {
  const { lines } = frame;
  switch (block.block) {
    case 'text':
      return paragraphs(block.text, lines, toneLooks[block.tone]);
    case 'quote': {
      const items = paragraphs(block.text, lines);
      return items.length === 0 ? [] : [{ type: 'Container', style: 'emphasis', items }];
    }
    case 'facts':
      return block.facts
        .filter(({ value }) => !isBlank(value))
        .flatMap(({ label, value }, index) => {
          const fact = paragraphs(value, lines, {}, label);
          return index === 0 ? fact : closeUp(fact, 'Small');
        });
    case 'status':
      return paragraphs(moodSigns[block.mood] + block.text, lines, { weight: 'Bolder', ...moodLooks[block.mood] });
    case 'timeline':
      return block.entries.flatMap((entry) => timelineEntry(entry, lines));
    case 'list':
      return block.items.map((item) => listItem(item, frame));
    case 'buttons':
      return [
        { type: 'ActionSet', actions: block.buttons.map((ref) => adaptiveButton(ref, frame.nonce, frame.inputs)) },
      ];
  }
  block satisfies never;
}

function timelineEntry({ when, what, state }: TimelineEntry, lines: number): Paragraph[] {
  return closeUp(paragraphs(what, lines, {}, `${timelineSigns[state]} ${when}`), 'Small');
}

/** The first paragraph nearer to what stands above it. */
function closeUp([first, ...rest]: Paragraph[], spacing: 'None' | 'Small' = 'None'): Paragraph[] {
  return first ? [{ ...first, spacing }, ...rest] : [];
}

function listItem({ title, detail, small, mood, open }: ListItem, { nonce, lines, inputs }: Frame): AdaptiveElement {
  const text = [
    ...paragraphs(title, lines, { weight: 'Bolder' }),
    ...closeUp(paragraphs(moodSigns[mood] + detail, lines, moodLooks[mood])),
    ...(small ? closeUp(paragraphs(small, lines, { size: 'Small', isSubtle: true })) : []),
  ];
  return {
    type: 'ColumnSet',
    spacing: 'Medium',
    separator: true,
    columns: [
      { type: 'Column', width: 'stretch', items: text },
      ...(open ? [buttonColumn(adaptiveButton(open, nonce, inputs))] : []),
    ],
  };
}

function buttonColumn(action: AdaptiveAction): Column {
  return { type: 'Column', width: 'auto', items: [{ type: 'ActionSet', actions: [action] }] };
}
