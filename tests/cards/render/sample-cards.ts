import type { ActionRef, Block, Card, Form, NamedField } from '../../../cards/card.ts';

export const nonce = '01JD0000000000000000000000';

export const show: ActionRef = {
  action: 'show-request',
  input: { requestId: '674c1f0e8a3b2c0012345678' },
  label: 'Vis',
  style: 'default',
};

/** Every block there is, with the texts of a real request. */
export const everyBlock: readonly Block[] = [
  { block: 'text', text: 'Løn og Personale har fået det nu.', tone: 'normal' },
  { block: 'text', text: 'Forløb', tone: 'strong' },
  { block: 'text', text: 'Dit navn vises ikke.', tone: 'subtle' },
  { block: 'quote', text: 'Vi taster fravær to steder.\n\nÉn gang burde være nok.' },
  {
    block: 'facts',
    facts: [
      { label: 'Handler om', value: 'Personale og løn' },
      { label: 'Belastning', value: '15 minutter hver gang' },
    ],
  },
  { block: 'status', text: 'Ubesvaret', mood: 'late' },
  {
    block: 'timeline',
    entries: [
      { when: '3. marts 2026', what: 'Ønsket blev sendt', state: 'happened' },
      { when: '1. halvår 2027', what: 'Lovet', state: 'promised' },
    ],
  },
  {
    block: 'list',
    items: [
      { title: 'F-2026-017', detail: 'Svarfrist 12. marts', mood: 'waiting', open: show },
      { title: 'F-2026-018', detail: 'Leveret', mood: 'good', open: null },
      { title: 'Fravær', detail: 'Leveret', small: 'Koncern HR · F-2026-019', mood: 'good', open: null },
    ],
  },
  { block: 'buttons', buttons: [{ action: 'list-mine', input: { from: '10' }, label: 'Vis 4 til', style: 'default' }] },
];

export function card(blocks: readonly Block[], actions: Card['actions'] = []): Card {
  return { name: 'sample', title: 'Nyt ønske: F-2026-017', blocks, actions };
}

export const sampleCard = card(everyBlock, [
  { action: 'acknowledge-request', input: { requestId: 'r1' }, label: 'Gå i gang', style: 'primary' },
  { action: 'withdraw-request', input: { requestId: 'r1' }, label: 'Træk tilbage', style: 'danger' },
]);

/** Every field there is, filled in. */
export const everyField: readonly NamedField[] = [
  {
    id: 'text',
    field: 'text',
    label: 'Hvad er unødigt besværligt?',
    hint: 'Skriv ingen CPR-numre.',
    required: true,
    multiline: true,
    maxLength: 3000,
    value: 'Vi taster fravær to steder.\nÉn gang burde være nok.',
  },
  {
    id: 'area',
    field: 'choice',
    label: 'Hvad handler det om?',
    hint: null,
    required: false,
    options: [
      { value: 'personale', label: 'Personale og løn' },
      { value: 'it', label: 'It og systemer' },
    ],
    value: 'it',
    empty: 'Vælg',
  },
  {
    id: 'minutesPerTime',
    field: 'number',
    label: 'Minutter hver gang',
    hint: null,
    required: false,
    min: 0,
    max: 600,
    value: '7,5',
  },
  {
    id: 'anonymous',
    field: 'toggle',
    about: 'Dit navn',
    label: 'Vis ikke mit navn',
    hint: null,
    required: false,
    value: true,
  },
];

export const sampleForm: Form = {
  name: 'sample-form',
  title: 'Dit forenklingsønske',
  intro: [{ block: 'text', text: 'Skriv, som du ville sige det.', tone: 'normal' }],
  fields: everyField,
  submit: { action: 'submit-request', input: { draftId: 'd1' }, label: 'Send ønsket' },
  cancel: { action: 'list-mine', input: {}, label: 'Annullér', style: 'default' },
  open: { action: 'open-request-form', input: {}, label: 'Skriv et ønske', style: 'primary' },
  problems: {},
};

/** The field with this id of the sample form, with something else in it. */
export function fieldWith<F extends NamedField['field']>(
  kind: F,
  changes: Partial<Extract<NamedField, { field: F }>>,
): NamedField {
  const found = everyField.find((field) => field.field === kind);
  if (!found) throw new Error(`No sample field of kind ${kind}`);
  return { ...found, ...changes } as NamedField;
}
