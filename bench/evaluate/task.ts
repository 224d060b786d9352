import type { z } from 'zod';
import type { Vector } from '../../domain/text/embedder.ts';

/** A share from 0 to 1, a number of lines, or null where no line has what the figure is about. */
export type Figures = Readonly<Record<string, number | null>>;

/** What one reader of the product is measured by. */
export interface Task<Line, Read> {
  /** The fields that it needs; others are ignored. */
  line: z.ZodType<Line>;
  /** Whether an embedder serves it. */
  hasMeaning?: true;
  /**
   * What the product itself would do, by the same code as in a chat.
   * @param vector the text's meaning by an embedder; null: there is none
   */
  read(line: Line, vector: Vector | null): Read;
  isRight(line: Line, read: Read): boolean;
  figures(outcomes: ReadonlyArray<{ line: Line; read: Read }>): Figures;
}

/** The share of those that pass, rounded to a ten-thousandth; null where there are none. */
export function share<Item>(items: readonly Item[], passes: (item: Item) => boolean): number | null {
  if (items.length === 0) return null;
  return Math.round((items.filter(passes).length / items.length) * 10_000) / 10_000;
}
