import { unzlibSync } from 'fflate';

/** A file without its metadata, and the texts in which a CPR number may stand, the metadata's among them. */
export interface Cleaned {
  content: Uint8Array;
  texts: string[];
}

/** The pieces of a picture: those that draw it, and those that tell about it. */
interface Pieces {
  kept: Uint8Array[];
  told: Uint8Array[];
}

const latin1 = new TextDecoder('latin1');

/**
 * Takes the metadata out of a picture (where it was taken, by whom, with what), but for the way it is turned. Null when
 * it is damaged. A HEIC picture keeps its metadata, which lies all over the file; we only read it.
 */
export function cleanPicture(type: string, content: Uint8Array): Cleaned | null {
  if (type === 'image/heic' || type === 'image/heif') return { content, texts: readings(content) };
  const pieces = piecesOf(type, content);
  return pieces && { content: joined(pieces.kept), texts: pieces.told.flatMap(readings) };
}

function piecesOf(type: string, content: Uint8Array): Pieces | null {
  if (type === 'image/jpeg') return ofJpeg(content);
  if (type === 'image/webp') return ofWebp(content);
  return type === 'image/gif' ? ofGif(content) : ofPng(content);
}

/** Metadata is text in one byte a character, or in two, whose digits begin at an even or an odd byte. */
function readings(bytes: Uint8Array): string[] {
  const wide = new TextDecoder('utf-16le');
  return [latin1.decode(bytes), wide.decode(bytes), wide.decode(bytes.subarray(1))];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const bigEndian = (bytes: Uint8Array, at: number, length: 2 | 4): number =>
  Array.from({ length }, (_, index) => bytes[at + index] ?? 0).reduce((sum, byte) => sum * 256 + byte, 0);
const littleEndian = (bytes: Uint8Array, at: number, length: 2 | 4): number =>
  bigEndian(bytes.slice(at, at + length).reverse(), 0, length);

/** Markers of JPEG (ITU-T T.81, B.1.1.3). */
const jpeg = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe, firstApp: 0xe0, lastApp: 0xef } as const;

function ofJpeg(bytes: Uint8Array): Pieces | null {
  const kept = [bytes.subarray(0, 2)];
  const told: Uint8Array[] = [];
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    // Programs put more pictures and films behind the end.
    if (marker === jpeg.end) return { kept: [...kept, bytes.subarray(at, at + 2)], told };
    const end = at + 2 + bigEndian(bytes, at + 2, 2);
    if (end > bytes.length || end < at + 4) return null;
    const segment = bytes.subarray(at, end);
    if (isToldInJpeg(segment, marker)) {
      told.push(segment);
      const isExif = latin1.decode(segment.subarray(4, 10)) === exifHead;
      const turned = isExif ? orientationOf(segment.subarray(4)) : null;
      if (turned !== null) kept.push(jpegOrientation(turned));
    } else kept.push(segment);
    at = end;
    if (marker !== jpeg.scan) continue;
    const next = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, next));
    at = next;
  }
  // A picture that was cut off in the middle is still shown.
  return { kept, told };
}

/** Comments and the application's segments, but for those that say how to draw: JFIF, a colour profile, Adobe's. */
function isToldInJpeg(segment: Uint8Array, marker: number): boolean {
  if (marker === jpeg.comment) return true;
  if (marker < jpeg.firstApp || marker > jpeg.lastApp) return false;
  return !/^(?:JFIF\0|ICC_PROFILE\0|Adobe)/.test(latin1.decode(segment.subarray(4, 16)));
}

/** Within a scan, 0xff is followed by 0 or by a restart marker. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at;
  }
  return bytes.length;
}

/** The tag of EXIF that says how the camera was held (Exif 2.32, 4.6.4). */
const turnedTag = 0x0112;

const exifHead = 'Exif\0\0';

/** The way that EXIF says a picture is turned, from 1 to 8; JPEG and some WebP files have a head before it. */
function orientationOf(exif: Uint8Array): number | null {
  const tiff = latin1.decode(exif.subarray(0, 6)) === exifHead ? exif.subarray(6) : exif;
  const read = tiff[0] === 0x49 ? littleEndian : bigEndian;
  const list = read(tiff, 4, 4);
  const count = Math.min(read(tiff, list, 2), 200);
  for (let at = list + 2; at < list + 2 + 12 * count; at += 12) {
    const turned = read(tiff, at + 8, 2);
    if (read(tiff, at, 2) === turnedTag) return turned >= 1 && turned <= 8 ? turned : null;
  }
  return null;
}

/** EXIF that holds the way the picture is turned, and nothing else. */
const exifOf = (turned: number): number[] => [
  ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0],
];

function jpegOrientation(turned: number): Uint8Array {
  const exif = [...new TextEncoder().encode(exifHead), ...exifOf(turned)];
  return Uint8Array.from([0xff, 0xe1, 0, exif.length + 2, ...exif]);
}

/** The chunks of PNG that draw (PNG, third edition, 11; animations among them). */
const drawing = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|bKGD|pHYs|acTL|fcTL|fdAT)$/;

function ofPng(bytes: Uint8Array): Pieces | null {
  const kept = [bytes.subarray(0, 8)];
  const told: Uint8Array[] = [];
  for (let at = 8; at < bytes.length; ) {
    const end = at + 12 + bigEndian(bytes, at, 4);
    if (end > bytes.length) return null;
    const name = latin1.decode(bytes.subarray(at + 4, at + 8));
    const chunk = bytes.subarray(at, end);
    const data = chunk.subarray(8, -4);
    const turned = name === 'eXIf' ? orientationOf(data) : null;
    if (drawing.test(name)) kept.push(chunk);
    else told.push(chunk, ...inflated(name, data));
    if (turned !== null) kept.push(pngOrientation(turned));
    if (name === 'IEND') break;
    at = end;
  }
  return { kept, told };
}

function pngOrientation(turned: number): Uint8Array {
  const named = [...new TextEncoder().encode('eXIf'), ...exifOf(turned)];
  const chunk = Uint8Array.from([0, 0, 0, named.length - 4, ...named, 0, 0, 0, 0]);
  new DataView(chunk.buffer).setUint32(chunk.length - 4, checksum(named));
  return chunk;
}

/** CRC-32, as PNG wants it (PNG, third edition, annex D). */
function checksum(bytes: readonly number[]): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ -1) >>> 0;
}

/** The most of a compressed text that is read; it is thrown away in any case. */
const mostText = 1024 * 1024;

/** A compressed text: a keyword, a zero, and a method; an international one has flags and two more texts before it. */
function inflated(name: string, data: Uint8Array): Uint8Array[] {
  const keyword = data.indexOf(0);
  if (keyword === -1 || (name !== 'zTXt' && name !== 'iTXt')) return [];
  const language = name === 'iTXt' ? data.indexOf(0, keyword + 3) : keyword + 1;
  const start = name === 'iTXt' ? data.indexOf(0, language + 1) + 1 : keyword + 2;
  if (name === 'iTXt' && data[keyword + 1] !== 1) return [];
  try {
    return [unzlibSync(data.subarray(start), { out: new Uint8Array(mostText) })];
  } catch (error) {
    // Damaged or too long: it is thrown away unread.
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return [];
    throw error;
  }
}

function ofWebp(bytes: Uint8Array): Pieces | null {
  const kept: Uint8Array[] = [];
  const told: Uint8Array[] = [];
  let features: Uint8Array | null = null;
  let turned: number | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = littleEndian(bytes, at + 4, 4);
    const end = Math.min(at + 8 + size + (size % 2), bytes.length);
    if (at + 8 + size > bytes.length) return null;
    const name = latin1.decode(bytes.subarray(at, at + 4));
    const chunk = bytes.slice(at, end);
    if (name === 'VP8X') features = chunk;
    if (name === 'EXIF') turned ??= orientationOf(chunk.subarray(8));
    if (/^(?:VP8[ LX]|ICCP|ANIM|ANMF|ALPH)$/.test(name)) kept.push(chunk);
    else told.push(chunk);
    at = end;
  }
  // Its flags say that EXIF (8) and XMP (4) follow.
  if (features) features[8] = ((features[8] ?? 0) & ~0b1100) | (turned === null ? 0 : 0b1000);
  if (features && turned !== null) kept.push(webpOrientation(turned));
  const head = bytes.slice(0, 12);
  const length = 4 + kept.reduce((sum, chunk) => sum + chunk.length, 0);
  new DataView(head.buffer).setUint32(4, length, true);
  return { kept: [head, ...kept], told };
}

function webpOrientation(turned: number): Uint8Array {
  const exif = exifOf(turned);
  return Uint8Array.from([...new TextEncoder().encode('EXIF'), exif.length, 0, 0, 0, ...exif]);
}

/** Blocks of GIF89a: a picture, an extension with its label, the end. */
const gif = { picture: 0x2c, extension: 0x21, end: 0x3b, comment: 0xfe, application: 0xff } as const;

function ofGif(bytes: Uint8Array): Pieces | null {
  const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + table(bytes[10] ?? 0);
  const kept = [bytes.subarray(0, at)];
  const told: Uint8Array[] = [];
  while (at < bytes.length) {
    const [kind, label = 0] = bytes.subarray(at, at + 2);
    if (kind === gif.end) return { kept: [...kept, bytes.subarray(at, at + 1)], told };
    if (kind !== gif.picture && kind !== gif.extension) return null;
    const head = kind === gif.picture ? 10 + table(bytes[at + 9] ?? 0) + 1 : 2;
    let end = at + head;
    while (end < bytes.length && bytes[end] !== 0) end += 1 + (bytes[end] ?? 0);
    end++;
    const block = bytes.subarray(at, end);
    const loops = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)/.test(latin1.decode(block.subarray(3, 14)));
    const isTold = kind === gif.extension && (label === gif.comment || (label === gif.application && !loops));
    (isTold ? told : kept).push(block);
    at = end;
  }
  return { kept, told };
}
