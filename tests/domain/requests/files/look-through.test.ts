import { strFromU8, strToU8, unzipSync, zipSync, zlibSync } from 'fflate';
import { fileKind } from '../../../../domain/requests/files/file-kind.ts';
import { lookThrough } from '../../../../domain/requests/files/look-through.ts';
import { lookApart } from '../../../../jobs/conversation/look-apart.ts';
import { png } from '../../../png.ts';
import { excelFile, officeFile, pdfFile, photo, unzipped, wordFile } from '../../../sample-files.ts';

const office = 'application/vnd.openxmlformats-officedocument.';
const types = {
  word: `${office}wordprocessingml.document`,
  excel: `${office}spreadsheetml.sheet`,
  slides: `${office}presentationml.presentation`,
  text: 'application/vnd.oasis.opendocument.text',
} as const;
/** A PDF is read in a thread alone, since Jest cannot load what reads it. */
async function look(type: string, content: Uint8Array) {
  if (type !== 'application/pdf') return lookThrough(type, content, async () => null);
  const looked = await lookApart({ name: 'brev.pdf', content });
  return typeof looked === 'string' ? looked : looked.content;
}
const latin1 = (content: unknown) => (content instanceof Uint8Array ? strFromU8(content, true) : '');

const number = (value: number) => [0, 0, Math.floor(value / 256), value % 256];
const withChunk = (name: string, data: Uint8Array) =>
  Uint8Array.from([
    ...png.slice(0, 33),
    ...number(data.length),
    ...strToU8(name),
    ...data,
    0,
    0,
    0,
    0,
    ...png.slice(33),
  ]);

const webp = (chunks: ReadonlyArray<readonly [string, Uint8Array]>) => {
  const body = chunks.flatMap(([name, data]) => [
    ...[...strToU8(name), data.length, 0, 0, 0, ...data],
    ...(data.length % 2 ? [0] : []),
  ]);
  return Uint8Array.from([...strToU8('RIFF'), body.length + 4, 0, 0, 0, ...strToU8('WEBP'), ...body]);
};

const gif = (extension: number[]) =>
  Uint8Array.from([
    ...strToU8('GIF89a'),
    1,
    0,
    1,
    0,
    0,
    0,
    0,
    ...extension,
    0x2c,
    0,
    0,
    0,
    0,
    1,
    0,
    1,
    0,
    0,
    2,
    1,
    0,
    0,
    0x3b,
  ]);
const gifComment = (text: string) => gif([0x21, 0xfe, text.length, ...strToU8(text), 0]);

const word = (parts: Record<string, string | Uint8Array>) =>
  officeFile('word/document.xml', 'wordprocessingml.document.main+xml', {
    'word/document.xml': '<w:document><w:body><w:p/></w:body></w:document>',
    ...parts,
  });

/** The bytes of EXIF as PNG and WebP have it: a picture that is turned to the left (8), of a day that it was taken on. */
const turnedExif = [
  ...[0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0],
  ...[0x32, 0x01, 2, 0, 8, 0, 0, 0, 38, 0, 0, 0],
  ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0],
  ...[0, 0, 0, 0],
  ...strToU8('Ida Holm'),
];
/** The same with nothing but the way that it is turned. */
const turnedAlone = 'MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0';

const openDocument = (author: string, text: string, others: Record<string, string> = {}) =>
  zipSync({
    mimetype: [strToU8(types.text), { level: 0 }],
    ...Object.fromEntries(Object.entries(others).map(([name, part]) => [name, strToU8(part)])),
    'content.xml': strToU8(`<office:text><text:p>${text}</text:p></office:text>`),
    'meta.xml': strToU8(`<office:meta><dc:creator>${author}</dc:creator></office:meta>`),
  });

describe('refuses a file with a CPR number', () => {
  test.each([
    ['in the text of a Word document', types.word, wordFile('Ida 120316-4127')],
    ['as the author of a Word document', types.word, wordFile('Ida', '120316-4127')],
    ['in a cell', types.excel, excelFile(['cpr', '120316-4127'])],
    ['in the text of an OpenDocument file', types.text, openDocument('', 'Ida 120316-4127')],
    [
      'in the head of an OpenDocument file',
      types.text,
      openDocument('', '', { 'styles.xml': '<style:header><text:p>120316-4127</text:p></style:header>' }),
    ],
    ['in a part that says that it is no markup', types.word, word({ 'word/x.xml': '<x><![CDATA[120316-4127]]></x>' })],
    ['in a workbook inside a document', types.word, word({ 'word/embeddings/1.xlsx': excelFile(['120316-4127']) })],
    ['in a photo inside a document', types.word, word({ 'word/media/image1.jpeg': photo('120316-4127') })],
    ['in a PDF', 'application/pdf', pdfFile('Ida 120316-4127')],
    ['in the field of a form in a PDF', 'application/pdf', pdfFile('Ida', { field: '120316-4127' })],
    ['in a note in a PDF', 'application/pdf', pdfFile('Ida', { note: '120316-4127' })],
    ['in the EXIF of a photo', 'image/jpeg', photo('Ida 120316-4127')],
    ['in a text of a PNG', 'image/png', withChunk('tEXt', strToU8('Title\0Ida 120316-4127'))],
    [
      'in a compressed text of a PNG',
      'image/png',
      withChunk('zTXt', Uint8Array.from([...strToU8('Title\0\0'), ...zlibSync(strToU8('120316-4127'))])),
    ],
    [
      'in the XMP of a PNG',
      'image/png',
      withChunk('iTXt', Uint8Array.from([...strToU8('XML:com.adobe.xmp\0\0\0\0\0'), ...strToU8('<x>120316-4127</x>')])),
    ],
    [
      'in the XMP of a WebP',
      'image/webp',
      webp([
        ['VP8L', Uint8Array.of(0x2f, 0)],
        ['XMP ', strToU8('120316-4127')],
      ]),
    ],
    [
      'in the wide letters of an EXIF comment',
      'image/webp',
      webp([['EXIF', Uint8Array.from([...'120316-4127'].flatMap((sign) => [sign.charCodeAt(0), 0]))]]),
    ],
    ['in the comment of a GIF', 'image/gif', gifComment('120316-4127')],
    ['in a HEIC picture', 'image/heic', strToU8('....ftypheic 120316-4127')],
  ])('%s', async (_where, type, content) => {
    expect(await look(type, content)).toBe('holds-cpr');
  });
});

test('reads two cells as two texts', async () => {
  expect(await look(types.excel, excelFile(['120316', '4127']))).toBeInstanceOf(Uint8Array);
});

describe('takes out author and place', () => {
  test('of a photo, which stays turned as it was', async () => {
    const kept = await look('image/jpeg', photo('Ida Holm'));
    expect(latin1(kept)).not.toContain('Ida Holm');
    expect(latin1(kept)).toContain('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06');
    expect(latin1(kept)).toContain('\x12\xff\0\x34\xff\xd0\x56\xff\xd9');
  });

  test('of a PNG, which stays turned as it was', async () => {
    const kept = latin1(await look('image/png', withChunk('eXIf', Uint8Array.from(turnedExif))));
    expect(kept).not.toContain('Ida Holm');
    // The sum at its end was made by another program (Python's zlib.crc32).
    const chunk = `\0\0\0\x1aeXIf${turnedAlone}\x86\x58\x30\x34`;
    const at = kept.indexOf(chunk);
    expect(at).toBe(33);
    expect(kept.slice(0, at) + kept.slice(at + chunk.length)).toBe(latin1(png));
  });

  test('of a WebP, which stays turned as it was', async () => {
    const flags = (given: number) => ['VP8X', Uint8Array.of(given, 0, 0, 0, 0, 0, 0, 0, 0, 0)] as const;
    const drawn = ['VP8L', Uint8Array.of(0x2f, 0)] as const;
    const told = [
      ['XMP ', strToU8('Ida Holm')],
      ['EXIF', Uint8Array.from(turnedExif)],
    ] as const;
    const kept = await look('image/webp', webp([flags(0b1100), drawn, ...told]));
    expect(kept).toEqual(webp([flags(0b1000), drawn, ['EXIF', strToU8(turnedAlone, true)]]));
    const untold = await look('image/webp', webp([flags(0b0100), drawn, ['XMP ', strToU8('Ida Holm')]]));
    expect(untold).toEqual(webp([flags(0), drawn]));
  });

  test('of a photo and a workbook inside a document', async () => {
    const sheet = officeFile('xl/workbook.xml', 'spreadsheetml.sheet.main+xml', {
      'docProps/core.xml': '<cp:coreProperties><dc:creator>Ida Holm</dc:creator></cp:coreProperties>',
    });
    const kept = await look(
      types.word,
      word({ 'word/media/1.jpg': photo('Ida Holm'), 'word/embeddings/1.xlsx': sheet }),
    );
    if (typeof kept === 'string') throw new Error(kept);
    const { 'word/media/1.jpg': picture, 'word/embeddings/1.xlsx': inside } = unzipSync(kept);
    expect(picture).toEqual(await look('image/jpeg', photo('Ida Holm')));
    expect(unzipped(inside ?? new Uint8Array())).toContain('<cp:coreProperties');
    expect(unzipped(inside ?? new Uint8Array())).not.toContain('Ida Holm');
  });

  test('of pictures, without a change to what is drawn', async () => {
    expect(await look('image/png', withChunk('tEXt', strToU8('Author\0Ida Holm')))).toEqual(png);
    expect(await look('image/png', withChunk('eXIf', strToU8('Ida Holm')))).toEqual(png);
    const drawn = ['VP8L', Uint8Array.of(0x2f, 0)] as const;
    expect(await look('image/webp', webp([drawn, ['EXIF', strToU8('Ida Holm')]]))).toEqual(webp([drawn]));
    expect(await look('image/gif', gifComment('Ida Holm'))).toEqual(gif([]));
  });

  test('of documents, which are still documents of their kind', async () => {
    const word = await look(types.word, wordFile('Skemaet er for langt', 'Ida Holm'));
    if (typeof word === 'string') throw new Error(word);
    expect(unzipped(word)).not.toContain('Ida Holm');
    expect(Object.keys(unzipSync(word))).toEqual(Object.keys(unzipSync(wordFile(''))));
    expect(await fileKind('brev.docx', word)).toEqual({ name: 'brev.docx', type: types.word });
    const text = await look(types.text, openDocument('Ida Holm', 'Skemaet'));
    if (typeof text === 'string') throw new Error(text);
    expect(unzipped(text)).not.toContain('Ida Holm');
    expect(await fileKind('brev.odt', text)).toEqual({ name: 'brev.odt', type: types.text });
  });
});

describe('takes out those who commented on or changed a document', () => {
  test.each([
    [
      'Word',
      types.word,
      'word/people.xml',
      '<w15:person w15:author="Ida Holm"><w15:presenceInfo w15:userId="Ida Holm"/>',
    ],
    ['Word', types.word, 'word/document.xml', "<w:ins w:id='1' w:author='Ida Holm'/>"],
    ['Excel', types.excel, 'xl/comments1.xml', '<authors><author>Ida Holm</author></authors>'],
    ['Excel', types.excel, 'xl/persons/person.xml', '<person displayName="Ida Holm" id="{1}" userId="Ida Holm"/>'],
    ['Excel', types.excel, 'xl/workbook.xml', '<x15ac:absPath xmlns:x15ac="x" url="C:\\Ida Holm\\"/>'],
    ['PowerPoint', types.slides, 'ppt/commentAuthors.xml', '<p:cmAuthor id="0" name="Ida Holm" initials="Ida Holm"/>'],
    ['PowerPoint', types.slides, 'ppt/authors.xml', '<p188:author id="{1}" name="Ida Holm" userId="Ida Holm"/>'],
    ['OpenDocument', types.text, 'content.xml', '<office:annotation><dc:creator>Ida Holm</dc:creator>'],
  ])('of %s (%s) in %s', async (_of, type, part, xml) => {
    const kept = await look(type, zipSync({ [part]: strToU8(`${xml}<t name="Skema 1">Skemaet</t>`) }));
    if (typeof kept === 'string') throw new Error(kept);
    expect(unzipped(kept)).not.toContain('Ida Holm');
    expect(unzipped(kept)).toContain('Skemaet');
  });
});

test('leaves a PDF without a CPR number as it is', async () => {
  const pdf = pdfFile('Skemaet er for langt');
  expect(await look('application/pdf', pdf)).toEqual(pdf);
});

test.each([
  ['a PDF that cannot be read', 'application/pdf', strToU8('%PDF-1.7 nothing'), 'unread'],
  [
    'a document of OpenDocument with a password',
    types.text,
    openDocument('', '\x8a', { 'META-INF/manifest.xml': '<manifest:encryption-data manifest:checksum="x"/>' }),
    'unread',
  ],
  ['a damaged document', types.word, wordFile('Skemaet').slice(0, 200), 'unread'],
  ['a PNG that was cut off', 'image/png', png.slice(0, 45), 'wrong-type'],
  ['a photo that was damaged', 'image/jpeg', Uint8Array.from([0xff, 0xd8, 0, 1]), 'wrong-type'],
])('refuses %s', async (_what, type, content, problem) => {
  expect(await look(type, content)).toBe(problem);
});

test.each([
  ['signs that open no tag', '<'],
  ['tags without an end', '<w:br '],
  ['tabs without an end', '<w:tab '],
])(
  'reads a document of %s in a time that grows with it',
  async (_what, piece) => {
    const part = (length: number) => word({ 'word/x.xml': piece.repeat(length / piece.length) });
    const ms = async (length: number) => {
      const began = performance.now();
      await look(types.word, part(length));
      return performance.now() - began;
    };
    await ms(30_000);
    // A hundred times as much took ten thousand times as long: twenty minutes.
    expect(await ms(3_000_000)).toBeLessThan(10_000);
  },
  60_000,
);
