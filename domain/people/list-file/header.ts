import { type Delimiter, readRow } from './cells.ts';
import type { Line } from './lines.ts';
import { type Column, columns, type ListProblem, optionalColumns } from './list-problem.ts';
import { mayBeEmpty } from './row.ts';

/** Danish Excel writes semicolons, other programs commas, and a pasted selection tabs. */
const delimiters: readonly Delimiter[] = [',', ';', '\t'];

export interface Header {
  delimiter: Delimiter;
  /** The number of values of a row. */
  width: number;
  /** The number of values that it must have: spreadsheets leave out empty cells at the end of a row. */
  leastWidth: number;
  /** The number of lines of the file that the header takes. */
  taken: number;
  /** The place of each column; a missing one is not here. */
  positions: ReadonlyMap<Column, number>;
  problems: ListProblem[];
  notes: ListProblem[];
}

/**
 * The delimiter and the columns by the first line, or the second where the first is Excel's `sep=;`: the delimiter is the
 * one that brings out most column names.
 */
export function readHeader(lines: readonly Line[]): Header {
  const at = /^"?sep=.?"?[,;\t]*$/i.test(lines[0]?.text ?? '') && lines.length > 1 ? 1 : 0;
  const [first, ...others] = delimiters.map((delimiter) => readWith(lines, at, delimiter));
  if (!first) throw new Error('there is no delimiter to read with');
  return others.reduce((best, header) => (header.positions.size > best.positions.size ? header : best), first);
}

function readWith(lines: readonly Line[], at: number, delimiter: Delimiter): Header {
  const { row, taken } = readRow(lines, at, delimiter, columns.length);
  const names = row.cells ?? [];
  const line = row.line === 1 ? {} : { line: row.line };
  const positions = new Map<Column, number>();
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  for (const [index, name] of names.entries()) {
    const column = columns.find((known) => known.toLowerCase() === name.toLowerCase());
    if (!column) {
      if (name !== '') notes.push({ code: 'column-ignored', column: name });
    } else if (positions.has(column)) problems.push({ code: 'column-twice', column, ...line });
    else positions.set(column, index);
  }
  if (positions.size === 0) {
    const expected = columns.filter((column) => !optionalColumns.includes(column));
    problems.push({ code: 'no-header', expected, ...line });
  } else {
    const missing = columns.filter((column) => !positions.has(column) && !optionalColumns.includes(column));
    problems.push(...missing.map((column) => ({ code: 'column-missing', column, ...line }) as const));
  }
  const lastNeeded = Math.max(...[...positions].map(([column, index]) => (mayBeEmpty(column) ? -1 : index)), -1);
  return { delimiter, width: names.length, leastWidth: lastNeeded + 1, taken: at + taken, positions, problems, notes };
}
