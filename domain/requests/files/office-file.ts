import { Inflate, strFromU8, Unzip, unzipSync } from 'fflate';

/** Limits far above those of real documents; a larger archive is not opened. */
const limits = { parts: 5000, descriptionBytes: 1024 * 1024, embeddedBytes: 10 * 1024 * 1024, peekBytes: 8 } as const;

/** Parts that Office or OpenDocument runs (ECMA-376, part 4; MS-OFFMACRO2; ODF 1.3, part 2), and programs by their ending. */
const programParts =
  /(^|\/)(vbaproject\.bin|vbadata\.xml|activex\/|macrosheets\/|attachedtoolbars\.bin|basic\/script-lc\.xml|scripts\/)|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|msi|lnk)$/;

/** Types of parts and relationships by which a document says that something in it can be run. */
const programTypes =
  /macroenabled|vbaproject|wordvbadata|oleobject|activexcontrolbinary|relationships\/control["']|activex\+xml|macrosheet|attachedtoolbars/i;

/** The beginnings of programs, and of the compound files in which OLE objects and old macros are kept (MS-CFB 2.2). */
const programStarts = [
  'MZ',
  '\x7fELF',
  '\xcf\xfa\xed\xfe',
  '\xce\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  '\xd0\xcf\x11\xe0',
  '#!',
];

/**
 * Looks into a document of Office or OpenDocument. `holds-programs`: macros, OLE objects, ActiveX, a program, or
 * anything embedded that is not itself such a document without them, as the workbook behind a chart is. `broken`: it
 * cannot be read as a whole, or its list of parts and its parts do not agree, so that two programs would read two
 * different documents. Nothing is unpacked beyond a part's first bytes, its descriptions and one level of embedding.
 */
export function lookIntoDocument(content: Uint8Array, level = 0): 'fine' | 'holds-programs' | 'broken' {
  try {
    const { names, texts } = readList(content);
    const starts = readStarts(content);
    if (names.length !== starts.size || names.some((name) => !starts.has(name))) return 'broken';
    // Any other archive inside a document is there for something else to open.
    if (!names.includes('[Content_Types].xml') && !names.includes('mimetype')) return 'holds-programs';
    if (names.some((name) => programParts.test(name.toLowerCase()))) return 'holds-programs';
    if (texts.some((text) => programTypes.test(text))) return 'holds-programs';
    for (const [name, start] of starts) {
      if (programStarts.some((program) => start.startsWith(program))) return 'holds-programs';
      if (!start.startsWith('PK')) continue;
      const embedded = level === 0 ? unpack(content, name) : null;
      if (embedded === null || lookIntoDocument(embedded, level + 1) !== 'fine') return 'holds-programs';
    }
    return 'fine';
  } catch (error) {
    if (isUnreadable(error)) return 'broken';
    throw error;
  }
}

/** An archive that does not keep to the format or to our limits. */
class Unreadable extends Error {
  override name = 'Unreadable';
}

/** The errors of fflate have a code; a damaged archive also leads it outside of the bytes. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Unreadable || error instanceof RangeError || (error instanceof Error && 'code' in error);
}

/** Reads the list at the end of the archive, and the parts that describe the others. */
function readList(content: Uint8Array): { names: string[]; texts: string[] } {
  const names: string[] = [];
  const described = unzipSync(content, {
    filter({ name, originalSize }) {
      if (names.push(name) > limits.parts) throw new Unreadable('too many parts');
      if (!/(^\[content_types\]\.xml|\.rels)$/i.test(name)) return false;
      if (originalSize > limits.descriptionBytes) throw new Unreadable('a description is too large');
      return true;
    },
  });
  return { names, texts: Object.values(described).map(decode) };
}

/** XML may be UTF-16, and may write any character by its number. */
function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xfe ? 'utf-16be' : bytes[0] === 0xff ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding)
    .decode(bytes)
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
}

/** Reads the parts from the front, as a program does that does not look at the list, and gives their first bytes. */
function readStarts(content: Uint8Array): Map<string, string> {
  const starts = new Map<string, string>();
  const unzip = new Unzip((part) => {
    if (starts.has(part.name)) throw new Unreadable('two parts have one name');
    if (starts.size >= limits.parts) throw new Unreadable('too many parts');
    starts.set(part.name, '');
    part.ondata = (error, chunk) => {
      if (error) throw error;
      const start = starts.get(part.name) ?? '';
      const more = chunk.subarray(0, limits.peekBytes - start.length);
      starts.set(part.name, start + strFromU8(more, true));
    };
    part.start();
  });
  unzip.register(Peek);
  // Small pieces: the first bytes of a part are known before much of it is unpacked.
  for (let at = 0; at < content.length; at += 4096)
    unzip.push(content.subarray(at, at + 4096), at + 4096 >= content.length);
  return starts;
}

/** Unpacks the beginning of a part, and none of the rest. */
class Peek {
  static readonly compression = 8;
  ondata: (error: Error | null, chunk: Uint8Array, final: boolean) => void = () => undefined;
  #unpacked = 0;
  readonly #inflate = new Inflate((chunk) => {
    this.#unpacked += chunk.length;
    this.ondata(null, chunk, false);
  });

  push(data: Uint8Array, final: boolean): void {
    if (this.#unpacked < limits.peekBytes) this.#inflate.push(data, final);
  }
}

/** Gives a part that is a document itself; null when it is too large. */
function unpack(content: Uint8Array, wanted: string): Uint8Array | null {
  const found = unzipSync(content, {
    filter: ({ name, originalSize }) => name === wanted && originalSize <= limits.embeddedBytes,
  });
  return found[wanted] ?? null;
}
