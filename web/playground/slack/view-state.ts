import type { Option } from '@slack/types';

/** The value of an input, as in `view.state.values` (https://docs.slack.dev/reference/views/view-submission). */
export type InputState =
  | { type: 'plain_text_input' | 'number_input'; value: string | null }
  | { type: 'static_select' | 'radio_buttons'; selected_option: Option | null }
  | { type: 'checkboxes'; selected_options: Option[] }
  | { type: 'datepicker'; selected_date: string | null };

/** By block id, then by action id. */
export type ViewState = Record<string, Record<string, InputState>>;

/** The strings in a state: the written text, or the values of the chosen options. */
export function stateValues(state: InputState): string[] {
  switch (state.type) {
    case 'plain_text_input':
    case 'number_input':
      return state.value === null ? [] : [state.value];
    case 'static_select':
    case 'radio_buttons':
      return optionValues(state.selected_option ? [state.selected_option] : []);
    case 'checkboxes':
      return optionValues(state.selected_options);
    case 'datepicker':
      return state.selected_date === null ? [] : [state.selected_date];
  }
  state satisfies never;
}

/** A state from the values of its options, in the options' own order. */
export function chosenOptions(options: readonly Option[], values: readonly string[]): Option[] {
  return options.filter(({ value }) => value !== undefined && values.includes(value));
}

function optionValues(options: readonly Option[]): string[] {
  return options.flatMap(({ value }) => value ?? []);
}
