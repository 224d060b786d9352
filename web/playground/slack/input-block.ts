import type { InputBlock } from '@slack/types';
import { element, newId } from '../element.ts';
import { unsupported } from '../unsupported.ts';
import { createInput } from './inputs.ts';
import { keptState, type Surface } from './surface.ts';
import { type InputState, stateValues } from './view-state.ts';

/** A field with its label, its hint and a place for its problem. */
export function inputBlock(
  { block_id: blockId, label, element: source, hint, optional }: InputBlock,
  surface: Surface,
): Node {
  const { action_id: actionId } = source as { action_id?: string };
  if (blockId === undefined || actionId === undefined) return unsupported(`${source.type} – block_id, action_id`);
  const input = createInput(source, keptState(surface, blockId, actionId, source.type), surface.words);
  if (!input) return unsupported(source.type);
  const ids = { field: newId('field'), label: newId('label'), hint: newId('hint'), error: newId('error') };
  const complaint = element('p', { id: ids.error, class: 'slack-error', role: 'alert' });
  input.focus.id = ids.field;
  input.focus.setAttribute('aria-describedby', hint ? `${ids.error} ${ids.hint}` : ids.error);
  const isGroup = input.focus.getAttribute('role') !== null;
  if (isGroup) input.focus.setAttribute('aria-labelledby', ids.label);
  else input.focus.toggleAttribute('required', !optional);
  const name = element(isGroup ? 'span' : 'label', { id: ids.label, class: 'slack-label' }, label.text);
  if (!isGroup) name.setAttribute('for', ids.field);
  if (optional) name.append(element('span', { class: 'slack-optional' }, ` ${surface.words.optional}`));
  const node = element('div', { class: 'slack-field' }, name, input.node, complaint);
  if (hint) node.append(element('p', { id: ids.hint, class: 'slack-hint' }, hint.text));
  surface.fields.push({
    ...input,
    blockId,
    actionId,
    problem: () => input.problem() || (!optional && isEmpty(input.read()) ? surface.words.required : ''),
    complain: (problem) => {
      complaint.textContent = problem;
      node.classList.toggle('slack-field-wrong', problem !== '');
      input.focus.setAttribute('aria-invalid', String(problem !== ''));
    },
  });
  return node;
}

function isEmpty(state: InputState): boolean {
  return stateValues(state).length === 0;
}
