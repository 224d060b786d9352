import { deflateSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const office = 'application/vnd.openxmlformats-officedocument.';
const packages = 'http://schemas.openxmlformats.org/package/2006/';

/** A file of Office with these parts. */
export function officeFile(main: string, type: string, parts: Record<string, string | Uint8Array>): Uint8Array {
  const files = {
    '[Content_Types].xml':
      `<?xml version="1.0"?><Types xmlns="${packages}content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/${main}" ContentType="${office}${type}"/></Types>`,
    '_rels/.rels':
      `<?xml version="1.0"?><Relationships xmlns="${packages}relationships"><Relationship Id="rId1" Target="${main}" ` +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

/** A document of Word with a text, in which every letter is a run of its own, as Word leaves a text that was corrected. */
export const wordFile = (text: string, author = ''): Uint8Array =>
  officeFile('word/document.xml', 'wordprocessingml.document.main+xml', {
    'word/document.xml': `<w:document><w:body><w:p>${[...text]
      .map((letter) => `<w:r><w:t xml:space="preserve">${letter}</w:t></w:r>`)
      .join('')}</w:p></w:body></w:document>`,
    'word/comments.xml': `<w:comments><w:comment w:id="0" w:author="${author}" w:initials="IH"/></w:comments>`,
    'docProps/core.xml': `<cp:coreProperties><dc:creator>${author}</dc:creator></cp:coreProperties>`,
  });

/** A workbook of Excel with a row of cells. */
export const excelFile = (cells: readonly string[]): Uint8Array =>
  officeFile('xl/workbook.xml', 'spreadsheetml.sheet.main+xml', {
    'xl/workbook.xml': '<workbook/>',
    'xl/sharedStrings.xml': `<sst>${cells.map((cell) => `<si><t>${cell}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><row>${cells.map((_, at) => `<c t="s"><v>${at}</v></c>`).join('')}</row></worksheet>`,
  });

/** A page of PDF with a text, the field of a form and a note. */
export function pdfFile(text: string, { field = '', note = '' } = {}): Uint8Array {
  const drawn = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
  return pdfOf(`<</Length ${drawn.length}>>stream\n${drawn}\nendstream`, field, note);
}

/** A page of PDF that is drawn with blanks alone, a thousand times as many as the file has bytes. */
export function pdfOfBlanks(megabytes: number): Uint8Array {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' '));
  return pdfOf(`<</Length ${packed.length}/Filter/FlateDecode>>stream\n${strFromU8(packed, true)}\nendstream`, '', '');
}

function pdfOf(drawn: string, field: string, note: string): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Annots[6 0 R 7 0 R]/Resources<</Font<</F1 5 0 R>>>>>>',
    drawn,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Type/Annot/Subtype/Widget/FT/Tx/T(barn)/V(${field})/Rect[20 20 90 40]>>`,
    `<</Type/Annot/Subtype/Text/Contents(${note})/Rect[20 50 40 70]>>`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj${object}endobj\n`;
    return String(place).padStart(10, '0');
  });
  const table = file.length;
  const entries = places.map((place) => `${place} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`;
  return strToU8(file, true);
}

const segment = (marker: number, content: Uint8Array | number[]) => [
  ...[0xff, marker, Math.floor((content.length + 2) / 256), (content.length + 2) % 256],
  ...content,
];

/** A picture of a camera that was held upright (6), with a description in its EXIF and a thumbnail behind its end. */
export function photo(description: string): Uint8Array {
  const text = strToU8(`${description}\0`);
  const tiff = [
    ...[0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0],
    ...[0x0e, 0x01, 2, 0, text.length, 0, 0, 0, 38, 0, 0, 0],
    ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
    ...[0, 0, 0, 0],
    ...text,
  ];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...strToU8('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xe1, [...strToU8('Exif\0\0'), ...tiff]),
    ...segment(0xfe, text),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    ...[0xff, 0xd9],
    ...text,
  ]);
}

/** The texts of an archive's parts; nothing for another file. */
export function unzipped(content: Uint8Array): string {
  if (strFromU8(content.subarray(0, 2), true) !== 'PK') return '';
  return Object.values(unzipSync(content))
    .map((part) => strFromU8(part))
    .join('\n');
}
