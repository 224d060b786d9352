import { packAction } from '../../../cards/packed-action.ts';
import { renderBlocks } from '../../../cards/render/block-kit/card.ts';
import { checkBlocks } from '../../../cards/render/block-kit/check.ts';
import { card, everyBlock, nonce, sampleCard, show } from './sample-cards.ts';

const blocksOf = (...blocks: typeof everyBlock) => renderBlocks(card(blocks), nonce).blocks.slice(1);
const section = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });
const bold = { bold: true };

test('a card with every block is fit for a message and for the Home tab', () => {
  const { blocks } = renderBlocks(sampleCard, nonce);
  expect(checkBlocks(blocks, 'message')).toEqual([]);
  expect(checkBlocks(blocks, 'home')).toEqual([]);
});

test('the title is the header and, escaped, the notification', () => {
  const { text, blocks } = renderBlocks({ ...card([]), title: 'Svar & <!channel>' }, nonce);
  expect(text).toBe('Svar &amp; &lt;!channel&gt;');
  expect(blocks).toEqual([{ type: 'header', text: { type: 'plain_text', text: 'Svar & <!channel>', emoji: false } }]);
});

test('shows a title whole that is too long for a header', () => {
  const title = 'x'.repeat(151);
  expect(renderBlocks({ ...card([]), title }, nonce).blocks).toEqual([
    section({ type: 'text', text: title, style: bold }),
  ]);
});

test.each([
  ['normal', section({ type: 'text', text: 'en\nto' })],
  ['strong', section({ type: 'text', text: 'en\nto', style: bold })],
  ['subtle', { type: 'context', elements: [{ type: 'plain_text', text: 'en\nto', emoji: false }] }],
] as const)('a text can be %s', (tone, block) => {
  expect(blocksOf({ block: 'text', text: 'en\nto', tone })).toEqual([block]);
});

test('a long text goes on in the next block', () => {
  const text = `${'ord '.repeat(1000)}slut`;
  const blocks = blocksOf({ block: 'quote', text });
  const texts = blocks.flatMap((block) => JSON.stringify(block).match(/(?<="text":")[^"]*/g) ?? []);
  expect(texts.filter((found) => found !== '').join('')).toBe(text);
  expect(blocks).toHaveLength(2);
  expect(checkBlocks(blocks, 'message')).toEqual([]);
});

test('a person’s words stand apart', () => {
  expect(blocksOf({ block: 'quote', text: '*Hej*' })).toEqual([
    { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: '*Hej*' }] }] },
  ]);
});

test('each fact is on a line of its own with its label in bold', () => {
  const facts = [
    { label: 'Svar', value: 'ja\nnu' },
    { label: 'Intet', value: ' ' },
    { label: 'Hos', value: 'It' },
  ];
  expect(blocksOf({ block: 'facts', facts })).toEqual([
    section(
      { type: 'text', text: 'Svar: ', style: bold },
      { type: 'text', text: 'ja\nnu' },
      { type: 'text', text: '\nHos: ', style: bold },
      { type: 'text', text: 'It' },
    ),
  ]);
});

test.each([
  ['waiting', '○ Venter'],
  ['good', '✓ Venter'],
  ['late', '! Venter'],
  ['neutral', 'Venter'],
] as const)('a status that is %s has its sign', (mood, text) => {
  expect(blocksOf({ block: 'status', text: 'Venter', mood })).toEqual([section({ type: 'text', text, style: bold })]);
});

test('an entry of the timeline is a line, and a promised one has a hollow sign', () => {
  expect(blocksOf(...everyBlock.filter(({ block }) => block === 'timeline'))).toEqual([
    section(
      { type: 'text', text: '● ' },
      { type: 'text', text: '3. marts 2026 – ', style: bold },
      { type: 'text', text: 'Ønsket blev sendt' },
      { type: 'text', text: '\n○ ' },
      { type: 'text', text: '1. halvår 2027 – ', style: bold },
      { type: 'text', text: 'Lovet' },
    ),
  ]);
});

test('an item of a list has its button beside it when it can be opened', () => {
  const [open, closed] = blocksOf(...everyBlock.filter(({ block }) => block === 'list'));
  expect(open).toEqual({
    type: 'section',
    text: { type: 'plain_text', text: 'F-2026-017\n○ Svarfrist 12. marts', emoji: false },
    accessory: {
      type: 'button',
      text: { type: 'plain_text', text: 'Vis', emoji: false },
      action_id: 'show-request:block-0.0',
      value: JSON.stringify(packAction('show-request', show.input, nonce)),
    },
  });
  expect(closed).toEqual({
    type: 'section',
    text: { type: 'plain_text', text: 'F-2026-018\n✓ Leveret', emoji: false },
  });
});

test('the same button twice has two ids', () => {
  const list = { block: 'list', items: [{ title: 'F-1', detail: 'x', mood: 'good', open: show }] } as const;
  const { blocks } = renderBlocks(card([list, list], [show, show]), nonce);
  expect(checkBlocks(blocks, 'message')).toEqual([]);
});

test('the first button is green and the last one red', () => {
  expect(renderBlocks(sampleCard, nonce).blocks.at(-1)).toMatchObject({
    type: 'actions',
    elements: [
      { style: 'primary', action_id: 'acknowledge-request:0' },
      { style: 'danger', action_id: 'withdraw-request:1' },
    ],
  });
});

test('leaves out a block that has nothing to read', () => {
  expect(
    blocksOf(
      { block: 'text', text: ' \n ', tone: 'subtle' },
      { block: 'quote', text: '' },
      { block: 'facts', facts: [{ label: 'Svar', value: '' }] },
      { block: 'timeline', entries: [] },
      { block: 'list', items: [] },
    ),
  ).toEqual([]);
});
