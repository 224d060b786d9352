import fc from 'fast-check';
import { asLine, asText, isBlank, splitText } from '../../../cards/render/text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

test('removes direction overrides, isolates and zero-width characters', () => {
  expect(asText('a\u202Eb\u2066c\u2069d\u200Be\uFEFFf\u2060g')).toBe('abcdefg');
});

test('removes control characters and keeps line breaks', () => {
  expect(asText('a\u0000b\u001B[31mc\r\nd\re\tf\u0085g\u2028h')).toBe('ab[31mc\nd\ne fg\nh');
});

test('keeps the joiner inside an emoji and nowhere else', () => {
  expect(asText('👩🏽‍🏫 👁️‍🗨️ a\u200Db \u200D👩 👩\u200D')).toBe('👩🏽‍🏫 👁️‍🗨️ ab 👩 👩');
});

test('shows half a character as a replacement sign instead of breaking the message', () => {
  expect(asText('a\uD83Db')).toBe('a\uFFFDb');
});

test('changes nothing the second time', () => {
  fc.assert(fc.property(anyText, (text) => asText(asText(text)) === asText(text)));
});

test('puts a text on one line', () => {
  expect(asLine(' F-2026-017 \n\n er sendt ')).toBe('F-2026-017 er sendt');
});

test('splits a text into pieces that join to the same text, none too long and none inside a character', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, limit) => {
      const pieces = splitText(text, limit);
      expect(pieces.join('')).toBe(isBlank(text) ? '' : asText(text));
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(limit);
        expect(piece.isWellFormed()).toBe(true);
      }
    }),
  );
});

test('breaks after a line before it breaks after a word', () => {
  expect(splitText('en to\ntre fire', 10)).toEqual(['en to\n', 'tre fire']);
  expect(splitText('en to tre fire', 10)).toEqual(['en to tre ', 'fire']);
});
