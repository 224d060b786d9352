import type { Language } from '../domain/vocabulary.ts';

/** Every word a person reads stands in both languages, side by side. */
export type InBoth<Text> = Readonly<Record<Language, Text>>;
