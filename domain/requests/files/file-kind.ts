import { fileTypeFromBuffer } from 'file-type';
import type { FileProblem } from '../record/attachment.ts';
import { lookIntoDocument } from './office-file.ts';

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

/** Kinds of Office files that are made to hold macros, by their endings. */
const macroEndings = /\.(docm|dotm|xlsm|xltm|xlam|xlsb|pptm|ppsm|potm|ppam)$/i;

/** The start of a compound file, and the name under which it keeps macros, in UTF-16 (MS-CFB 2.2; MS-OVBA 2.2.1). */
const compoundFile = { start: '\xd0\xcf\x11\xe0', macros: [...'_VBA_PROJECT'].join('\0') } as const;

/**
 * Gives the name and media type of a picture or document whose content is of the kind that its name says, and the
 * problem of everything else: programs, web pages, documents that hold macros, objects or programs. A picture without
 * an ending, as some platforms send it, gets one.
 */
export async function fileKind(
  name: string,
  content: Uint8Array,
): Promise<{ name: string; type: string } | Extract<FileProblem, 'wrong-type' | 'holds-programs'>> {
  if (macroEndings.test(name) || isOldWithMacros(content)) return 'holds-programs';
  const type = (await fileTypeFromBuffer(content))?.mime ?? '';
  if (/macroenabled/i.test(type)) return 'holds-programs';
  const endings = endingsOf.get(type) ?? [];
  const complete = name.includes('.') || !type.startsWith('image/') ? name : `${name}.${endings[0]}`;
  if (!endings.some((ending) => complete.toLowerCase().endsWith(`.${ending}`))) return 'wrong-type';
  if (type.startsWith(office) || type.startsWith(openDocument)) {
    const seen = lookIntoDocument(content);
    if (seen !== 'fine') return seen === 'broken' ? 'wrong-type' : seen;
  } else if (endsAsZip(content)) return 'wrong-type';
  return { name: complete, type };
}

function isOldWithMacros(content: Uint8Array): boolean {
  const text = new TextDecoder('latin1');
  if (text.decode(content.subarray(0, 4)) !== compoundFile.start) return false;
  return text.decode(content).includes(compoundFile.macros);
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
