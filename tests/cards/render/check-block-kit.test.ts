import type { KnownBlock } from '@slack/types';
import type { ActionRef, Form, NamedField } from '../../../cards/card.ts';
import { renderBlocks, renderModal } from '../../../cards/render/block-kit/card.ts';
import { checkBlocks, checkModal } from '../../../cards/render/block-kit/check.ts';
import { card, everyField, fieldWith, nonce, sampleForm, show } from './sample-cards.ts';

const checkForm = (changes: Partial<Form>) => checkModal(renderModal({ ...sampleForm, ...changes }, nonce, null));
const checkField = (...fields: NamedField[]) => checkForm({ fields });
const divider: KnownBlock = { type: 'divider' };

test('a message holds fifty blocks, a view a hundred', () => {
  const dividers = (count: number) => Array.from<KnownBlock>({ length: count }).fill(divider);
  expect(checkBlocks(dividers(50), 'message')).toEqual([]);
  expect(checkBlocks(dividers(51), 'message')).toEqual(['message: 51 blocks, at most 50']);
  expect(checkBlocks(dividers(100), 'home')).toEqual([]);
  expect(checkBlocks(dividers(101), 'home')).toEqual(['home: 101 blocks, at most 100']);
});

test('a message holds 12,000 characters', () => {
  const sized = (length: number) => renderBlocks(card([{ block: 'quote', text: 'x'.repeat(length) }]), nonce).blocks;
  const title = 'Nyt ønske: F-2026-017'.length;
  expect(checkBlocks(sized(12_000 - title), 'message')).toEqual([]);
  expect(checkBlocks(sized(12_001 - title), 'message')).toEqual(['message: 12001 characters, at most 12000']);
});

test('a modal holds a hundred blocks and 250 KB', () => {
  const [text] = [fieldWith('text', {})];
  const hundred = Array.from({ length: 101 }, (_, index) => ({ ...text, id: `text${index}` }));
  expect(checkForm({ intro: [], fields: hundred })).toEqual(['modal: 101 blocks, at most 100']);
  const long = hundred.slice(0, 90).map((field) => ({ ...field, value: 'x'.repeat(2900) }) as NamedField);
  expect(checkForm({ fields: long })).toEqual([expect.stringMatching(/^modal: \d+ bytes, at most 256000$/)]);
});

test.each<[string, Partial<Form>]>([
  ['modal.title: 25, at most 24', { title: 'x'.repeat(25) }],
  ['modal.submit: 25, at most 24', { submit: { action: 'answer-request', input: {}, label: 'x'.repeat(25) } }],
  ['modal.close: 25, at most 24', { cancel: { ...sampleForm.cancel, label: 'x'.repeat(25) } }],
])('finds %s', (problem, changes) => {
  expect(checkForm(changes)).toEqual([problem]);
});

test.each<[string, NamedField]>([
  ['input.label: 2001, at most 2000', fieldWith('text', { label: 'x'.repeat(2001) })],
  ['input.hint: 2001, at most 2000', fieldWith('text', { hint: 'x'.repeat(2001) })],
  ['plain_text_input.max_length: 3001, at most 3000', fieldWith('text', { maxLength: 3001 })],
  ['static_select.options: empty', fieldWith('choice', { options: [] })],
  ['static_select.placeholder: 151, at most 150', fieldWith('choice', { empty: 'x'.repeat(151) })],
  [
    'static_select.option.text: 76, at most 75',
    fieldWith('choice', { options: [{ value: 'a', label: 'x'.repeat(76) }] }),
  ],
  [
    'static_select.option.value: 76, at most 75',
    fieldWith('choice', { options: [{ value: 'x'.repeat(76), label: 'a' }] }),
  ],
  ['checkboxes.option.text: 76, at most 75', fieldWith('toggle', { value: false, label: 'x'.repeat(76) })],
])('finds %s', (problem, field) => {
  expect(checkField(field)).toEqual([problem]);
});

test('finds the option after the hundredth', () => {
  const options = Array.from({ length: 101 }, (_, index) => ({ value: `v${index}`, label: `Enhed ${index}` }));
  expect(checkField(fieldWith('choice', { options }))).toEqual(['static_select.options: 101, at most 100']);
});

test('finds a text that is longer than its input takes', () => {
  const problem = 'plain_text_input.initial_value: 3001, at most 3000';
  expect(checkField(fieldWith('text', { value: 'x'.repeat(3001) }))).toContain(problem);
});

test('finds a field that occurs twice', () => {
  const problems = ['block_id: text is there twice', 'action_id: text is there twice'];
  expect(checkField(...everyField, ...everyField.slice(0, 1))).toEqual(problems);
});

test('finds a button that is too long, has no label or is one too many', () => {
  const check = (...actions: ActionRef[]) => checkBlocks(renderBlocks(card([], actions), nonce).blocks, 'message');
  expect(check({ ...show, label: 'x'.repeat(76) })).toEqual(['button.text: 76, at most 75']);
  expect(check({ ...show, label: ' ' })).toContain('button.text: empty');
  expect(check(...Array.from<ActionRef>({ length: 26 }).fill(show))).toEqual(['actions.elements: 26, at most 25']);
});

test('finds text in which Slack would read commands', () => {
  const alive: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text: '<!channel>' } };
  expect(checkBlocks([alive], 'message')).toEqual(['mrkdwn: a text that Slack reads commands out of']);
});
