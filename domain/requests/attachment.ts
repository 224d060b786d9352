import type { Platform } from '../vocabulary.ts';

/** A file that somebody sent with a draft or a request. Its content is fetched after the message is acknowledged. */
export interface Attachment {
  id: string;
  /** The draft or request it belongs to; a sent draft keeps its id. */
  about: string;
  by: string;
  at: Date;
  name: string;
  /** Bytes; what the platform said until it is stored. */
  size: number;
  /** A media type of `fileTypes`; null until the content is known. */
  type: string | null;
  state: 'fetching' | 'stored' | 'refused';
  problem: FileProblem | null;
  /** Where the platform keeps it: its own matter, and nothing that a person sees. */
  source: { platform: Platform; reference: string };
}

/** Why a file was not kept. */
export const fileProblems = ['too-large', 'wrong-type', 'too-many', 'gone', 'only-a-link'] as const;
export type FileProblem = (typeof fileProblems)[number];

/** What fits a picture of a screen or a scanned form; a chat message is no place for more. */
export const fileLimits = { bytes: 10 * 1024 * 1024, perRequest: 10, nameLength: 150 } as const;

type Signature = { type: string; endings: readonly string[]; begins: readonly number[]; at?: number };

const zip = [0x50, 0x4b, 0x03, 0x04];
const office = 'application/vnd.openxmlformats-officedocument.';

/** Pictures and documents by the bytes they begin with (https://en.wikipedia.org/wiki/List_of_file_signatures). */
const signatures: readonly Signature[] = [
  { type: 'image/png', endings: ['png'], begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'], begins: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', endings: ['gif'], begins: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', endings: ['webp'], begins: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { type: 'image/heic', endings: ['heic', 'heif'], begins: [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], at: 4 },
  { type: 'application/pdf', endings: ['pdf'], begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: `${office}wordprocessingml.document`, endings: ['docx'], begins: zip },
  { type: `${office}spreadsheetml.sheet`, endings: ['xlsx'], begins: zip },
  { type: `${office}presentationml.presentation`, endings: ['pptx'], begins: zip },
  { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'], begins: zip },
  { type: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'], begins: zip },
];

/** The name with the ending of a picture whose platform gave it none; any other name as it is. */
export function completeName(name: string, content: Uint8Array): string {
  if (name.includes('.')) return name;
  const ending = signatures.find(
    ({ type, endings: [first = ''] }) => type.startsWith('image/') && fileType(`x.${first}`, content),
  )?.endings[0];
  return ending === undefined ? name : `${name}.${ending}`;
}

/**
 * The media type of a picture or document whose name and first bytes agree; null for everything else, macros,
 * programs and web pages among it.
 */
export function fileType(name: string, content: Uint8Array): string | null {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const found = signatures.find(
    ({ endings, begins, at = 0 }) =>
      endings.includes(ending) && begins.every((byte, index) => content[at + index] === byte),
  );
  return found && !holdsMacros(content) ? found.type : null;
}

/** The part of an Office file that macros are in; names of parts are not compressed (ECMA-376, part 2; APPNOTE 4.4.17). */
function holdsMacros(content: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(content).toLowerCase().includes('vbaproject.bin');
}
