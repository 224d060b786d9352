import { CsvError, parse } from 'csv-parse/sync';
import { nameText } from '../../text/clean-text.ts';
import type { Line } from './lines.ts';

export type Delimiter = ',' | ';' | '\t';

/** One row of the file, which a value with line breaks makes several lines long. */
export interface Row {
  /** Its first line. */
  line: number;
  text: string;
  isReadable: boolean;
  /** Each as `nameText` gives it; null when the quotation marks do not pair up. */
  cells: string[] | null;
}

/** A quotation mark that is closed later than this was lost. */
const mostLinesInRow = 20;

/**
 * The row that begins at `lines[at]`, and how many lines it takes. Rows are read one by one, so that
 * a lost quotation mark spoils one row, not the rest of the file: a value that would swallow `swallowed` delimiters
 * holds other rows.
 */
export function readRow(
  lines: readonly Line[],
  at: number,
  delimiter: Delimiter,
  swallowed: number,
): { row: Row; taken: number } {
  const first = lines[at];
  if (!first) throw new Error(`there is no line ${at}`);
  const { number: line, text, isReadable } = first;
  const own = { line, text, isReadable };
  const single = readCells(text, delimiter);
  if (single !== 'open') return { row: { ...own, cells: single === 'broken' ? null : single }, taken: 1 };
  const broken = { row: { ...own, cells: null }, taken: 1 };
  const rest = lines.slice(at + 1, at + mostLinesInRow);
  const closing = rest.findIndex((next) => next.text.split('"').length % 2 === 0);
  if (closing < 0) return broken;
  const all = [first, ...rest.slice(0, closing + 1)];
  const whole = all.map((each) => each.text).join('\n');
  const cells = readCells(whole, delimiter);
  if (typeof cells === 'string' || cells.some((cell) => cell.split(delimiter).length > swallowed)) return broken;
  const row = { line, text: whole, isReadable: all.every((each) => each.isReadable), cells };
  return { row, taken: all.length };
}

/** `open`: a quotation mark is not closed. `broken`: one stands where it cannot. */
function readCells(text: string, delimiter: Delimiter): string[] | 'open' | 'broken' {
  // A parser for each row takes most of the time; only quotation marks need one.
  if (!text.includes('"')) return text.split(delimiter).map(nameText);
  try {
    const [cells = []] = parse(text, { delimiter, trim: true, relax_column_count: true });
    return cells.map(nameText);
  } catch (error) {
    if (error instanceof CsvError) return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'broken';
    throw error;
  }
}
