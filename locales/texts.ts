import type { Language } from '../domain/vocabulary.ts';

/** A text's shape without its words: every string is any string, functions keep their parameters. */
type Shape<Text> = Text extends string
  ? string
  : Text extends (...parameters: infer Parameters) => infer Result
    ? (...parameters: Parameters) => Shape<Result>
    : { readonly [Key in keyof Text]: Shape<Text[Key]> };

/**
 * Every word that a person reads, in both languages side by side. The Danish gives the shape, so that it is written
 * once; an English text that is missing, that is too many or that wants another parameter does not compile. Danish texts
 * that must cover a whole vocabulary say so with `satisfies Record<Decision, string>`.
 */
export function inBoth<const Danish>(texts: {
  readonly da: Danish & Shape<NoInfer<Danish>>;
  readonly en: Shape<NoInfer<Danish>>;
}): Readonly<Record<Language, Shape<Danish>>> {
  return texts;
}
