import type { ClientWords } from '../client-words.ts';
import type { Input } from './inputs.ts';
import type { SlackAction } from './requests.ts';
import type { InputState, ViewState } from './view-state.ts';

/** An input on a surface, its place, and a function that shows its problem. */
export interface Field extends Input {
  blockId: string;
  actionId: string;
  /** An empty text removes the problem. Absent outside input blocks, where Slack has no place for one. */
  complain?: (problem: string) => void;
}

/** The surface on which blocks are drawn: a message, a modal or the Home tab. Blocks put their inputs into `fields`. */
export interface Surface {
  /** The words of the client around the app's own. */
  words: ClientWords;
  fields: Field[];
  /** The values from before the surface was redrawn; they take precedence over the app's own. */
  kept: ViewState;
  act: (action: SlackAction) => void;
}

/** The values of all inputs of the surface. */
export function readState({ fields }: Surface): ViewState {
  const state: ViewState = {};
  for (const { blockId, actionId, read } of fields) state[blockId] = { ...state[blockId], [actionId]: read() };
  return state;
}

/** The value that the person had filled in here, when the input is still of the same type. */
export function keptState({ kept }: Surface, blockId: string, actionId: string, type: string): InputState | null {
  const state = kept[blockId]?.[actionId];
  return state?.type === type ? state : null;
}
