import type {
  Checkboxes,
  Datepicker,
  NumberInput,
  Option,
  PlainTextInput,
  RadioButtons,
  StaticSelect,
} from '@slack/types';
import type { ClientWords } from '../client-words.ts';
import { element, newId } from '../element.ts';
import { textObject } from './text.ts';
import { chosenOptions, type InputState, stateValues } from './view-state.ts';

export type InputElement = PlainTextInput | NumberInput | StaticSelect | RadioButtons | Checkboxes | Datepicker;

export interface Input {
  node: HTMLElement;
  /** The element that takes the focus and has the label. A group of boxes is named as a whole instead. */
  focus: HTMLElement;
  read: () => InputState;
  /** The problem of the current value, whether or not the field is optional; empty without one. */
  problem: () => string;
}

/**
 * The input of an element, filled in.
 * @param kept the value that the person had filled in before; null keeps the app's own initial value
 * @param words those of the client
 * @returns null for an element that this page does not draw
 */
export function createInput(
  source: InputElement | { type: string },
  kept: InputState | null,
  words: ClientWords,
): Input | null {
  if (!isInputElement(source)) return null;
  const before = kept ? stateValues(kept) : null;
  switch (source.type) {
    case 'plain_text_input':
      return textInput(source, before, words);
    case 'number_input':
      return numberInput(source, before, words);
    case 'datepicker':
      return dateInput(source, before);
    case 'static_select':
      return selectInput(source, before, words);
    case 'radio_buttons':
      return radioInput(source, before);
    case 'checkboxes':
      return checkboxInput(source, before);
  }
  source satisfies never;
}

const inputTypes = ['plain_text_input', 'number_input', 'static_select', 'radio_buttons', 'checkboxes', 'datepicker'];

/** The page does not draw groups of options. */
function isInputElement(source: { type: string }): source is InputElement {
  return inputTypes.includes(source.type) && !('option_groups' in source);
}

function textInput(source: PlainTextInput, before: string[] | null, words: ClientWords): Input {
  const attributes = {
    placeholder: source.placeholder?.text,
    maxlength: source.max_length === undefined ? undefined : String(source.max_length),
  };
  const field = source.multiline
    ? element('textarea', { ...attributes, rows: '4' })
    : element('input', { ...attributes, type: 'text' });
  field.value = (before ? before[0] : source.initial_value) ?? '';
  const shortest = source.min_length ?? 0;
  return {
    ...written(field, 'plain_text_input'),
    problem: () => (field.value !== '' && field.value.length < shortest ? words.tooShort(shortest) : ''),
  };
}

function numberInput(source: NumberInput, before: string[] | null, words: ClientWords): Input {
  const { min_value: min, max_value: max } = source;
  const step = source.is_decimal_allowed ? 'any' : '1';
  const field = element('input', { type: 'number', step, min, max, placeholder: source.placeholder?.text });
  field.value = (before ? before[0] : source.initial_value) ?? '';
  const problem = () => {
    const { badInput, stepMismatch, rangeUnderflow, rangeOverflow } = field.validity;
    if (badInput || stepMismatch) return words.notANumber;
    if (!rangeUnderflow && !rangeOverflow) return '';
    if (min !== undefined && max !== undefined) return words.notBetween(min, max);
    return min === undefined ? words.notAbove(max ?? '') : words.notBelow(min);
  };
  return { ...written(field, 'number_input'), problem };
}

function written(field: HTMLInputElement | HTMLTextAreaElement, type: 'plain_text_input' | 'number_input') {
  return { node: field, focus: field, read: () => ({ type, value: field.value === '' ? null : field.value }) };
}

function dateInput(source: Datepicker, before: string[] | null): Input {
  const field = element('input', { type: 'date' });
  field.value = (before ? before[0] : source.initial_date) ?? '';
  return {
    node: field,
    focus: field,
    read: () => ({ type: 'datepicker', selected_date: field.value === '' ? null : field.value }),
    problem: () => '',
  };
}

function selectInput(source: StaticSelect, before: string[] | null, words: ClientWords): Input {
  const options = source.options ?? [];
  const field = element('select', {}, element('option', { value: '' }, source.placeholder?.text ?? words.choose));
  field.append(...options.map(({ text, value }) => element('option', { value }, text.text)));
  field.value = (before ? before[0] : source.initial_option?.value) ?? '';
  return {
    node: field,
    focus: field,
    read: () => ({ type: 'static_select', selected_option: chosenOptions(options, [field.value])[0] ?? null }),
    problem: () => '',
  };
}

function radioInput(source: RadioButtons, before: string[] | null): Input {
  const initial = source.initial_option?.value;
  const boxes = createBoxes('radio', source.options, before ?? (initial === undefined ? [] : [initial]));
  return {
    ...boxes,
    read: () => ({ type: 'radio_buttons', selected_option: boxes.chosen()[0] ?? null }),
    problem: () => '',
  };
}

function checkboxInput(source: Checkboxes, before: string[] | null): Input {
  const initial = (source.initial_options ?? []).flatMap(({ value }) => value ?? []);
  const boxes = createBoxes('checkbox', source.options, before ?? initial);
  return { ...boxes, read: () => ({ type: 'checkboxes', selected_options: boxes.chosen() }), problem: () => '' };
}

function createBoxes(type: 'radio' | 'checkbox', options: readonly Option[], checked: readonly string[]) {
  const name = newId('choice');
  const boxes = options.map(({ value }) => element('input', { type, name, value }));
  for (const box of boxes) box.checked = checked.includes(box.value);
  const rows = options.map(({ text, description }, index) => {
    const words = element('span', {}, ...textObject(text));
    if (description) words.append(element('small', {}, ...textObject(description)));
    return element('label', { class: 'slack-box' }, boxes[index] ?? '', words);
  });
  const node = element('div', {
    class: 'slack-boxes',
    role: type === 'radio' ? 'radiogroup' : 'group',
    tabindex: '-1',
  });
  node.append(...rows);
  const chosen = () => {
    const values = boxes.filter((box) => box.checked).map((box) => box.value);
    return chosenOptions(options, values);
  };
  return { node, focus: node, chosen };
}
