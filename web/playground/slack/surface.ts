import type { Input } from './inputs.ts';
import type { SlackAction } from './requests.ts';
import type { InputState, ViewState } from './view-state.ts';

/** An input on a surface, where it is, and how what is wrong with it is shown. */
export interface Field extends Input {
  blockId: string;
  actionId: string;
  /** An empty text takes the complaint away. Absent outside input blocks, where Slack has no place for one. */
  complain?: (problem: string) => void;
}

/** Where blocks are drawn: a message, a modal or the Home tab. Blocks put their inputs into `fields`. */
export interface Surface {
  fields: Field[];
  /** What the person had filled in before the surface was drawn anew; it goes before what the app proposes. */
  kept: ViewState;
  act: (action: SlackAction) => void;
}

/** What stands in all inputs of the surface. */
export function readState({ fields }: Surface): ViewState {
  const state: ViewState = {};
  for (const { blockId, actionId, read } of fields) state[blockId] = { ...state[blockId], [actionId]: read() };
  return state;
}

/** What the person had filled in here, when the input is still of the same type. */
export function keptState({ kept }: Surface, blockId: string, actionId: string, type: string): InputState | null {
  const state = kept[blockId]?.[actionId];
  return state?.type === type ? state : null;
}
