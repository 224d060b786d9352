import type { ActionRef, NamedField } from '../../../cards/card.ts';
import { renderAdaptiveCard, renderAdaptiveForm } from '../../../cards/render/adaptive/card.ts';
import { checkAdaptiveCard } from '../../../cards/render/adaptive/check.ts';
import { card, fieldWith, nonce, sampleForm, show } from './sample-cards.ts';

const checkForm = (...fields: NamedField[]) =>
  checkAdaptiveCard(renderAdaptiveForm({ ...sampleForm, fields }, nonce, 'da'));

test('finds a card of more than 28 KB at two bytes a character', () => {
  const sized = (length: number) =>
    renderAdaptiveCard(card([{ block: 'text', text: 'x'.repeat(length), tone: 'normal' }]), nonce, 'da');
  const frame = JSON.stringify(sized(1)).length - 1;
  expect(checkAdaptiveCard(sized(14_336 - frame))).toEqual([]);
  expect(checkAdaptiveCard(sized(14_337 - frame))).toEqual(['card: 28674 bytes, at most 28672']);
});

test('finds a seventh button, which Teams would hide', () => {
  const buttons = (count: number) => card([], Array.from<ActionRef>({ length: count }).fill(show));
  expect(checkAdaptiveCard(renderAdaptiveCard(buttons(6), nonce, 'da'))).toEqual([]);
  expect(checkAdaptiveCard(renderAdaptiveCard(buttons(7), nonce, 'da'))).toEqual(['actions: 7, at most 6']);
});

test('finds an element without a label', () => {
  const open: ActionRef = { ...show, label: '' };
  const list = card([{ block: 'list', items: [{ title: 'F-1', detail: 'x', mood: 'good', open }] }]);
  expect(checkAdaptiveCard(renderAdaptiveCard(list, nonce, 'da'))).toEqual(['show-request: no label']);
  expect(checkAdaptiveCard(renderAdaptiveCard({ ...card([]), title: ' ' }, nonce, 'da'))).toEqual(['heading: empty']);
  expect(checkForm(fieldWith('text', { label: '' }))).toEqual(['field.text: no label']);
  expect(checkForm(fieldWith('toggle', { label: '' }))).toEqual(['field.anonymous: no label']);
});

test('finds a choice without options', () => {
  expect(checkForm(fieldWith('choice', { options: [] }))).toEqual(['field.area: no choices']);
});
