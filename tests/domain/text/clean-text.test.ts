import fc from 'fast-check';
import { cleanText, hasWords, nameText } from '../../../domain/text/clean-text.ts';

test('removes characters that hide or turn text, and keeps readable ones', () => {
  expect(cleanText('  Løn\u202Egnp.exe\u202C \u200Bog\u0000 skema\r\nny linje\u2028til  ')).toBe(
    'Løngnp.exe og skema\nny linje\ntil',
  );
});

test('keeps emoji that are made of several characters', () => {
  expect(cleanText('👩‍🏫 og 👨‍👩‍👧')).toBe('👩‍🏫 og 👨‍👩‍👧');
});

test('composes letters, so that å is å however it was typed', () => {
  expect(cleanText('a\u030Arsag')).toBe('årsag');
});

test('a name is the same name with other blanks, line breaks and compositions', () => {
  expect(nameText(' Koncern \u00A0\u202FHR\n og  Lo\u0308n\u2003')).toBe('Koncern HR og Lön');
});

test('signs and emoji alone are not words', () => {
  expect(['😬😬', '…', '123', ''].map(hasWords)).toEqual([false, false, false, false]);
  expect(['løn', 'ok 👍', 'Ж'].map(hasWords)).toEqual([true, true, true]);
});

test('cleaning a text twice gives the same as cleaning it once', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)));
});
