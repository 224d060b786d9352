import pino from 'pino';
import { fitting, wordsOfFile } from '../../../bot/conversation/text-files.ts';

test.each<[name: string, lengths: Array<number | null>, kept: boolean[]]>([
  ['one that is as long as all may be', [200_000], [true]],
  ['one that is longer', [200_001], [false]],
  ['those before and after one that is too long', [100, 200_000, 100], [true, false, true]],
  ['none in place of one that cannot be had', [null, 100], [false, true]],
])('of the texts of a message are kept: %s', (_name, lengths, kept) => {
  const texts = lengths.map((length) => (length === null ? null : 'å'.repeat(length)));
  expect(fitting(texts)).toEqual(texts.map((text, index) => (kept[index] ? text : null)));
});

const bom16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

test.each<[string, Uint8Array, string | null]>([
  ['UTF-8', Buffer.from('Lønnen på øen\r\ter for sen'), 'Lønnen på øen\r\ter for sen'],
  ['UTF-8 with a mark', Buffer.from('\uFEFFLønnen'), 'Lønnen'],
  ['UTF-16', bom16('Lønnen på øen'), 'Lønnen på øen'],
  ['the alphabet of Western Europe', Buffer.from('Lønnen på øen', 'latin1'), 'Lønnen på øen'],
  ['no text', Buffer.from([0x50, 0x4b, 3, 4, 0xff]), null],
])('a file in %s is read', async (_name, content, text) => {
  expect(await wordsOfFile(Promise.resolve(content), 'teams', pino({ enabled: false }))).toBe(text);
});
