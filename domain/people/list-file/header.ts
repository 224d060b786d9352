import { type Delimiter, readCells } from './cells.ts';
import { type Column, columns, type ListProblem, optionalColumns } from './list-problem.ts';

/** Danish Excel writes semicolons, other programs commas, and a pasted selection tabs. */
const delimiters: readonly Delimiter[] = [',', ';', '\t'];

export interface Header {
  delimiter: Delimiter;
  /** How many values a row must have. */
  width: number;
  /** Where each column stands; a missing one is not here. */
  positions: ReadonlyMap<Column, number>;
  problems: ListProblem[];
  notes: ListProblem[];
}

/** The delimiter and the columns by the first line: the delimiter is the one that brings out most column names. */
export function readHeader(line: string): Header {
  const [first, ...others] = delimiters.map((delimiter) => readWith(line, delimiter));
  if (!first) throw new Error('there is no delimiter to read with');
  return others.reduce((best, header) => (header.positions.size > best.positions.size ? header : best), first);
}

function readWith(line: string, delimiter: Delimiter): Header {
  const names = readCells(line, delimiter) ?? [];
  const positions = new Map<Column, number>();
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  for (const [index, name] of names.entries()) {
    const column = columns.find((known) => known.toLowerCase() === name.toLowerCase());
    if (!column) {
      if (name !== '') notes.push({ code: 'column-ignored', column: name });
    } else if (positions.has(column)) problems.push({ code: 'column-twice', column });
    else positions.set(column, index);
  }
  if (positions.size === 0)
    problems.push({ code: 'no-header', expected: columns.filter((column) => !optionalColumns.includes(column)) });
  else {
    const missing = columns.filter((column) => !positions.has(column) && !optionalColumns.includes(column));
    problems.push(...missing.map((column) => ({ code: 'column-missing', column }) as const));
  }
  return { delimiter, width: names.length, positions, problems, notes };
}
