import type { InputBlock, InputBlockElement, PlainTextOption } from '@slack/types';
import type { NamedField } from '../../card.ts';
import { numberValue } from '../form.ts';
import { asText, problemSign } from '../text.ts';
import { plain, plainLine } from './texts.ts';

/** The value of the one option of a toggle. */
export const toggledOn = 'true';

/**
 * Renders one field of a modal. The problem stands in the hint, since a block of its own would stand as near to the next
 * field. Block and action id are the field's id, so that Slack keeps the person's words when the view is replaced.
 */
export function slackField(field: NamedField, problem: string | null): InputBlock {
  const hint = [...(problem ? [problemSign + problem] : []), ...(field.hint ? [field.hint] : [])].join('\n');
  return {
    type: 'input',
    block_id: field.id,
    label: plainLine(field.field === 'toggle' ? field.about : field.label),
    element: { ...slackInput(field), action_id: field.id },
    optional: !field.required,
    ...(hint === '' ? {} : { hint: plain(hint) }),
  };
}

function slackInput(field: NamedField): InputBlockElement {
  switch (field.field) {
    case 'text':
      return { ...textInput(field.value), multiline: field.multiline, max_length: field.maxLength };
    case 'choice': {
      const options = field.options.map(({ value, label }): PlainTextOption => ({ text: plainLine(label), value }));
      const chosen = options.find(({ value }) => value === field.value);
      return {
        type: 'static_select',
        options,
        placeholder: plainLine(field.empty),
        ...(chosen ? { initial_option: chosen } : {}),
      };
    }
    case 'number': {
      const value = numberValue(field);
      if (value === 'unfit') return textInput(field.value);
      return {
        type: 'number_input',
        is_decimal_allowed: true,
        min_value: String(field.min),
        max_value: String(field.max),
        ...(value === null ? {} : { initial_value: String(value) }),
      };
    }
    case 'toggle': {
      const options = [{ text: plainLine(field.label), value: toggledOn }];
      return { type: 'checkboxes', options, ...(field.value ? { initial_options: options } : {}) };
    }
  }
  field satisfies never;
}

function textInput(value: string) {
  const text = asText(value);
  return { type: 'plain_text_input', ...(text === '' ? {} : { initial_value: text }) } as const;
}
