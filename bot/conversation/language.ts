import type { Language } from '../../domain/vocabulary.ts';

/** Danish, unless what the client asks for, a locale or a browser's list of them, names English before it. */
export function languageOf(asked: string | null | undefined): Language {
  const [, first] = /(?:^|,)\s*(da|en)(?![a-z])/i.exec(asked ?? '') ?? [];
  return first?.toLowerCase() === 'en' ? 'en' : 'da';
}
