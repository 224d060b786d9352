import { readCells } from './cells.ts';
import { type Header, readHeader } from './header.ts';
import { isBinary, type Line, readLines } from './lines.ts';
import type { ListProblem } from './list-problem.ts';
import { relationProblems, type Tie } from './relations.ts';
import { type OrganisationRow, rowProblems, toOrganisationRow, type Values } from './row.ts';

export type { ListProblem } from './list-problem.ts';

/** Far more leaders and owners than a municipality has; so many take 1.0–1.3 s to read. */
const maxRows = 50_000;

interface OrganisationFile {
  /** Empty when there is any problem: a list is taken over whole or not at all. */
  people: OrganisationRow[];
  /** Everything that is wrong, from the first line to the last. */
  problems: ListProblem[];
  /** What the sender should know although it stops nothing. */
  notes: ListProblem[];
}

/**
 * Reads an organisation list as systems and spreadsheets export it: CSV in UTF-8 with or without a byte order mark,
 * with comma, semicolon or tab, any line ends. All problems are told at once. Values are text: what looks like a formula
 * is kept as written.
 */
export function readOrganisationFile(file: Uint8Array, knownUnits: readonly string[]): OrganisationFile {
  if (isBinary(file)) return failed([{ code: 'not-text' }]);
  const [first, ...rest] = readLines(file);
  const rows = rest.filter(({ text }) => !isBlank(text));
  if (!first || (rows.length === 0 && isBlank(first.text))) return failed([{ code: 'empty-file' }]);
  if (!first.isUtf8) return failed([{ code: 'not-utf8', line: first.number }]);
  const header = readHeader(first.text);
  if (header.positions.size === 0) return failed(header.problems);
  if (rows.length === 0) return failed([...header.problems, { code: 'no-rows' }], header.notes);
  if (rows.length > maxRows) {
    return failed([...header.problems, { code: 'too-many-rows', rows: rows.length, max: maxRows }], header.notes);
  }
  return readRows(rows, header, knownUnits);
}

function readRows(rows: readonly Line[], header: Header, knownUnits: readonly string[]): OrganisationFile {
  const problems: ListProblem[] = [];
  const read: Array<{ line: number; values: Values }> = [];
  const unreadable = new Set<string>();
  for (const row of rows) {
    const result = readValues(row, header);
    if ('values' in result) {
      read.push({ line: row.number, values: result.values });
      problems.push(...rowProblems(row.number, result.values, knownUnits));
    } else {
      problems.push(result.problem);
      if (result.email !== null) unreadable.add(result.email);
    }
  }
  const all = [...header.problems, ...problems, ...relationProblems(read.map(toTie), unreadable)];
  const inOrder = all.toSorted((a, b) => lineOf(a) - lineOf(b));
  if (inOrder.length > 0) return failed(inOrder, header.notes);
  const people = read.map(({ line, values }) => toOrganisationRow(line, values));
  return { people, problems: [], notes: header.notes };
}

function readValues(row: Line, header: Header): { values: Values } | { problem: ListProblem; email: string | null } {
  const line = row.number;
  const cells = readCells(row.text, header.delimiter);
  if (!cells) return { problem: { code: 'quote-broken', line }, email: null };
  const email = cells[header.positions.get('email') ?? 0]?.toLowerCase() ?? null;
  if (!row.isUtf8) return { problem: { code: 'not-utf8', line }, email };
  if (cells.length !== header.width) {
    return { problem: { code: 'wrong-field-count', line, expected: header.width, found: cells.length }, email };
  }
  const values = [...header.positions].map(([column, index]) => [column, cells[index] ?? ''] as const);
  return { values: new Map(values) };
}

function toTie({ line, values }: { line: number; values: Values }): Tie {
  return {
    line,
    email: (values.get('email') ?? '').toLowerCase(),
    managerEmail: (values.get('managerEmail') ?? '').toLowerCase(),
    entraObjectId: (values.get('entraObjectId') ?? '').toLowerCase(),
  };
}

/** Nothing but blanks and separators, as spreadsheets leave them behind the last row. */
function isBlank(text: string): boolean {
  return /^[\s,;"]*$/.test(text);
}

function lineOf(problem: ListProblem): number {
  return 'line' in problem ? problem.line : 1;
}

function failed(problems: ListProblem[], notes: ListProblem[] = []): OrganisationFile {
  return { people: [], problems, notes };
}
