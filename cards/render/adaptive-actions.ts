import type { ActionRef } from '../card.ts';
import { packAction } from '../wire.ts';
import type { AdaptiveAction } from './adaptive-json.ts';
import { asLine } from './text.ts';

const styles = { primary: { style: 'positive' }, danger: { style: 'destructive' }, default: {} } as const;

/** Whether a button waits for the card's inputs to be right and sends them; in a card without inputs they are as good. */
export type InputsOf = 'sent' | 'left';

/** A button. */
export function adaptiveAction(ref: ActionRef, nonce: string, inputs: InputsOf): AdaptiveAction {
  const title = asLine(ref.label);
  const data = packAction(ref.action, ref.input, nonce);
  const associated = inputs === 'left' ? ({ associatedInputs: 'none' } as const) : {};
  return {
    type: 'Action.Execute',
    verb: ref.action,
    title,
    data,
    ...styles[ref.style],
    ...associated,
    fallback: { type: 'Action.Submit', title, data, ...associated },
  };
}
