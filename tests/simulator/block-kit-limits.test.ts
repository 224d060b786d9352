import { blockProblems, isTooLong, viewProblems } from '../../simulator/slack/limits.ts';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const option = (length: number) => ({ text: plain(length), value: 'v' });
const button = (part: object = {}) => ({ type: 'button', text: plain(1), ...part });
const actions = (...elements: object[]) => [{ type: 'actions', elements }];
const section = (part: object) => [{ type: 'section', text: plain(1), ...part }];
const input = (element: object, part: object = {}) => [{ type: 'input', label: plain(1), element, ...part }];
const select = (part: object) => ({ type: 'static_select', options: [option(75)], ...part });
const many = <Item>(count: number, item: Item) => Array.from({ length: count }, () => item);
const quote = (...elements: object[]) => [{ type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] }];

/** In each pair the first is taken and the second refused, with what Slack says. */
test.each<[string, object[], object[], string]>([
  ['blocks', many(50, { type: 'divider' }), many(51, { type: 'divider' }), 'no more than 50 items allowed'],
  ['a section', section({ text: plain(3000) }), section({ text: plain(3001) }), 'must be less than 3001 characters'],
  ['fields', section({ fields: many(10, plain(2000)) }), section({ fields: many(11, plain(1)) }), 'no more than 10'],
  ['a header', [{ type: 'header', text: plain(150) }], [{ type: 'header', text: plain(151) }], 'less than 151'],
  [
    'a context',
    [{ type: 'context', elements: many(10, plain(1)) }],
    [{ type: 'context', elements: many(11, plain(1)) }],
    'no more than 10 items allowed',
  ],
  ['actions', actions(...many(25, button())), actions(...many(26, button())), 'no more than 25 items allowed'],
  ['a button', actions(button({ text: plain(75) })), actions(button({ text: plain(76) })), 'less than 76'],
  ['a value', actions(button({ value: 'x'.repeat(2000) })), actions(button({ value: 'x'.repeat(2001) })), 'than 2001'],
  ['a name for it', actions(button({ text: plain(1) })), actions(button({ text: plain(0) })), 'more than 0 characters'],
  ['a choice', actions(select({})), actions(select({ options: many(101, option(1)) })), 'no more than 100 items'],
  ['an option', actions(select({})), actions(select({ options: [option(76)] })), 'less than 76 characters'],
  [
    'a first choice',
    actions(select({ initial_option: option(75) })),
    actions(select({ initial_option: option(1) })),
    'must exactly match one of the provided options',
  ],
  [
    'a placeholder',
    actions(select({ placeholder: plain(150) })),
    actions(select({ placeholder: plain(151) })),
    'must be less than 151 characters',
  ],
  [
    'a text that is there',
    input({ type: 'plain_text_input', max_length: 3, initial_value: 'abc' }),
    input({ type: 'plain_text_input', max_length: 3, initial_value: 'abcd' }),
    'initial_value is longer than max_length',
  ],
  [
    'a number',
    input({ type: 'number_input', is_decimal_allowed: true }),
    input({ type: 'number_input' }),
    'missing required field: is_decimal_allowed',
  ],
  ['a type', section({}), [{ type: 'chart' }], 'unsupported type: chart'],
  ['an element', actions(button()), actions({ type: 'plain_text_input' }), 'unsupported type: plain_text_input'],
  ['a property', section({}), section({ colour: 'red' }), 'invalid additional property: colour'],
  ['rich text', quote({ type: 'text', text: 'x' }), quote({ type: 'text', text: '' }), 'more than 0 characters'],
  [
    'ids',
    actions(button({ action_id: 'a' })),
    actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
    'exists',
  ],
])('%s: Slack takes this many, and refuses one more', (_name, taken, refused, words) => {
  expect(blockProblems(taken, 'message')).toEqual([]);
  expect(blockProblems(refused, 'message')).toEqual([expect.stringContaining(words)]);
});

test('a problem is named by its place', () => {
  expect(blockProblems([{ type: 'divider' }, ...section({ text: plain(3001) })], 'message')).toEqual([
    '[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]',
  ]);
});

test('a view holds twice as many blocks as a message', () => {
  expect(blockProblems(many(100, { type: 'divider' }), 'view')).toEqual([]);
  expect(blockProblems(many(101, { type: 'divider' }), 'view')).toHaveLength(1);
});

test('a modal with an input has a submit button', () => {
  const modal = { type: 'modal', title: plain(24), blocks: input({ type: 'plain_text_input' }) };
  expect(viewProblems({ ...modal, submit: plain(24), close: plain(24) })).toEqual([]);
  expect(viewProblems(modal)).toEqual([expect.stringContaining('missing required field: submit')]);
  expect(viewProblems({ ...modal, submit: plain(25) })).toEqual([expect.stringContaining('/view/submit/text')]);
});

test('a message holds 13,200 characters in all', () => {
  expect(isTooLong(many(4, section({ text: plain(3300) })))).toBe(false);
  expect(isTooLong([...many(4, section({ text: plain(3300) })), ...section({})])).toBe(true);
});
