import type { Rendered } from '../cards/case.ts';

export type Platform = keyof Rendered;

/** One of the pictures on a sheet. */
export interface Shot {
  caption: string;
  /** PNG in base 64. */
  picture: string;
}

/** The functions that web/gallery/ offers scripts/gallery/, under the name `galleryPage`. */
export interface GalleryPage {
  /** Resolves when the fonts are loaded. */
  loadFonts(): Promise<void>;
  /** Puts one card on the page, drawn by the playground, in place of the one before. */
  show(specimen: { platform: Platform; json: NonNullable<Rendered[Platform]>; language: 'da' | 'en' }): void;
  setTheme(theme: 'light' | 'dark'): void;
  /** Several pictures in `columns` columns, each under its caption. Lossless WebP in base 64. */
  makeSheet(shots: readonly Shot[], columns: number): Promise<string>;
}
