import type { Known } from '../match.ts';
import { type Row, readRow } from './cells.ts';
import { type Header, readHeader } from './header.ts';
import { type Line, readLines } from './lines.ts';
import type { Column, ListProblem } from './list-problem.ts';
import { formerAddresses, type RowIdentity, relationProblems } from './relations.ts';
import { type OrganisationRow, rowProblems, toOrganisationRow, type Values } from './row.ts';

export type { ListProblem } from './list-problem.ts';

/** Far more leaders and owners than a municipality has; so many take 1.0–1.3 s to read. */
const maxRows = 50_000;

interface OrganisationFile {
  /** Empty when there is any problem: a list is taken over whole or not at all. */
  people: OrganisationRow[];
  /** Everything that is wrong, from the first line to the last. */
  problems: ListProblem[];
  /** Facts that the sender should know and that stop nothing. */
  notes: ListProblem[];
}

/**
 * Reads an organisation list as systems and spreadsheets export it: CSV in UTF-8, UTF-16 or Windows-1252, with comma,
 * semicolon or tab, any line ends, Excel's `sep=;` or not. All problems are told at once. Values are text: what looks like
 * a formula is kept as written.
 * @param known the people of the organisation: a manager may be named by an address that is not theirs any more
 */
export function readOrganisationFile(
  file: Uint8Array,
  knownUnits: readonly string[],
  known: readonly Known[] = [],
): OrganisationFile {
  const lines = readLines(file);
  if (!lines) return failed([{ code: 'not-text' }]);
  const [first] = lines;
  if (!first || lines.every(({ text }) => isBlank(text))) return failed([{ code: 'empty-file' }]);
  if (!first.isReadable) return failed([{ code: 'not-utf8', line: first.number }]);
  const header = readHeader(lines);
  if (header.positions.size === 0) return failed(header.problems);
  const rows = rowsBelow(lines, header);
  if (rows.length === 0) return failed([...header.problems, { code: 'no-rows' }], header.notes);
  if (rows.length > maxRows) {
    return failed([...header.problems, { code: 'too-many-rows', rows: rows.length, max: maxRows }], header.notes);
  }
  return readRows(rows, header, knownUnits, known);
}

function rowsBelow(lines: readonly Line[], { taken: headerLines, delimiter, leastWidth, width }: Header): Row[] {
  const rows: Row[] = [];
  for (let at = headerLines; at < lines.length; ) {
    if (isBlank(lines[at]?.text ?? '')) {
      at += 1;
      continue;
    }
    // From one row's value into the same column of another there are as many delimiters as in a row.
    const { row, taken } = readRow(lines, at, delimiter, (leastWidth || width) - 1);
    rows.push(row);
    at += taken;
  }
  return rows;
}

function readRows(
  rows: readonly Row[],
  header: Header,
  knownUnits: readonly string[],
  known: readonly Known[],
): OrganisationFile {
  const problems: ListProblem[] = [];
  const read: Array<{ line: number; values: Values }> = [];
  const unreadable = new Set<string>();
  for (const row of rows) {
    const result = readValues(row, header);
    if ('values' in result) {
      read.push({ line: row.line, values: result.values });
      problems.push(...rowProblems(row.line, result.values, knownUnits));
    } else {
      problems.push(result.problem);
      if (result.email !== null) unreadable.add(result.email);
    }
  }
  const identities = read.map(identityOf);
  const former = formerAddresses(identities, known);
  const all = [...header.problems, ...problems, ...relationProblems(identities, unreadable, former)];
  const inOrder = all.toSorted((a, b) => lineOf(a) - lineOf(b));
  if (inOrder.length > 0) return failed(inOrder, header.notes);
  const people = read.map(({ line, values }) => {
    const row = toOrganisationRow(line, values);
    return { ...row, managerEmail: former.get(row.managerEmail ?? '')?.email ?? row.managerEmail };
  });
  return { people, problems: [], notes: header.notes };
}

function readValues(row: Row, header: Header): { values: Values } | { problem: ListProblem; email: string | null } {
  const { line, cells } = row;
  if (!cells) return { problem: { code: 'quote-broken', line }, email: null };
  const email = cells[header.positions.get('email') ?? 0]?.toLowerCase() ?? null;
  if (!row.isReadable) return { problem: { code: 'not-utf8', line }, email };
  const isTooLong = cells.slice(header.width).some((cell) => cell !== '');
  if (cells.length < header.leastWidth || isTooLong) {
    return { problem: { code: 'wrong-field-count', line, expected: header.width, found: cells.length }, email };
  }
  const values = [...header.positions].map(([column, index]) => [column, cells[index] ?? ''] as const);
  return { values: new Map(values) };
}

function identityOf({ line, values }: { line: number; values: Values }): RowIdentity {
  const lower = (column: Column) => (values.get(column) ?? '').toLowerCase();
  return {
    line,
    name: values.get('name') ?? '',
    email: lower('email'),
    upn: lower('upn'),
    managerEmail: lower('managerEmail'),
    entraObjectId: lower('entraObjectId'),
    employeeNumber: lower('employeeNumber'),
  };
}

/** Nothing but blanks and separators, as spreadsheets leave them behind the last row. */
function isBlank(text: string): boolean {
  return /^[\s,;"]*$/.test(text);
}

function lineOf(problem: ListProblem): number {
  return 'line' in problem ? (problem.line ?? 1) : 1;
}

function failed(problems: ListProblem[], notes: ListProblem[] = []): OrganisationFile {
  return { people: [], problems, notes };
}
