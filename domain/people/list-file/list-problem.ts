import type { Language, Role } from '../../vocabulary.ts';

/** The columns of an organisation file, by their names in the header. */
export const columns = [
  'email',
  'name',
  'role',
  'administration',
  'institution',
  'unit',
  'managerEmail',
  'language',
  'entraObjectId',
  'upn',
  'employeeNumber',
] as const;
export type Column = (typeof columns)[number];

/** Columns that a file may leave out. */
export const optionalColumns: readonly Column[] = ['entraObjectId', 'upn', 'employeeNumber'];

/** The values that the text of each problem needs. Lines count from 1 as an editor counts them: empty ones and those within a value, too. */
interface ListProblemData {
  'empty-file': object;
  'not-text': object;
  'no-rows': object;
  'too-many-rows': { rows: number; max: number };
  /** `line` of the header, where it is not the first. */
  'no-header': { expected: readonly Column[]; line?: number };
  'column-missing': { column: Column; line?: number };
  'column-twice': { column: Column; line?: number };
  /** A note: the column is none of ours. */
  'column-ignored': { column: string };
  'not-utf8': { line: number };
  'quote-broken': { line: number };
  'wrong-field-count': { line: number; expected: number; found: number };
  'control-character': { line: number; column: Column };
  'value-too-long': { line: number; column: Column; length: number; max: number };
  'value-missing': { line: number; column: Column };
  'email-invalid': { line: number; value: string };
  /** As e-mail or UPN. */
  'email-twice': { line: number; firstLine: number; email: string };
  'upn-invalid': { line: number; value: string };
  'employee-number-twice': { line: number; firstLine: number; value: string };
  'entra-invalid': { line: number; value: string };
  'entra-twice': { line: number; firstLine: number; value: string };
  'role-unknown': { line: number; value: string; allowed: readonly Role[] };
  'language-unknown': { line: number; value: string; allowed: readonly Language[] };
  'unit-unknown': { line: number; value: string; allowed: readonly string[] };
  'unit-missing': { line: number; allowed: readonly string[] };
  'manager-invalid': { line: number; value: string };
  'manager-unknown': { line: number; email: string };
  /** People who are each other's managers in a ring, in that order; one alone is her own manager. */
  'manager-ring': { line: number; members: ReadonlyArray<{ line: number; email: string }> };
}

export type ListProblemCode = keyof ListProblemData;

/** Something about an organisation file that the person who sent it must know. */
export type ListProblem<Code extends ListProblemCode = ListProblemCode> = {
  [Each in Code]: { code: Each } & ListProblemData[Each];
}[Code];
