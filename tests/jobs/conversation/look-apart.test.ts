import { lookApart } from '../../../jobs/conversation/look-apart.ts';
import { png } from '../../png.ts';
import { excelFile, pdfOfBlanks, wordFile } from '../../sample-files.ts';

test('gives what is kept of a file, and the reason for keeping none of it', async () => {
  const looked = await lookApart({ name: 'skærm', content: png });
  expect(looked).toMatchObject({ name: 'skærm.png', type: 'image/png' });
  expect(typeof looked === 'string' ? looked : Array.from(looked.content)).toEqual(Array.from(png));
  expect(await lookApart({ name: 'brev.docx', content: wordFile('Ida 120316-4127') })).toBe('holds-cpr');
  expect(await lookApart({ name: 'brev.docm', content: wordFile('') })).toBe('holds-programs');
});

test('gives up a PDF that grows in memory', async () => {
  expect(await lookApart({ name: 'brev.pdf', content: pdfOfBlanks(900) })).toBe('unread');
}, 60_000);

test('holds up nobody while it unpacks a large workbook', async () => {
  const cells = Array.from({ length: 200_000 }, (_, at) => `Lokale ${at % 977}`);
  const content = excelFile(cells);
  let longest = 0;
  let last = performance.now();
  const beats = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  const began = performance.now();
  const looked = await lookApart({ name: 'rum.xlsx', content });
  const took = performance.now() - began;
  clearInterval(beats);
  expect(typeof looked).toBe('object');
  expect(longest).toBeLessThan(took / 2);
}, 60_000);
