import type { Language } from '../domain/vocabulary.ts';

/** The shape of texts without their words: a string may be any string, and functions keep their parameters. */
type Shape<Text> = Text extends string
  ? string
  : Text extends (...parameters: infer Parameters) => infer Result
    ? (...parameters: Parameters) => Shape<Result>
    : { readonly [Key in keyof Text]: Shape<Text[Key]> };

/**
 * Holds texts in both languages side by side. The compiler takes their shape from the Danish, so that nobody writes it
 * twice; it refuses an English text that is missing, that has no Danish counterpart or that needs another parameter.
 * Texts that must cover a whole vocabulary name it: `inBoth<Record<Refusal, string>>(…)`, or
 * `satisfies Record<Decision, string>` on a part of the Danish.
 */
export function inBoth<const Danish>(texts: {
  readonly da: Danish & Shape<NoInfer<Danish>>;
  readonly en: Shape<NoInfer<Danish>>;
}): Readonly<Record<Language, Shape<Danish>>> {
  return texts;
}
