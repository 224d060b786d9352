import type { ActionRef, LinkRef } from '../../card.ts';
import { packAction } from '../../packed-action.ts';
import { linkAddress } from '../link-address.ts';
import { asLine } from '../text.ts';
import type { AdaptiveAction, AdaptiveExecute, AdaptiveOpener } from './json.ts';

const styles = { primary: { style: 'positive' }, danger: { style: 'destructive' }, default: {} } as const;

/** Says whether a button waits until the card's inputs are right and sends them. Without inputs it makes no difference. */
export type InputsOf = 'sent' | 'left';

/** A button of either kind. */
export function adaptiveButton(ref: ActionRef | LinkRef, nonce: string, inputs: InputsOf): AdaptiveAction {
  if (!('url' in ref)) return ref.opens === 'dialog' ? opener(ref, nonce) : adaptiveAction(ref, nonce, inputs);
  return { type: 'Action.OpenUrl', title: asLine(ref.label), url: linkAddress(ref.url) };
}

/** A button that calls the bot. */
export function adaptiveAction(ref: ActionRef, nonce: string, inputs: InputsOf): AdaptiveExecute {
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
    fallback: { type: 'Action.Submit', title, data, ...styles[ref.style], ...associated },
  };
}

/** A client that opens no dialogs sends this as a message, and the bot answers where to write instead. */
function opener(ref: ActionRef, nonce: string): AdaptiveOpener {
  const data = { ...packAction(ref.action, ref.input, nonce), msteams: { type: 'task/fetch' } } as const;
  return { type: 'Action.Submit', title: asLine(ref.label), data, ...styles[ref.style], associatedInputs: 'none' };
}
