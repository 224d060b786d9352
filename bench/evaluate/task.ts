/** A share from 0 to 1, a number of lines, or null where no line has what the figure is about. */
export type Figures = Readonly<Record<string, number | null>>;

/** What one reader of the product is measured by. */
export interface Task<Line, Read> {
  /** Takes the fields that it needs, and ignores others. Throws an error that names what is missing. */
  parse(line: Readonly<Record<string, unknown>>): Line;
  /** What the product itself would do, by the same code as in a chat. */
  read(line: Line): Read;
  isRight(line: Line, read: Read): boolean;
  figures(outcomes: ReadonlyArray<{ line: Line; read: Read }>): Figures;
}

/** The share of those that pass, rounded to a ten-thousandth; null where there are none. */
export function share<Item>(items: readonly Item[], passes: (item: Item) => boolean): number | null {
  if (items.length === 0) return null;
  return Math.round((items.filter(passes).length / items.length) * 10_000) / 10_000;
}

export function textOf({ text }: Readonly<Record<string, unknown>>): string {
  if (typeof text !== 'string') throw new Error('needs "text"');
  return text;
}

/** The one of the values that a field of a line has. Throws an error that names the field where it has none of them. */
export function oneOf<Value extends string>(values: readonly Value[], value: unknown, name: string): Value {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new Error(`needs "${name}", one of ${values.join(', ')}`);
  return found;
}
