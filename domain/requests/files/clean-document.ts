import { strFromU8, strToU8, unzipSync, type ZippableFile, zipSync } from 'fflate';
import { type Cleaned, cleanPicture } from './clean-picture.ts';

/** Far more than real documents of 10 MB hold; a larger one is not read. */
const limits = { bytes: 100 * 1024 * 1024, textBytes: 30 * 1024 * 1024 } as const;

/** Parts with facts about the author, and what is left of them (ECMA-376, part 2, 11; ODF 1.3, part 3, 4.3). */
const emptied: ReadonlyMap<string, string> = new Map([
  [
    'docProps/core.xml',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  ],
  [
    'docProps/app.xml',
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  ],
  [
    'docProps/custom.xml',
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  ],
  ['meta.xml', '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'],
]);

const attributes = (names: string) => new RegExp(`(\\s(?:${names})=)(?:"[^"]*"|'[^']*')`, 'g');
const elements = (names: string) => new RegExp(`(<(?:${names})(?:\\s[^<>]*)?>)[^<]*(?=</)`, 'g');

/** Those who wrote a comment or changed something, and the folder of whoever saved it last, by the parts they stand in. */
const authors: ReadonlyArray<readonly [parts: RegExp, author: RegExp, left: string]> = [
  [/^word\/.*\.xml$/, attributes('w\\d*:(?:author|initials|userId)'), '$1""'],
  [/^xl\/(?:workbook|revisions\/.*)\.xml$/, attributes('userName'), '$1""'],
  [/^xl\/workbook\.xml$/, /(<\w+:absPath\s[^<>]*?url=)"[^"]*"/g, '$1""'],
  [/^xl\/persons\/.*\.xml$/, attributes('displayName|userId'), '$1""'],
  [/^xl\/.*comments[^/]*\.xml$/, elements('author'), '$1'],
  [/^ppt\/(?:commentAuthors|authors)\.xml$/, attributes('name|initials|userId'), '$1""'],
  [/^(?:content|styles)\.xml$/, elements('dc:creator|meta:creator-initials|loext:sender-initials'), '$1'],
];

/**
 * Reads the text of an Office or OpenDocument file, and makes the file again without its author, also of those inside
 * it. Null when it has a password, is too large when it is unpacked, or damaged.
 */
export function cleanDocument(content: Uint8Array): Cleaned | null {
  const parts = unpacked(content);
  if (parts === null || isSealed(parts)) return null;
  const texts: string[] = [];
  const kept: Array<[string, ZippableFile]> = [];
  for (const [name, part] of Object.entries(parts)) {
    const cleaned = cleanPart(name, part);
    if (cleaned === null) return null;
    texts.push(...cleaned.texts);
    // The media type of OpenDocument comes first and is not compressed. A fixed time, because that of saving is a fact, too.
    const options = { level: name === 'mimetype' ? 0 : 6, mtime: '1980-01-01T12:00:00Z' } as const;
    kept.push([name, [cleaned.content, options]]);
  }
  return { content: zipSync(Object.fromEntries(kept)), texts };
}

/** OpenDocument names the parts of which the words can be read with a password alone (ODF 1.3, part 2, 3.5). */
const isSealed = (parts: Readonly<Record<string, Uint8Array>>): boolean =>
  /encryption-data/.test(decoded(parts['META-INF/manifest.xml'] ?? new Uint8Array()));

function cleanPart(name: string, part: Uint8Array): Cleaned | null {
  if (strFromU8(part.subarray(0, 4), true) === 'PK\x03\x04') return cleanDocument(part);
  // One that cannot be taken apart stays as it is.
  const picture = pictureOf(part);
  if (picture) return cleanPicture(picture, part) ?? { content: part, texts: [] };
  if (!/\.xml$/i.test(name)) return { content: part, texts: [] };
  const xml = decoded(part);
  const left = emptied.get(name);
  return {
    content: left === undefined ? withoutAuthors(name, xml, part) : strToU8(declared(left)),
    texts: [textOf(xml)],
  };
}

/** The kind of a picture of a camera or a screen; null for anything else. */
function pictureOf(part: Uint8Array): 'image/jpeg' | 'image/png' | null {
  const start = strFromU8(part.subarray(0, 4), true);
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  return start === '\x89PNG' ? 'image/png' : null;
}

function withoutAuthors(name: string, xml: string, part: Uint8Array): Uint8Array {
  const inPart = authors.filter(([parts]) => parts.test(name));
  const cleaned = inPart.reduce((text, [, author, left]) => text.replace(author, left), xml);
  return cleaned === xml ? part : strToU8(cleaned);
}

const declared = (xml: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`;

/** A damaged archive leads fflate outside of the bytes, or it says so with a code. */
function unpacked(content: Uint8Array): Record<string, Uint8Array> | null {
  let bytes = 0;
  let textBytes = 0;
  try {
    return unzipSync(content, {
      filter({ name, originalSize }) {
        bytes += originalSize;
        if (name.endsWith('.xml')) textBytes += originalSize;
        if (bytes > limits.bytes || textBytes > limits.textBytes) throw new RangeError('too large');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

function decoded(part: Uint8Array): string {
  const encoding = part[0] === 0xfe ? 'utf-16be' : part[0] === 0xff ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(part);
}

/** Two cells are no date and serial number, so more blanks stand between them than between the parts of a number. */
const apart = '\n'.repeat(9);

/**
 * A number may be cut into runs of letters with looks of their own, so most tags leave nothing. No tag holds a “<”, so that
 * one without an end is not looked for over the whole rest.
 */
function textOf(xml: string): string {
  return xml
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/<\/(?:c|si|row|t?c|table:table-cell|dc:\w+|cp:\w+)>/g, apart)
    .replace(/<\/(?:w:p|a:p|text:p|text:h|comment)>|<(?:w:br|w:cr|text:line-break)[^<>]*>/g, '\n')
    .replace(/<(?:w:tab|text:tab|text:s)(?:\s[^<>]*)?\/>/g, ' ')
    .replace(/<w:noBreakHyphen[^<>]*>/g, '-')
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/&amp;/g, '&');
}
