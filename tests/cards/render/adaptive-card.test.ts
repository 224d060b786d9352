import { packAction } from '../../../cards/packed-action.ts';
import { renderAdaptiveCard } from '../../../cards/render/adaptive/card.ts';
import { checkAdaptiveCard } from '../../../cards/render/adaptive/check.ts';
import { complaintsAbout } from './published-parser.ts';
import { card, everyBlock, nonce, sampleCard, show } from './sample-cards.ts';

const bodyOf = (...blocks: typeof everyBlock) => renderAdaptiveCard(card(blocks), nonce, 'da').body.slice(1);

test('a card with every block is fit for Teams and for the published parser', () => {
  const json = renderAdaptiveCard(sampleCard, nonce, 'da');
  expect(checkAdaptiveCard(json)).toEqual([]);
  expect(complaintsAbout(json)).toEqual([]);
});

test('a card says its version, its language and what an old client shows', () => {
  const { body, actions, ...frame } = renderAdaptiveCard(card([]), nonce, 'da');
  expect(frame).toEqual({
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'da',
    fallbackText: 'Nyt ønske: F-2026-017',
    msteams: { width: 'Full' },
  });
  expect(actions).toEqual([]);
  expect(body).toEqual([
    { type: 'TextBlock', text: 'Nyt ønske: F-2026-017', style: 'heading', size: 'Large', weight: 'Bolder', wrap: true },
  ]);
});

test('markdown in a title is escaped', () => {
  const { body } = renderAdaptiveCard({ ...card([]), title: '1. [x](javascript:y) *a* <b> {{DATE(x)}}' }, nonce, 'da');
  expect(body[0]).toMatchObject({ text: '1\\. \\[x\\](javascript:y) \\*a\\* \\<b\\> \\{\\{DATE(x)\\}\\}' });
});

test('a button carries its action in both forms', () => {
  const data = packAction('show-request', show.input, nonce);
  expect(renderAdaptiveCard(card([], [show]), nonce, 'da').actions).toEqual([
    {
      type: 'Action.Execute',
      verb: 'show-request',
      title: 'Vis',
      data,
      fallback: { type: 'Action.Submit', title: 'Vis', data },
    },
  ]);
});

test('each line is a block of its own, and a blank line is space', () => {
  expect(bodyOf({ block: 'text', text: 'en\nto\n\ntre', tone: 'subtle' })).toEqual([
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'en', isSubtle: true }] },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'to', isSubtle: true }], spacing: 'None' },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'tre', isSubtle: true }], spacing: 'Small' },
  ]);
});

test('keeps the lines after the fortieth together and loses none', () => {
  const lines = Array.from({ length: 60 }, (_, index) => `linje ${index}`);
  const body = bodyOf({ block: 'text', text: lines.join('\n'), tone: 'normal' });
  expect(body).toHaveLength(40);
  expect(body[39]).toMatchObject({ inlines: [{ text: lines.slice(39).join(' ⏎ ') }] });
});

test('fits a card of many short lines and loses none', () => {
  const lines = Array.from({ length: 35 }, (_, index) => `linje ${index}`);
  const long = lines.join('\n');
  const json = renderAdaptiveCard(card(Array.from({ length: 6 }, () => ({ block: 'quote', text: long }))), nonce, 'da');
  expect(checkAdaptiveCard(json)).toEqual([]);
  const quote = ['linje 0', 'linje 8', lines.slice(9).join(' ⏎ ')];
  const [first] = json.body.slice(1).map((element) => (element.type === 'Container' ? element.items : []));
  expect([first?.[0], first?.[8], first?.[9]]).toMatchObject(quote.map((text) => ({ inlines: [{ text }] })));
});

test('a person’s words stand apart', () => {
  expect(bodyOf({ block: 'quote', text: '*Hej*' })).toEqual([
    {
      type: 'Container',
      style: 'emphasis',
      items: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '*Hej*' }] }],
    },
  ]);
});

test('a fact has its label in bold and may have more than one line', () => {
  expect(bodyOf({ block: 'facts', facts: [{ label: 'Svar', value: 'en\nto' }] })).toEqual([
    {
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text: 'Svar: ', weight: 'Bolder' },
        { type: 'TextRun', text: 'en' },
      ],
    },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'to' }], spacing: 'None' },
  ]);
});

test.each([
  ['waiting', '○ Venter', undefined],
  ['good', '✓ Venter', undefined],
  ['late', '! Venter', 'Attention'],
  ['neutral', 'Venter', undefined],
] as const)(
  'a status that is %s is told by its sign, and no colour is used that is hard to read',
  (mood, text, color) => {
    expect(bodyOf({ block: 'status', text: 'Venter', mood })).toEqual([
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, weight: 'Bolder', ...(color ? { color } : {}) }] },
    ]);
  },
);

test('a promised step has a hollow sign in the timeline', () => {
  const [happened, promised] = bodyOf(...everyBlock.filter(({ block }) => block === 'timeline'));
  const entry = (when: string, what: string) => ({ inlines: [{ text: when }, { text: what }] });
  expect(happened).toMatchObject(entry('● 3. marts 2026: ', 'Ønsket blev sendt'));
  expect(promised).toMatchObject(entry('○ 1. halvår 2027: ', 'Lovet'));
});

test('an item of a list has a labelled button when it can be opened', () => {
  const [open, closed] = bodyOf(...everyBlock.filter(({ block }) => block === 'list'));
  expect(open).toMatchObject({ columns: [{}, { items: [{ type: 'ActionSet', actions: [{ title: 'Vis' }] }] }] });
  expect(closed).toMatchObject({ columns: [{ items: [{ inlines: [{ text: 'F-2026-018' }] }, {}] }] });
});

test('leaves out a block that has nothing to read', () => {
  expect(
    bodyOf(
      { block: 'text', text: ' \n ', tone: 'strong' },
      { block: 'quote', text: '' },
      { block: 'facts', facts: [{ label: 'Svar', value: '' }] },
      { block: 'timeline', entries: [] },
      { block: 'list', items: [] },
    ),
  ).toEqual([]);
});

test('a card that renews itself names at most sixty people', () => {
  const renewing = { ...card([]), renew: { action: 'refresh-request', input: { requestId: 'r1' } } } as const;
  const everybody = Array.from({ length: 70 }, (_, index) => `29:${index}`);
  const json = renderAdaptiveCard(renewing, nonce, 'da', everybody);
  expect(json.refresh?.userIds).toEqual(everybody.slice(0, 60));
  expect(json.refresh?.action).toMatchObject({ verb: 'refresh-request', data: { i: { requestId: 'r1' } } });
  expect(checkAdaptiveCard(json)).toEqual([]);
  expect(renderAdaptiveCard(renewing, nonce, 'da')).not.toHaveProperty('refresh');
});

test('names fewer people when the text leaves too little room, and in the end none', () => {
  const ids = Array.from({ length: 60 }, (_, index) => `29:${String(index).padStart(108, 'x')}`);
  const renewed = (length: number) => {
    const blocks = [{ block: 'quote', text: 'x'.repeat(length) }] as const;
    const renew = { action: 'refresh-request', input: { requestId: 'r1' } } as const;
    const json = renderAdaptiveCard({ ...card([...blocks]), renew }, nonce, 'da', ids);
    expect(checkAdaptiveCard(json)).toEqual([]);
    expect(JSON.stringify(json.body)).toContain('x'.repeat(length));
    return json.refresh?.userIds;
  };
  expect(renewed(100)).toEqual(ids);
  expect(renewed(11_000)?.length).toBeGreaterThan(5);
  expect(renewed(11_000)).toEqual(ids.slice(0, renewed(11_000)?.length));
  expect(renewed(13_750)).toBeUndefined();
});

test('finds a refresh for sixty-one people', () => {
  const json = renderAdaptiveCard(card([]), nonce, 'da');
  const action = {
    type: 'Action.Execute',
    verb: 'refresh-request',
    title: 'x',
    data: packAction('a', {}, nonce),
  } as const;
  const refresh = { action, userIds: Array.from({ length: 61 }, String) };
  expect(checkAdaptiveCard({ ...json, refresh })).toEqual(['refresh: 61 users, at most 60']);
});
