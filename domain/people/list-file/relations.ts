import { addressesOf, type Known, matchPeople } from '../match.ts';
import type { ListProblem } from './list-problem.ts';
import { isEmail } from './row.ts';

/** The identity of a row's person and of their manager; addresses and ids in lower case, '' when there is none. */
export interface RowIdentity {
  line: number;
  name: string;
  email: string;
  upn: string;
  managerEmail: string;
  entraObjectId: string;
  employeeNumber: string;
}

/**
 * Gives the problems between rows: the same address, Entra id or employee number twice, a manager who is in no row, managers in
 * a ring. `unreadable` are the e-mails of rows whose other values could not be read: they count as known managers and
 * nothing more. `former` are addresses that people of the list had until now: managers may be named by them.
 */
export function relationProblems(
  rows: readonly RowIdentity[],
  unreadable: ReadonlySet<string>,
  former: ReadonlyMap<string, RowIdentity>,
): ListProblem[] {
  const problems: ListProblem[] = [];
  const byAddress = new Map<string, RowIdentity>();
  for (const row of rows) {
    for (const address of new Set([row.email, row.upn])) {
      const first = byAddress.get(address);
      if (first) problems.push({ code: 'email-twice', line: row.line, firstLine: first.line, email: address });
      else if (address !== '') byAddress.set(address, row);
    }
  }
  for (const [code, key] of [
    ['entra-twice', 'entraObjectId'],
    ['employee-number-twice', 'employeeNumber'],
  ] as const) {
    const seen = new Map<string, number>();
    for (const { line, [key]: value } of rows) {
      const firstLine = seen.get(value);
      if (firstLine !== undefined) problems.push({ code, line, firstLine, value });
      else if (value !== '') seen.set(value, line);
    }
  }
  for (const { line, managerEmail } of rows) {
    const isKnown = byAddress.has(managerEmail) || former.has(managerEmail) || unreadable.has(managerEmail);
    if (isEmail(managerEmail) && !isKnown) problems.push({ code: 'manager-unknown', line, email: managerEmail });
  }
  return [...problems, ...rings(new Map([...former, ...byAddress]))];
}

/** Each ring once: everybody's chain of managers is followed up to somebody who was passed before. */
function rings(byAddress: ReadonlyMap<string, RowIdentity>): ListProblem[] {
  const problems: ListProblem[] = [];
  const passed = new Set<RowIdentity>();
  for (const start of byAddress.values()) {
    const chain: RowIdentity[] = [];
    let row: RowIdentity | undefined = start;
    while (row && !passed.has(row)) {
      passed.add(row);
      chain.push(row);
      row = byAddress.get(row.managerEmail);
    }
    const members = row && chain.includes(row) ? chain.slice(chain.indexOf(row)) : [];
    if (members.length > 0) {
      problems.push({
        code: 'manager-ring',
        line: members.reduce((first, { line }) => Math.min(first, line), Number.POSITIVE_INFINITY),
        members: members.map(({ line, email }) => ({ line, email })),
      });
    }
  }
  return problems;
}

/** The rows of people whom the organisation knows, by addresses that nobody has in the list any more. */
export function formerAddresses(rows: readonly RowIdentity[], known: readonly Known[]): Map<string, RowIdentity> {
  const current = new Set(rows.flatMap(addressesOf));
  const former = new Map<string, RowIdentity>();
  for (const [row, { person }] of matchPeople(rows, known).matched) {
    for (const address of addressesOf(person)) if (!current.has(address)) former.set(address, row);
  }
  return former;
}
