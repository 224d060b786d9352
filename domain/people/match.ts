import type { Platform } from '../vocabulary.ts';
import type { Person } from './person.ts';

/** What is known of who somebody is, from a row of the list or from a platform. Compared in any case. */
export interface Identity {
  /** Teams' own id of a user is the same. */
  entraObjectId: string | null;
  employeeNumber: string | null;
  email: string | null;
  upn: string | null;
}

/**
 * Why an identity is a person's, the strongest first. `address`: the e-mail of one is the UPN of the other, or both have
 * the UPN. `chat`: the person was met in Teams as the user with this object id.
 */
export const evidences = ['entraObjectId', 'employeeNumber', 'email', 'address', 'chat'] as const;
export type Evidence = (typeof evidences)[number];

export type Known = Pick<
  Person,
  'id' | 'entraObjectId' | 'employeeNumber' | 'email' | 'upn' | 'places' | 'active' | 'name'
>;

export interface Match<One extends Known> {
  person: One;
  by: Evidence;
}

export interface Matches<Row extends Identity, One extends Known> {
  /** Every row is in at most one of the three; one that is in neither is a new person's. */
  matched: ReadonlyMap<Row, Match<One>>;
  /** Rows and people that fit each other several ways equally well: nobody can say who is who. */
  undecided: ReadonlyArray<{ rows: readonly Row[]; people: readonly One[] }>;
  /** People with the row's address, number or chat who are not whom the row is about. */
  passedOver: ReadonlyMap<Row, readonly One[]>;
}

interface Link<Row, One> {
  row: Row;
  person: One;
  by: Evidence;
}

/**
 * Who is who. A person is found by object id, then by employee number, by e-mail and UPN, and by a chat that is known. A
 * weaker likeness counts only where no stronger one contradicts: the same e-mail with another object id is another
 * person. Where several fit equally well, those who are active go first; where that does not help, nothing is guessed.
 */
export function matchPeople<Row extends Identity, One extends Known>(
  rows: readonly Row[],
  people: readonly One[],
): Matches<Row, One> {
  const like = indexOf(people);
  const links: Array<Link<Row, One>> = [];
  for (const row of rows) {
    for (const person of like(row)) {
      const by = evidenceOf(row, person);
      if (by) links.push({ row, person, by });
    }
  }
  const matched = new Map<Row, Match<One>>();
  const undecided: Array<{ rows: Row[]; people: One[] }> = [];
  const settled = new Set<Row | One>();
  for (const by of evidences) {
    const open = links.filter((link) => link.by === by && !settled.has(link.row) && !settled.has(link.person));
    for (const group of connected(preferActive(open))) {
      const [first, ...more] = group;
      if (!first) continue;
      for (const { row, person } of group) settled.add(row).add(person);
      if (more.length === 0) matched.set(first.row, { person: first.person, by });
      else {
        undecided.push({
          rows: [...new Set(group.map(({ row }) => row))],
          people: [...new Set(group.map(({ person }) => person))],
        });
      }
    }
  }
  const passedOver = new Map<Row, One[]>();
  for (const row of rows) {
    const others = [...like(row)].filter((person) => person !== matched.get(row)?.person);
    if (others.length > 0) passedOver.set(row, others);
  }
  return { matched, undecided, passedOver };
}

/** Who one identity is; null when nobody is, or when nobody can say. */
export function matchPerson<One extends Known>(identity: Identity, people: readonly One[]): One | null {
  return matchPeople([identity], people).matched.get(identity)?.person ?? null;
}

/** All addresses by which somebody is known, in lower case. */
export function addressesOf({ email, upn }: Pick<Identity, 'email' | 'upn'>): string[] {
  return [...new Set([lower(email), lower(upn)].filter((address) => address !== null))];
}

/** The object id of somebody on Teams, whose user has it; absent, Teams names people by an id of its own (`29:…`). */
export function objectIdOf({ platform, user }: { platform: Platform; user: string }): string | null {
  return platform === 'teams' && !user.includes(':') ? user : null;
}

/** The object id by which somebody was met in Teams. */
export function chatId({ places: { teams } }: Pick<Person, 'places'>): string | null {
  return typeof teams?.user === 'string' ? objectIdOf({ platform: 'teams', user: teams.user }) : null;
}

function evidenceOf(identity: Identity, person: Known): Evidence | null {
  const byList = compare(identity.entraObjectId, person.entraObjectId);
  if (byList !== 'unknown') return byList === 'same' ? 'entraObjectId' : null;
  const byChat = compare(identity.entraObjectId, chatId(person));
  if (byChat === 'other') return null;
  const byNumber = compare(identity.employeeNumber, person.employeeNumber);
  if (byNumber === 'same') return 'employeeNumber';
  if (byNumber === 'unknown') {
    if (compare(identity.email, person.email) === 'same') return 'email';
    if (addressesOf(identity).some((address) => addressesOf(person).includes(address))) return 'address';
  }
  return byChat === 'same' ? 'chat' : null;
}

function compare(one: string | null | undefined, other: string | null | undefined): 'same' | 'other' | 'unknown' {
  if (!one || !other) return 'unknown';
  return lower(one) === lower(other) ? 'same' : 'other';
}

const lower = (text: string | null | undefined) => text?.toLowerCase() ?? null;

/** Everybody who has anything in common with a row. */
function indexOf<One extends Known>(people: readonly One[]): (row: Identity) => Set<One> {
  const byKey = new Map<string, One[]>();
  const keysOf = (one: Identity, chat: string | null) =>
    [
      ...addressesOf(one).map((address) => `address ${address}`),
      one.employeeNumber && `number ${lower(one.employeeNumber)}`,
      one.entraObjectId && `object ${lower(one.entraObjectId)}`,
      chat && `object ${lower(chat)}`,
    ].filter(Boolean) as string[];
  for (const person of people) {
    for (const key of keysOf(person, chatId(person))) {
      const known = byKey.get(key);
      if (known) known.push(person);
      else byKey.set(key, [person]);
    }
  }
  return (row) => new Set(keysOf(row, null).flatMap((key) => byKey.get(key) ?? []));
}

/** Without links to people who have left, where the row has one to somebody who is there. */
function preferActive<Row, One extends Known>(links: ReadonlyArray<Link<Row, One>>): Array<Link<Row, One>> {
  const hasActive = new Set(links.filter(({ person }) => person.active).map(({ row }) => row));
  return links.filter(({ row, person }) => person.active || !hasActive.has(row));
}

/** Links that share a row or a person, together. */
function connected<Row, One>(links: ReadonlyArray<Link<Row, One>>): Array<Array<Link<Row, One>>> {
  const groupOf = new Map<Row | One, Array<Link<Row, One>>>();
  for (const link of links) {
    const known = new Set([groupOf.get(link.row), groupOf.get(link.person)].filter((group) => group !== undefined));
    const group = [...[...known].flat(), link];
    for (const { row, person } of group) groupOf.set(row, group).set(person, group);
  }
  return [...new Set(groupOf.values())];
}
