import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../domain/vocabulary.ts';

type InBoth = Readonly<Record<Language, unknown>>;

/** Texts of the command line are on no card, and take whole reports. */
const ofTheCommandLine = ['people/list-report.ts', 'requests/close-unit.ts'];

/** Gives all texts of the folder `locales` that people may read in a chat, so that a new file is never left out. */
export async function allTexts(): Promise<InBoth[]> {
  const root = join(import.meta.dirname, '../../locales');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !ofTheCommandLine.includes(file),
  );
  const modules = await Promise.all(files.map((file): Promise<object> => import(join(root, file))));
  return modules.flatMap((exports) => Object.values(exports)).filter(isInBoth);
}

const isInBoth = (value: unknown): value is InBoth =>
  typeof value === 'object' && value !== null && languages.every((language) => Object.hasOwn(value, language));

/** A sign in place of a value that a text takes. */
const gap = '\u0000';

/** The words of all texts of a language, without those of under four letters and those that both languages share. */
export function wordsOnlyIn(texts: readonly InBoth[], language: Language): string[] {
  const wordsIn = (one: Language) => texts.flatMap((inBoth) => pieces(inBoth[one]));
  const others = languages.filter((one) => one !== language).flatMap(wordsIn);
  return [...new Set(wordsIn(language))].filter((piece) => /\p{L}{4}/u.test(piece) && !others.includes(piece));
}

function pieces(text: unknown): string[] {
  if (typeof text === 'string') return text.split(gap).map((piece) => piece.trim());
  if (typeof text === 'function') return pieces(text(...Array.from({ length: text.length }, () => gap)));
  // A text may say nothing about a value.
  return text === null || text === undefined ? [] : Object.values(text).flatMap(pieces);
}
