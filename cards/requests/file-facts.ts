import type { Attachment } from '../../domain/requests/record/attachment.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { fileTexts } from '../../locales/requests/files.ts';
import type { Block } from '../card.ts';
import { facts } from '../parts.ts';

/** So many files are named beside the longest request and answer. */
const namedFiles = 2;

/** The names of the files in the card of what they belong to. */
export function fileFacts(files: readonly Attachment[], language: Language): Block[] {
  const words = fileTexts[language];
  const hidden = files.length - namedFiles;
  const names = files.slice(0, namedFiles).map(({ name }) => shortName(name));
  return facts([[words.label, [...names, ...(hidden > 0 ? [words.more(hidden)] : [])].join(', ')]]);
}

/** A button has room for 75 characters; the ending of a file's name says what it is, so the middle is left out. */
export function shortName(name: string): string {
  return name.length <= 40 ? name : `${name.slice(0, 24)}…${name.slice(-14)}`;
}
