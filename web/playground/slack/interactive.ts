import type { ActionsBlock, Button, SectionBlock } from '@slack/types';
import { button } from '../element.ts';
import { openAddress } from '../open-address.ts';
import { unsupported } from '../unsupported.ts';
import { image } from './image.ts';
import { createInput } from './inputs.ts';
import { keptState, type Surface } from './surface.ts';

/** An element whose use is sent to the app at once. `name` is read aloud when the element has no text itself. */
export function interactive(
  piece: NonNullable<SectionBlock['accessory']> | ActionsBlock['elements'][number],
  blockId: string | undefined,
  surface: Surface,
  name: string,
): Node {
  if (piece.type === 'image') return image(piece);
  if ('confirm' in piece) return unsupported(`${piece.type} + confirm`);
  const { action_id: actionId } = piece as { action_id?: string };
  if (blockId === undefined || actionId === undefined) return unsupported(`${piece.type} – block_id, action_id`);
  if (piece.type === 'button') return pressable(piece, blockId, actionId, surface);
  const input = createInput(piece, keptState(surface, blockId, actionId, piece.type), surface.words);
  if (!input) return unsupported(piece.type);
  input.focus.setAttribute('aria-label', name || surface.words.choose);
  input.node.addEventListener('change', () => {
    surface.act({ block_id: blockId, action_id: actionId, ...input.read() });
  });
  surface.fields.push({ ...input, blockId, actionId });
  return input.node;
}

function pressable(piece: Button, blockId: string, actionId: string, surface: Surface): Node {
  const press = () => {
    if (piece.url) openAddress(piece.url);
    const value = piece.value === undefined ? {} : { value: piece.value };
    surface.act({ type: 'button', block_id: blockId, action_id: actionId, text: piece.text, ...value });
  };
  const look = { class: `slack-button slack-button-${piece.style ?? 'default'}` };
  return button({ ...look, 'aria-label': piece.accessibility_label }, press, piece.text.text);
}
