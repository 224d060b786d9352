import { separateFields } from '../../../cards/packed-action.ts';
import { readViewState } from '../../../cards/render/block-kit/view-state.ts';

/** As in https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
const filled = {
  values: {
    text: { text: { type: 'plain_text_input', value: 'Vi taster to steder.' } },
    area: {
      area: {
        type: 'static_select',
        selected_option: { text: { type: 'plain_text', text: 'It', emoji: false }, value: 'it' },
      },
    },
    minutesPerTime: { minutesPerTime: { type: 'number_input', value: '7.5' } },
    anonymous: {
      anonymous: {
        type: 'checkboxes',
        selected_options: [{ text: { type: 'plain_text', text: 'Vis ikke mit navn' }, value: 'true' }],
      },
    },
  },
};

const empty = {
  values: {
    text: { text: { type: 'plain_text_input', value: null } },
    area: { area: { type: 'static_select', selected_option: null } },
    minutesPerTime: { minutesPerTime: { type: 'number_input' } },
    anonymous: { anonymous: { type: 'checkboxes', selected_options: [] } },
  },
};

test('gives a Slack modal and a Teams form the same shape', () => {
  const teams = {
    'field.text': 'Vi taster to steder.',
    'field.area': 'it',
    'field.minutesPerTime': 7.5,
    'field.anonymous': 'true',
  };
  expect(readViewState(filled)).toEqual(separateFields(teams)?.fields);
});

test('an empty field is an empty text and an open toggle is false', () => {
  expect(readViewState(empty)).toEqual({ text: '', area: '', minutesPerTime: '', anonymous: 'false' });
});

test('reads no fields from a modal without fields', () => {
  expect(readViewState({ values: {} })).toEqual({});
});

test.each([
  ['no state', undefined],
  ['a field that no form of ours has', { values: { day: { day: { type: 'datepicker', selected_date: null } } } }],
  ['a field named after every object', { values: { constructor: { x: { type: 'plain_text_input', value: 'x' } } } }],
])('throws on %s', (_, state) => {
  expect(() => readViewState(state)).toThrow();
});
