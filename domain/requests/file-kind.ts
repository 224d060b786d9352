import { fileTypeFromBuffer } from 'file-type';

const office = 'application/vnd.openxmlformats-officedocument.';
const openDocument = 'application/vnd.oasis.opendocument.';

/** The kinds of pictures and documents that we keep, with the endings that their names may have. */
const endingsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['image/png', ['png']],
  ['image/apng', ['png']],
  ['image/jpeg', ['jpg', 'jpeg']],
  ['image/gif', ['gif']],
  ['image/webp', ['webp']],
  ['image/heic', ['heic', 'heif']],
  ['image/heif', ['heic', 'heif']],
  ['application/pdf', ['pdf']],
  [`${office}wordprocessingml.document`, ['docx']],
  [`${office}spreadsheetml.sheet`, ['xlsx']],
  [`${office}presentationml.presentation`, ['pptx']],
  [`${openDocument}text`, ['odt']],
  [`${openDocument}spreadsheet`, ['ods']],
]);

/**
 * The parts of a document that hold macros; a zip does not compress the names of parts (APPNOTE 4.4.17; ECMA-376, part
 * 2; ODF 1.3, part 2).
 */
const macroParts: ReadonlyMap<string, readonly string[]> = new Map([
  [office, ['vbaproject.bin']],
  [openDocument, ['basic/script-lc.xml', 'scripts/']],
]);

/**
 * Gives the name and media type of a picture or document whose content is of the kind that its name says; null for
 * everything else, including macros, programs and web pages. A picture without an ending, as some platforms send it,
 * gets one.
 */
export async function fileKind(name: string, content: Uint8Array): Promise<{ name: string; type: string } | null> {
  const type = (await fileTypeFromBuffer(content))?.mime ?? '';
  const endings = endingsOf.get(type) ?? [];
  const complete = name.includes('.') || !type.startsWith('image/') ? name : `${name}.${endings[0]}`;
  if (!endings.some((ending) => complete.toLowerCase().endsWith(`.${ending}`))) return null;
  const macros = [...macroParts].find(([family]) => type.startsWith(family))?.[1];
  const isUnsafe = macros ? holdsAny(content, macros) : endsAsZip(content);
  return isUnsafe ? null : { name: complete, type };
}

function holdsAny(content: Uint8Array, parts: readonly string[]): boolean {
  const text = new TextDecoder('latin1').decode(content).toLowerCase();
  return parts.some((part) => text.includes(part));
}

/**
 * Looks for the record that ends a zip: its size without the comment, whose length is in its last two bytes (APPNOTE
 * 4.3.16).
 */
const zipEnd = { signature: [0x50, 0x4b, 0x05, 0x06], size: 22, longestComment: 0xffff } as const;

/** Tells whether a file that begins as another kind is also an archive, for a program that reads it from its end. */
function endsAsZip(content: Uint8Array): boolean {
  const tail = content.subarray(-(zipEnd.size + zipEnd.longestComment));
  return tail.some((_, at) => {
    if (!zipEnd.signature.every((byte, index) => tail[at + index] === byte)) return false;
    const comment = (tail[at + 20] ?? 0) + 256 * (tail[at + 21] ?? 0);
    return at + zipEnd.size + comment === tail.length;
  });
}
