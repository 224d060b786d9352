import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { fileKind } from '../../../../domain/requests/files/file-kind.ts';
import { png } from '../../../png.ts';

const bytes = (...parts: Array<string | number[] | Uint8Array>) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])));

/** Makes an archive of files with these names and texts. */
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const office = 'application/vnd.openxmlformats-officedocument.';
const openDocument = 'application/vnd.oasis.opendocument.';

/** The smallest file that Word, Excel or PowerPoint opens (ECMA-376, part 1, 11–13). */
const officeFile = (mainPart: string, mainType: string, others: Record<string, string> = {}) =>
  zip({
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/${mainPart}" ContentType="${mainType}"/></Types>`,
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship ' +
      'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" ' +
      `Target="${mainPart}"/></Relationships>`,
    [mainPart]: '<?xml version="1.0"?><document/>',
    ...others,
  });
const document = (others: Record<string, string> = {}) =>
  officeFile('word/document.xml', `${office}wordprocessingml.document.main+xml`, others);
const sheet = officeFile('xl/workbook.xml', `${office}spreadsheetml.sheet.main+xml`);
const slides = officeFile('ppt/presentation.xml', `${office}presentationml.presentation.main+xml`);
const documentWithMacros = officeFile('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml');
const sheetWithMacros = officeFile('xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml');
const slidesWithMacros = officeFile(
  'ppt/presentation.xml',
  'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml',
);

/** The media type comes first and is not compressed (ODF 1.3, part 2, 3.3). */
const openDocumentFile = (type: string, others: Record<string, string> = {}) =>
  zipSync({
    mimetype: [strToU8(openDocument + type), { level: 0 }],
    'META-INF/manifest.xml': strToU8('<?xml version="1.0"?><manifest/>'),
    'content.xml': strToU8('<?xml version="1.0"?><content/>'),
    ...Object.fromEntries(Object.entries(others).map(([name, text]) => [name, strToU8(text)])),
  });

const archive = zip({ 'program.js': 'alert(1)' });
const pdf = bytes('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', [0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]);
const heic = (brand: string) => bytes([0, 0, 0, 24], 'ftyp', brand, [0, 0, 0, 0], 'mif1', brand, [0, 0, 0, 8], 'mdat');
const program = bytes('MZ', [0x90, 0], new Array(60).fill(0));

describe('keeps a file whose content is what its name says', () => {
  test.each([
    ['skærm.png', png, 'image/png'],
    ['foto.JPG', jpeg, 'image/jpeg'],
    ['foto.jpeg', jpeg, 'image/jpeg'],
    ['sjov.gif', bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0, 0x3b]), 'image/gif'],
    ['billede.webp', bytes('RIFF', [26, 0, 0, 0], 'WEBPVP8L', [13, 0, 0, 0, 0x2f, 0, 0, 0]), 'image/webp'],
    ['telefon.heic', heic('heic'), 'image/heic'],
    ['telefon.HEIC', heic('heix'), 'image/heic'],
    ['telefon.heif', heic('mif1'), 'image/heif'],
    ['skema.pdf', pdf, 'application/pdf'],
    ['brev.docx', document(), `${office}wordprocessingml.document`],
    ['tal.xlsx', sheet, `${office}spreadsheetml.sheet`],
    ['oplæg.pptx', slides, `${office}presentationml.presentation`],
    ['brev.odt', openDocumentFile('text'), `${openDocument}text`],
    ['tal.ods', openDocumentFile('spreadsheet'), `${openDocument}spreadsheet`],
  ])('%s', async (name, content, type) => {
    expect(await fileKind(name, content)).toEqual({ name, type });
  });
});

test('gives a picture without an ending the right one', async () => {
  expect(await fileKind('billede', jpeg)).toEqual({ name: 'billede.jpg', type: 'image/jpeg' });
  expect(await fileKind('billede', png)).toEqual({ name: 'billede.png', type: 'image/png' });
});

const oldFile = (...streams: string[]) =>
  bytes(
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    new Array(504).fill(0),
    ...streams.map((name) => [...name].join('\0')),
  );
const object = oldFile('\x01Ole10Native', 'calc.exe');
const relations = (type: string, of = 'word/_rels/document.xml.rels') => ({
  [of]: `<?xml version="1.0"?><Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="x"/></Relationships>`,
});
/** A document with parts of any bytes. */
const holding = (parts: Record<string, Uint8Array>) => zipSync({ ...unzipSync(document()), ...parts });
const chart = (workbook: Uint8Array) => holding({ 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': workbook });
const utf16 = (text: string) => bytes([0xff, 0xfe], new Uint8Array(Buffer.from(text, 'utf16le')));
const typesOf = (text: string) => text.replaceAll('o', '&#x6f;');

describe('refuses a document that holds programs, and says so', () => {
  test.each([
    ['a document with macros', 'brev.docm', documentWithMacros],
    ['a document with macros under the name of one without', 'brev.docx', documentWithMacros],
    ['a document without macros by its type that holds some', 'brev.docx', document({ 'word/vbaProject.bin': 'x' })],
    ['a sheet with macros', 'tal.xlsm', sheetWithMacros],
    ['a sheet with macros under the name of one without', 'tal.xlsx', sheetWithMacros],
    ['slides with macros', 'oplæg.pptm', slidesWithMacros],
    ['slides with macros under the name of some without', 'oplæg.pptx', slidesWithMacros],
    ['an open document with a Basic macro', 'brev.odt', openDocumentFile('text', { 'Basic/script-lc.xml': '<x/>' })],
    ['an open document with a script', 'tal.ods', openDocumentFile('spreadsheet', { 'Scripts/python/a.py': 'x' })],
    ['an old document with macros', 'brev.doc', oldFile('Macros', '_VBA_PROJECT')],
    ['an old sheet with macros under the name of a new one', 'tal.xlsx', oldFile('_VBA_PROJECT_CUR', '_VBA_PROJECT')],
    ['an OLE object', 'brev.docx', holding({ 'word/embeddings/oleObject1.bin': object })],
    ['an OLE object under the name of a picture', 'brev.docx', holding({ 'word/media/image1.png': object })],
    ['an OLE object in another file', 'brev.docx', document(relations('oleObject'))],
    ['an ActiveX control', 'brev.docx', document({ 'word/activeX/activeX1.xml': '<ax/>' })],
    ['a control', 'brev.docx', document(relations('control'))],
    ['an old Excel macro', 'brev.docx', document({ 'xl/macrosheets/sheet1.xml': '<x/>' })],
    ['a program', 'brev.docx', holding({ 'word/media/image1.png': program })],
    ['a program by its ending', 'brev.docx', document({ 'word/embeddings/run.EXE': 'x' })],
    ['a program of Linux', 'brev.docx', holding({ 'docProps/thumbnail.jpeg': bytes([0x7f], 'ELF', [2]) })],
    ['a script', 'brev.docx', document({ 'word/media/image1.png': '#!/bin/sh' })],
    ['an archive inside', 'brev.docx', chart(archive)],
    ['a workbook with macros inside', 'brev.docx', chart(sheetWithMacros)],
    [
      'a workbook with a macro part inside',
      'brev.docx',
      chart(zipSync({ ...unzipSync(sheet), 'xl/vbaProject.bin': object })),
    ],
    ['a document in a document in a document', 'brev.docx', chart(chart(sheet))],
    ['a type written in UTF-16', 'brev.docx', holding({ 'word/_rels/a.rels': utf16('<R Type="x/oleObject"/>') })],
    [
      'a type written by numbers',
      'brev.docx',
      document({ 'word/_rels/a.rels': `<R Type="x/${typesOf('oleObject')}"/>` }),
    ],
    [
      'an OLE object in an open document',
      'brev.odt',
      zipSync({ ...unzipSync(openDocumentFile('text')), 'Object 1': object }),
    ],
  ])('%s', async (_what, name, content) => {
    expect(await fileKind(name, content)).toBe('holds-programs');
  });
});

test('keeps a document with a chart, whose workbook lies inside, and one with settings of a printer', async () => {
  const type = `${office}wordprocessingml.document`;
  expect(await fileKind('brev.docx', chart(sheet))).toEqual({ name: 'brev.docx', type });
  const settings = { 'word/printerSettings1.bin': bytes('\\\\printer', [0, 1, 4]) };
  expect(await fileKind('brev.docx', holding(settings))).toEqual({ name: 'brev.docx', type });
});

test('refuses a document whose parts and list of parts do not agree', async () => {
  const hidden = bytes(document({ 'word/media/image1.png': 'x' }));
  const name = Buffer.from('word/media/image1.png');
  const inList = Buffer.from(hidden).lastIndexOf(name);
  hidden.set(Buffer.from('word/media/image2.png'), inList);
  expect(await fileKind('brev.docx', hidden)).toBe('wrong-type');
});

test('does not unpack an archive that unfolds to gigabytes', async () => {
  const zeros = zipSync({ z: new Uint8Array(9 * 1024 * 1024) }, { level: 9 });
  const bomb = holding({ 'word/media/image1.png': zeros, 'word/media/image2.emf': new Uint8Array(64 * 1024 * 1024) });
  const before = process.memoryUsage().arrayBuffers;
  const began = performance.now();
  expect(await fileKind('brev.docx', bomb)).toBe('holds-programs');
  expect(performance.now() - began).toBeLessThan(2000);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
  const description = document({ 'word/_rels/a.rels': ' '.repeat(2 * 1024 * 1024) });
  expect(await fileKind('brev.docx', description)).toBe('wrong-type');
  const many = document(Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`word/${index}.xml`, ''])));
  expect(await fileKind('brev.docx', many)).toBe('wrong-type');
});

test.each([
  ['an archive', 'alt.zip', archive],
  ['an archive under the name of a document', 'brev.docx', archive],
  ['an archive under the name of a sheet', 'tal.xlsx', archive],
  ['an archive under the name of slides', 'oplæg.pptx', archive],
  ['an archive under the name of an open document', 'brev.odt', archive],
  ['an archive with a folder that documents have', 'brev.docx', zip({ 'word/document.xml': '<x/>' })],
  ['a document under the name of a sheet', 'tal.xlsx', document()],
  ['a document under the name of an open document', 'brev.odt', document()],
  ['an archive under the name of a PDF', 'skema.pdf', archive],
  ['a PDF under the name of a document', 'brev.docx', pdf],
  ['a PDF that is an archive as well', 'skema.pdf', bytes(pdf, archive)],
  ['an archive behind the beginning of a PDF, under the name of a document', 'brev.docx', bytes('%PDF-1.7\n', archive)],
  ['a picture that is an archive as well', 'skærm.png', bytes(png, archive)],
  ['a drawing that can hold scripts', 'tegning.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['a drawing under the name of a picture', 'tegning.png', bytes('<svg onload="alert(1)">')],
  ['a web page', 'side.html', bytes('<!doctype html><script>')],
  ['a web page under the name of a document', 'side.pdf', bytes('<!doctype html><script>')],
  ['a program', 'spil.exe', program],
  ['a program under the name of a picture', 'spil.png', program],
  ['a program of Linux under the name of a PDF', 'spil.pdf', bytes([0x7f], 'ELF', new Array(60).fill(1))],
  ['a program behind two endings', 'skema.pdf.exe', pdf],
  ['an old document, which may hold macros', 'brev.doc', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['a picture under the name of another kind', 'foto.png', jpeg],
  ['a signature that does not stand at the beginning', 'skema.pdf', bytes('  %PDF-1.7')],
  ['a picture that breaks off in its signature', 'skærm.png', png.subarray(0, 3)],
  ['a picture that breaks off before its size', 'skærm.png', png.subarray(0, 8)],
  ['an archive that breaks off', 'brev.docx', document().subarray(0, 40)],
  ['an empty file', 'skærm.png', bytes()],
  ['a document whose name has no ending', 'docx', document()],
  ['a name that every object has', 'x.constructor', archive],
])('refuses %s', async (_what, name, content) => {
  expect(await fileKind(name, content)).toBe('wrong-type');
});

/**
 * It runs in a program of its own: the errors of Node's decompression are no `Error` to modules that jest has loaded,
 * so `file-type` would not recognise them.
 */
const readDamaged = `
  import { readFileSync } from 'node:fs';
  import { fileKind } from ${JSON.stringify(join(import.meta.dirname, '../../../../domain/requests/files/file-kind.ts'))};
  for (const [name, content] of JSON.parse(readFileSync(0, 'utf8'))) {
    await fileKind(name, Buffer.from(content, 'base64'));
  }
  console.log('read all');
`;

test('never fails on a damaged file', () => {
  const whole = fc.constantFrom(png, jpeg, pdf, archive, document(), openDocumentFile('text'), heic('heic'));
  const changes = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 8 });
  const damaged = fc.tuple(whole, changes, fc.nat(2000)).map(([content, changed, length]) => {
    const copy = Buffer.from(content);
    for (const [at, value] of changed) copy[at % copy.length] = value;
    return copy.subarray(0, length);
  });
  const files = fc.sample(damaged, 3000).map((content) => ['a.docx', content.toString('base64')]);
  const input = JSON.stringify(files);
  const quiet = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', readDamaged];
  const { stdout, stderr } = spawnSync(process.execPath, quiet, { input, encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['read all\n', '']);
});
