import { z } from 'zod';
import { inputName } from '../../packed-action.ts';
import { toggledOn } from './fields.ts';

const option = z.object({ value: z.string() });

const input = z.discriminatedUnion('type', [
  z.object({ type: z.literal('plain_text_input'), value: z.string().nullish() }),
  z.object({ type: z.literal('number_input'), value: z.string().nullish() }),
  z.object({ type: z.literal('static_select'), selected_option: option.nullish() }),
  z.object({ type: z.literal('checkboxes'), selected_options: z.array(option).nullish() }),
]);

/** The values by block id and then by action id; both are the field's id. */
const viewState = z.object({ values: z.record(inputName, z.record(inputName, input)) });

/**
 * Reads the fields of a modal, by field id, in the form that `separateFields` gives for Teams: text, `'true'`
 * or `'false'` for a toggle, `''` for an empty field. Throws on a state that no modal of ours can have.
 * @param state `view.state` of a `view_submission`: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */
export function readViewState(state: unknown): Record<string, string> {
  const { values } = viewState.parse(state);
  const fields = Object.values(values).flatMap((actions) => Object.entries(actions));
  return Object.fromEntries(fields.map(([id, value]) => [id, textOf(value)]));
}

function textOf(value: z.output<typeof input>): string {
  switch (value.type) {
    case 'plain_text_input':
    case 'number_input':
      return value.value ?? '';
    case 'static_select':
      return value.selected_option?.value ?? '';
    case 'checkboxes':
      return String((value.selected_options ?? []).some((chosen) => chosen.value === toggledOn));
  }
  value satisfies never;
}
