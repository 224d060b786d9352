import type { Form } from '../../../cards/card.ts';
import { unpackMetadata } from '../../../cards/packed-action.ts';
import { modalErrors, renderCardModal, renderModal } from '../../../cards/render/block-kit/card.ts';
import { checkModal } from '../../../cards/render/block-kit/check.ts';
import { fieldWith, nonce, sampleCard, sampleForm } from './sample-cards.ts';

const modalOf = (changes: Partial<Form>) => renderModal({ ...sampleForm, intro: [], ...changes }, nonce, null);
const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const said = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { bold: true } }] }],
});

test('a form with every field is fit for Slack', () => {
  expect(checkModal(renderModal(sampleForm, nonce, { channel: 'D1', ts: '1.2' }))).toEqual([]);
});

test.each(['da', 'en'] as const)('a card with every block is fit for a modal in %s', (language) => {
  const modal = renderCardModal(sampleCard, nonce, language);
  expect(checkModal(modal)).toEqual([]);
  expect(modal.close).toEqual(plain(language === 'da' ? 'Luk' : 'Close'));
  expect(modal.submit).toBeUndefined();
});

test('a modal over another one remembers which one that is', () => {
  const { private_metadata } = renderModal(sampleForm, nonce, { view: 'V1' });
  expect(unpackMetadata(private_metadata ?? '')?.origin).toEqual({ view: 'V1' });
});

test('a modal names its action and remembers where it was opened', () => {
  const { blocks, private_metadata, ...frame } = renderModal(sampleForm, nonce, { channel: 'D1', ts: '1.2' });
  expect(frame).toEqual({
    type: 'modal',
    callback_id: 'submit-request',
    title: plain('Dit forenklingsønske'),
    submit: plain('Send ønsket'),
    close: plain('Annullér'),
  });
  expect(unpackMetadata(private_metadata ?? '')).toEqual({
    action: 'submit-request',
    input: { draftId: 'd1' },
    nonce,
    origin: { channel: 'D1', ts: '1.2' },
  });
  expect(blocks[0]).toMatchObject({ type: 'rich_text' });
});

test('each field is the input of its kind, filled in', () => {
  const anonymous = { text: plain('Vis ikke mit navn'), value: 'true' };
  expect(modalOf({}).blocks).toEqual([
    {
      type: 'input',
      block_id: 'text',
      label: plain('Hvad er unødigt besværligt?'),
      hint: plain('Skriv ingen CPR-numre.'),
      optional: false,
      element: {
        type: 'plain_text_input',
        action_id: 'text',
        initial_value: 'Vi taster fravær to steder.\nÉn gang burde være nok.',
        multiline: true,
        max_length: 3000,
      },
    },
    {
      type: 'input',
      block_id: 'area',
      label: plain('Hvad handler det om?'),
      optional: true,
      element: {
        type: 'static_select',
        action_id: 'area',
        options: [
          { text: plain('Personale og løn'), value: 'personale' },
          { text: plain('It og systemer'), value: 'it' },
        ],
        initial_option: { text: plain('It og systemer'), value: 'it' },
        placeholder: plain('Vælg'),
      },
    },
    {
      type: 'input',
      block_id: 'minutesPerTime',
      label: plain('Minutter hver gang'),
      optional: true,
      element: {
        type: 'number_input',
        action_id: 'minutesPerTime',
        is_decimal_allowed: true,
        min_value: '0',
        max_value: '600',
        initial_value: '7.5',
      },
    },
    {
      type: 'input',
      block_id: 'anonymous',
      label: plain('Dit navn'),
      optional: true,
      element: { type: 'checkboxes', action_id: 'anonymous', options: [anonymous], initial_options: [anonymous] },
    },
  ]);
});

test('an empty field has no initial value', () => {
  const fields = [
    fieldWith('text', { value: '' }),
    fieldWith('choice', { value: '' }),
    fieldWith('number', { value: '' }),
    fieldWith('toggle', { value: false }),
  ];
  expect(JSON.stringify(modalOf({ fields }))).not.toContain('initial_');
});

test.each(['mange', '700', '-1'])('keeps %s in a number field, so that the person can correct it', (value) => {
  const [input] = modalOf({ fields: [fieldWith('number', { value })] }).blocks;
  expect(input).toMatchObject({ element: { type: 'plain_text_input', initial_value: value } });
});

test('a problem begins the hint of its field, or stands on top when the field is not shown', () => {
  const problems = { text: 'Skal udfyldes.', area: 'Vælg en af mulighederne.', requestId: 'Ønsket er kommet videre.' };
  const { blocks } = modalOf({ problems });
  expect(blocks[0]).toEqual(said('⚠ Ønsket er kommet videre.'));
  expect(blocks.find(({ block_id }) => block_id === 'text')).toMatchObject({
    hint: plain('⚠ Skal udfyldes.\nSkriv ingen CPR-numre.'),
  });
  expect(blocks.find(({ block_id }) => block_id === 'area')).toMatchObject({
    hint: plain('⚠ Vælg en af mulighederne.'),
  });
});

test('gives an open modal the problems of its fields', () => {
  expect(modalErrors({ ...sampleForm, problems: { area: 'Vælg.' } })).toEqual({ area: 'Vælg.' });
});

test('gives an open modal no problem of a field that it does not have', () => {
  expect(modalErrors({ ...sampleForm, problems: { area: 'Vælg.', requestId: 'Videre.' } })).toBeNull();
});
