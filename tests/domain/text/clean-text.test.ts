import fc from 'fast-check';
import { cleanText, hasWords } from '../../../domain/text/clean-text.ts';

test('takes out what hides or turns text, and keeps what can be read', () => {
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

test('only signs and emoji are not words', () => {
  expect(['😬😬', '…', '123', ''].map(hasWords)).toEqual([false, false, false, false]);
  expect(['løn', 'ok 👍', 'Ж'].map(hasWords)).toEqual([true, true, true]);
});

test('cleaning twice is cleaning once, for any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)));
});
