import fc from 'fast-check';
import type { Block, Card, Mood } from '../../../cards/card.ts';
import { renderAdaptiveCard, renderAdaptiveForm } from '../../../cards/render/adaptive/card.ts';
import { checkAdaptiveCard } from '../../../cards/render/adaptive/check.ts';
import { renderBlocks, renderModal } from '../../../cards/render/block-kit/card.ts';
import { checkBlocks, checkModal } from '../../../cards/render/block-kit/check.ts';
import { renderPlainText } from '../../../cards/render/plain-text.ts';
import { asText } from '../../../cards/render/text.ts';
import { complaintsAbout, parsedAgain } from './published-parser.ts';
import { card, fieldWith, nonce, sampleForm, show } from './sample-cards.ts';

const hostile = [
  '<!channel> <@U012AB3CD> <https://example.org|her>',
  '<at>Anna</at>',
  '*fed* _kursiv_ ~streg~ `kode`',
  '[x](javascript:alert(1))',
  '<b onclick="alert(1)">x</b>',
  '# overskrift',
  '1. punkt',
  '{{DATE(2026-03-03T08:00:00Z, SHORT)}}',
  ':tada: &amp; \\*',
];

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(...hostile));
const mood = fc.constantFrom<Mood>('waiting', 'good', 'late', 'neutral');
const words = text.filter((any) => asText(any).trim() !== '');
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ block: fc.constant('text' as const), text, tone: fc.constantFrom('normal', 'strong', 'subtle') }),
  fc.record({ block: fc.constant('quote' as const), text }),
  fc.record({ block: fc.constant('status' as const), text, mood }),
  fc.record({
    block: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: words, value: text }), { maxLength: 3 }),
  }),
  fc.record({
    block: fc.constant('timeline' as const),
    entries: fc.array(fc.record({ when: words, what: text, state: fc.constantFrom('happened', 'promised') }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    block: fc.constant('list' as const),
    items: fc.array(fc.record({ title: text, detail: text, small: text, mood, open: fc.constantFrom(show, null) }), {
      maxLength: 3,
    }),
  }),
);
const anyCard: fc.Arbitrary<Card> = fc.array(block, { maxLength: 5 }).map((blocks) => card(blocks, [show]));

/** The texts of the elements of a type, in the order in which they are read. */
function textsIn(json: unknown, ...types: string[]): string[] {
  if (typeof json !== 'object' || json === null) return [];
  const own = 'type' in json && types.includes(String(json.type)) && 'text' in json ? [String(json.text)] : [];
  return [...own, ...Object.values(json).flatMap((value) => textsIn(value, ...types))];
}

/** A text without the spaces and the marks of lines and quotes, which each platform sets in its own way. */
const readable = (texts: string) => asText(texts).replace(/[\s⏎>]/g, '');

/** People's own words in a block, in reading order. */
function writtenIn(part: Block): string[] {
  switch (part.block) {
    case 'text':
    case 'quote':
    case 'status':
      return [part.text];
    case 'facts':
      return part.facts.map(({ value }) => value);
    case 'timeline':
      return part.entries.flatMap((entry) => [entry.when, entry.what]);
    case 'list':
      return part.items.flatMap((item) => [item.title, item.detail, item.small ?? '']);
    case 'buttons':
      return [];
  }
}

function expectAllIn(shown: string, { blocks }: Card): void {
  for (const written of blocks.flatMap(writtenIn)) expect(readable(shown)).toContain(readable(written));
}

test('any text makes a card that Teams takes, whole and without markdown', () => {
  fc.assert(
    fc.property(anyCard, (any) => {
      const json = renderAdaptiveCard(any, nonce, 'da');
      expect(checkAdaptiveCard(json)).toEqual([]);
      expect(complaintsAbout(json)).toEqual([]);
      expect(textsIn(json, 'TextBlock')).toEqual([any.title]);
      expectAllIn(textsIn(parsedAgain(json), 'TextRun').join(''), any);
    }),
  );
});

test('any text makes a message that Slack takes, whole and without mrkdwn', () => {
  fc.assert(
    fc.property(anyCard, (any) => {
      const { blocks } = renderBlocks(any, nonce);
      expect(checkBlocks(blocks, 'message')).toEqual([]);
      expectAllIn(textsIn(blocks, 'plain_text', 'text').join(''), any);
    }),
  );
});

test('plain text keeps any text whole', () => {
  fc.assert(fc.property(anyCard, (any) => expectAllIn(renderPlainText(any), any)));
});

test('a field gives any text back unchanged', () => {
  fc.assert(
    fc.property(words, (value) => {
      const form = { ...sampleForm, intro: [], fields: [fieldWith('text', { value })] };
      const json = renderAdaptiveForm(form, nonce, 'da');
      expect([...checkAdaptiveCard(json), ...complaintsAbout(json)]).toEqual([]);
      expect(json.body[1]).toMatchObject({ value: asText(value) });
      const modal = renderModal(form, nonce, null);
      expect(checkModal(modal)).toEqual([]);
      expect(JSON.stringify(modal)).toContain(JSON.stringify(asText(value)));
    }),
  );
});

test.each(hostile)('both platforms show %s unchanged', (value) => {
  const any = card([{ block: 'quote', text: value }]);
  expect(textsIn(renderBlocks(any, nonce).blocks, 'text')).toEqual([value]);
  expect(textsIn(renderAdaptiveCard(any, nonce, 'da'), 'TextRun').join('')).toBe(value);
});

test('no client finds a date to replace', () => {
  const any = card([{ block: 'quote', text: 'a {{DATE(2026-03-03T08:00:00Z)}} b {{{TIME(x)}}}' }]);
  for (const run of textsIn(renderAdaptiveCard(any, nonce, 'da'), 'TextRun')) expect(run).not.toContain('{{');
});

test('the published parser complains about a defective card', () => {
  const inputs = [1, 2].map(() => ({ type: 'Input.Text', id: 'twice', isRequired: true }));
  expect(complaintsAbout({ type: 'AdaptiveCard', version: '1.5', body: inputs })).toEqual(
    expect.arrayContaining(['Duplicate Id "twice".', 'Required inputs should have a label']),
  );
});
