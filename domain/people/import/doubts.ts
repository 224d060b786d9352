import { addressesOf, hasOtherName, isOtherByNumber, type Matches } from '../match.ts';
import type { Person } from '../person.ts';
import type { ListRow } from './list-row.ts';

/** Somebody as an administrator knows them. */
export interface Named {
  name: string;
  email: string;
}

/** A row of a list that does not tell clearly which person it is about. */
export type Doubt =
  /**
   * The row has what another person was known by until now. `isNew`: the row is somebody new; `remains`: the other person
   * is on the list, too; `byNumber`: nothing but the employee number and the name says that they are two.
   */
  | {
      code: 'somebody-else';
      line: number;
      row: Named;
      has: Shared;
      other: Named;
      isNew: boolean;
      remains: boolean;
      byNumber: boolean;
    }
  /** The same address under what looks like another person's name, and nothing else to tell them by. */
  | { code: 'other-name'; line: number; row: Named; before: Named }
  /** These lines and people fit each other in several ways: the list cannot be imported before it is told. */
  | { code: 'undecided'; line: number; lines: readonly number[]; people: readonly Named[] };

export type Shared = 'address' | 'employeeNumber' | 'chat';

/** Gives all doubts of a list in the order of its lines. Only `undecided` stops the import. */
export function doubtsOf(matches: Matches<ListRow, Person>, rows: readonly ListRow[]): Doubt[] {
  const listed = new Set([...matches.matched.values()].map(({ person }) => person));
  const undecided = matches.undecided.map(({ rows: some, people }): Doubt => {
    const lines = some.map(({ line }) => line).sort((one, other) => one - other);
    return { code: 'undecided', line: lines[0] ?? 1, lines, people: people.map(named) };
  });
  const open = new Set(matches.undecided.flatMap((one) => one.rows));
  const decided = rows.filter((row) => !open.has(row)).flatMap((row) => doubtsOfRow(row, matches, listed));
  return [...undecided, ...decided].sort((one, other) => one.line - other.line);
}

function doubtsOfRow(
  row: ListRow,
  { matched, passedOver }: Matches<ListRow, Person>,
  listed: ReadonlySet<Person>,
): Doubt[] {
  const { line } = row;
  const match = matched.get(row);
  const others = (passedOver.get(row) ?? []).map((other): Doubt => {
    const has = sharedWith(row, other);
    return {
      code: 'somebody-else',
      line,
      row: named(row),
      has,
      other: named(other),
      isNew: !match,
      remains: listed.has(other),
      byNumber: !match && isOtherByNumber(row, other),
    };
  });
  if (!match || !hasOtherName(row.name, match)) return others;
  return [...others, { code: 'other-name', line, row: named(row), before: named(match.person) }];
}

function sharedWith(row: ListRow, person: Person): Shared {
  if (addressesOf(row).some((address) => addressesOf(person).includes(address))) return 'address';
  return row.employeeNumber?.toLowerCase() === person.employeeNumber?.toLowerCase() && row.employeeNumber
    ? 'employeeNumber'
    : 'chat';
}

const named = ({ name, email }: Named): Named => ({ name, email });
