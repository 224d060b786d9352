import { type Language, languages, type Role, roles } from '../../vocabulary.ts';
import { type Column, columns, type ListProblem } from './list-problem.ts';

/** One person of the list, as the file says it. */
export interface OrganisationRow {
  line: number;
  /** In lower case: e-mails are compared without case. */
  email: string;
  name: string;
  roles: Role[];
  administration: string;
  institution: string;
  unit: string | null;
  managerEmail: string | null;
  language: Language;
  /** By which Teams knows the person, in lower case; it stays when the address changes. */
  entraObjectId: string | null;
  /** The user principal name, in lower case; Teams gives it in the e-mail's place. */
  upn: string | null;
  employeeNumber: string | null;
}

/** A row's values by column; a column that the header lacks is not here. */
export type Values = ReadonlyMap<Column, string>;

/**
 * In UTF-16 units; the longest real institution names are near 80. Administrations are chosen from a list, whose options
 * hold 75 characters in Slack.
 */
const maxLengths: Partial<Record<Column, number>> = { administration: 75 };
const maxValueLength = 200;

const required: readonly Column[] = ['email', 'name', 'role', 'administration', 'institution', 'language'];

/** Whether a row may leave the column empty, as far as the column alone says. */
export const mayBeEmpty = (column: Column): boolean => !required.includes(column);

/**
 * Control characters, and those that are not seen, such as direction overrides, soft hyphens and joiners: they make a
 * name look like another one.
 */
const forbiddenCharacters = /[\p{Cc}\p{Cf}]/u;

/** Tells whether a value has the form of an e-mail address. */
export function isEmail(value: string): boolean {
  return /^[\p{L}\p{N}_%+'-]+(?:\.[\p{L}\p{N}_%+'-]+)*@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u.test(value);
}

/**
 * Like an e-mail, with the further characters of a user principal name
 * (https://learn.microsoft.com/en-us/microsoft-365/enterprise/prepare-for-directory-synchronization): a guest's is
 * `anna_firma.dk#EXT#@kommune.onmicrosoft.com`.
 */
function isUpn(value: string): boolean {
  return isEmail(value.replace(/[!#^~](?=.*@)/gu, '_'));
}

function isGuid(value: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);
}

/** Everything that is wrong with a row by itself; how rows fit together is checked by `relationProblems`. */
export function rowProblems(line: number, values: Values, knownUnits: readonly string[]): ListProblem[] {
  const problems: ListProblem[] = [];
  for (const column of columns) {
    const value = values.get(column);
    if (value === undefined) continue;
    if (value === '' && required.includes(column)) problems.push({ code: 'value-missing', line, column });
    else if (value.length > (maxLengths[column] ?? maxValueLength)) {
      const max = maxLengths[column] ?? maxValueLength;
      problems.push({ code: 'value-too-long', line, column, length: value.length, max });
    } else if (forbiddenCharacters.test(value)) problems.push({ code: 'control-character', line, column });
    else problems.push(...meaningProblems(line, column, value, knownUnits));
  }
  const ownsProcesses = rolesIn(values.get('role') ?? '').includes('processOwner');
  if (ownsProcesses && values.get('unit') === '') problems.push({ code: 'unit-missing', line, allowed: knownUnits });
  return problems;
}

/** The person of a row without problems. */
export function toOrganisationRow(line: number, values: Values): OrganisationRow {
  const text = (column: Column) => values.get(column) ?? '';
  const language = languages.find((known) => known === text('language'));
  if (!language) throw new Error(`line ${line} was not checked`);
  return {
    line,
    email: text('email').toLowerCase(),
    name: text('name'),
    roles: roles.filter((role) => rolesIn(text('role')).includes(role)),
    administration: text('administration'),
    institution: text('institution'),
    unit: text('unit') || null,
    managerEmail: text('managerEmail').toLowerCase() || null,
    language,
    entraObjectId: text('entraObjectId').toLowerCase() || null,
    upn: text('upn').toLowerCase() || null,
    employeeNumber: text('employeeNumber') || null,
  };
}

function meaningProblems(line: number, column: Column, value: string, knownUnits: readonly string[]): ListProblem[] {
  switch (column) {
    case 'email':
      return isEmail(value) ? [] : [{ code: 'email-invalid', line, value }];
    case 'role':
      return rolesIn(value)
        .filter((role) => !isOneOf(roles, role))
        .map((role) => ({ code: 'role-unknown', line, value: role, allowed: roles }));
    case 'unit':
      return value === '' || knownUnits.includes(value)
        ? []
        : [{ code: 'unit-unknown', line, value, allowed: knownUnits }];
    case 'managerEmail':
      return value === '' || isEmail(value) ? [] : [{ code: 'manager-invalid', line, value }];
    case 'language':
      return isOneOf(languages, value) ? [] : [{ code: 'language-unknown', line, value, allowed: languages }];
    case 'entraObjectId':
      return value === '' || isGuid(value) ? [] : [{ code: 'entra-invalid', line, value }];
    case 'upn':
      return value === '' || isUpn(value) ? [] : [{ code: 'upn-invalid', line, value }];
    case 'employeeNumber':
    case 'name':
    case 'administration':
    case 'institution':
      return [];
  }
}

function rolesIn(value: string): string[] {
  return value.split('|').map((role) => role.trim());
}

function isOneOf(allowed: readonly string[], value: string): boolean {
  return allowed.includes(value);
}
