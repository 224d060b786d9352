import { fileType } from '../../../domain/requests/attachment.ts';

const bytes = (...parts: Array<string | number[]>) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));

const zip = bytes('PK', [3, 4, 20, 0]);
const office = 'application/vnd.openxmlformats-officedocument.';

test.each([
  ['skærm.png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'image/png'],
  ['foto.JPG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  ['foto.jpeg', bytes([0xff, 0xd8, 0xff, 0xdb]), 'image/jpeg'],
  ['sjov.gif', bytes('GIF89a'), 'image/gif'],
  ['billede.webp', bytes('RIFF', [1, 2, 3, 4], 'WEBP'), 'image/webp'],
  ['telefon.heic', bytes([0, 0, 0, 24], 'ftypheic'), 'image/heic'],
  ['skema.pdf', bytes('%PDF-1.7'), 'application/pdf'],
  ['brev.docx', zip, `${office}wordprocessingml.document`],
  ['tal.xlsx', zip, `${office}spreadsheetml.sheet`],
  ['oplæg.pptx', zip, `${office}presentationml.presentation`],
  ['brev.odt', zip, 'application/vnd.oasis.opendocument.text'],
  ['tal.ods', zip, 'application/vnd.oasis.opendocument.spreadsheet'],
])('%s is kept as what it is', (name, content, type) => {
  expect(fileType(name, content)).toBe(type);
});

test.each([
  ['a document with macros', 'brev.docm', zip],
  ['a sheet with macros', 'tal.xlsm', zip],
  [
    'a document with macros under the name of one without',
    'brev.docx',
    bytes('PK', [3, 4, 20, 0], 'word/vbaProject.bin'),
  ],
  ['slides with macros', 'oplæg.pptm', zip],
  ['a drawing that can hold scripts', 'tegning.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['a drawing under the name of a picture', 'tegning.png', bytes('<svg onload="alert(1)">')],
  ['a web page', 'side.html', bytes('<!doctype html><script>')],
  ['a web page under the name of a document', 'side.pdf', bytes('<!doctype html><script>')],
  ['a program', 'spil.exe', bytes('MZ', [0x90, 0])],
  ['a program under the name of a picture', 'spil.png', bytes('MZ', [0x90, 0])],
  ['a program behind two endings', 'skema.pdf.exe', bytes('%PDF-1.7')],
  ['an archive', 'alt.zip', zip],
  ['an old document, which may hold macros', 'brev.doc', bytes([0xd0, 0xcf, 0x11, 0xe0])],
  ['a picture under the name of another kind', 'foto.png', bytes([0xff, 0xd8, 0xff, 0xe0])],
  ['a signature that does not stand at the beginning', 'skema.pdf', bytes('  %PDF-1.7')],
  ['a picture that breaks off in its signature', 'skærm.png', bytes([0x89], 'PN')],
  ['an empty file', 'skærm.png', bytes()],
  ['a name without an ending', 'png', bytes([0x89], 'PNG')],
  ['a name that an object has from birth', 'x.constructor', zip],
])('refuses %s', (_what, name, content) => {
  expect(fileType(name, content)).toBeNull();
});
