import type { Platform } from '../vocabulary.ts';
import type { Person } from './person.ts';

/**
 * The known facts about a person's identity, from a row of the list or from a platform. They are compared without
 * regard to case.
 */
export interface Identity {
  /** Teams uses the same id for a user. */
  entraObjectId: string | null;
  employeeNumber: string | null;
  email: string | null;
  upn: string | null;
  /** Absent when the source has none; it is no evidence by itself. */
  name?: string;
}

/**
 * The evidence that an identity is a person's, the strongest first. `address`: the e-mail of one is the UPN of the
 * other, or both have the UPN. `chat`: the person was met in Teams as the user with this object id.
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
  /** Each row is in at most one of the three; a row in none of them is a new person. */
  matched: ReadonlyMap<Row, Match<One>>;
  /** Rows and people that fit each other equally well in several ways, so that nobody can tell who is who. */
  undecided: ReadonlyArray<{ rows: readonly Row[]; people: readonly One[] }>;
  /** People who share the row's address, number or chat, but whom the row is not about. */
  passedOver: ReadonlyMap<Row, readonly One[]>;
}

interface Link<Row, One> {
  row: Row;
  person: One;
  by: Evidence;
}

/**
 * Matches identities to people: by object id, then by employee number, by e-mail and UPN, and by a known chat. A weaker
 * likeness counts only where no stronger one contradicts it: the same e-mail with another object id is another person.
 * An employee number may change with the job, so it contradicts an address only under another name.
 * Among several equally good matches the active people take precedence; when that does not decide, the rows stay
 * undecided.
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

/** Gives the person with this identity; null when nobody has it, and when it is undecided. */
export function matchPerson<One extends Known>(identity: Identity, people: readonly One[]): One | null {
  return matchPeople([identity], people).matched.get(identity)?.person ?? null;
}

/** Gives all addresses of a person, in lower case. */
export function addressesOf({ email, upn }: Pick<Identity, 'email' | 'upn'>): string[] {
  return [...new Set([lower(email), lower(upn)].filter((address): address is string => Boolean(address)))];
}

/**
 * Tells whether a match rests on an address alone and the two names look like two people's, so that the address may have
 * gone from one to the other.
 */
export function hasOtherName(name: string, { person, by }: Match<Known>): boolean {
  return (by === 'email' || by === 'address') && !mayBeOne(name, person.name);
}

/**
 * Tells whether an identity with a person's address is taken for somebody else by the employee number and the name
 * alone: a person who has got both anew looks the same.
 */
export function isOtherByNumber(identity: Identity, person: Known): boolean {
  return evidenceOf(identity, person) === null && evidenceOf({ ...identity, employeeNumber: null }, person) !== null;
}

/**
 * Gives the Entra object id of a platform's user, or null. Teams uses it as the user id; where it has none, it uses an
 * id of its own (`29:…`).
 */
export function objectIdOf({ platform, user }: { platform: Platform; user: string }): string | null {
  return platform === 'teams' && !user.includes(':') ? user : null;
}

/** Gives the object id under which a person was met in Teams, or null. */
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
  const contradicts = byNumber === 'other' && !hasSameName(identity.name ?? '', person.name);
  if (!contradicts) {
    if (compare(identity.email, person.email) === 'same') return 'email';
    if (addressesOf(identity).some((address) => addressesOf(person).includes(address))) return 'address';
  }
  return byChat === 'same' ? 'chat' : null;
}

function compare(one: string | null | undefined, other: string | null | undefined): 'same' | 'other' | 'unknown' {
  if (!one || !other) return 'unknown';
  return lower(one) === lower(other) ? 'same' : 'other';
}

/**
 * Tells whether two names are one person's: they share two words, as “Ravn, Hans” and “Hans P. K. Ravn” do, or they have
 * the same words. A first name or a family name alone is shared by many.
 */
function hasSameName(one: string, other: string): boolean {
  const [words, others] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared > 1 || (shared > 0 && shared === words.size && shared === others.size);
}

/** Tells whether two names may be one person's, who has got another family name. */
function mayBeOne(one: string, other: string): boolean {
  const [first] = wordsOf(one);
  return hasSameName(one, other) || (first !== undefined && first === wordsOf(other)[0]);
}

/** The words of a name in lower case, the first name first, also of “Ravn, Hans”. */
const wordsOf = (name: string) =>
  name
    .replace(/^([^,]*),(.*)$/, '$2 $1')
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}]+/u)
    .filter(Boolean);

const lower = (text: string | null | undefined) => text?.toLowerCase() ?? null;

/** Indexes people, so that a look-up gives everybody who shares a value with a row. */
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

/** Drops links to people who have left, for rows that also have a link to an active person. */
function preferActive<Row, One extends Known>(links: ReadonlyArray<Link<Row, One>>): Array<Link<Row, One>> {
  const hasActive = new Set(links.filter(({ person }) => person.active).map(({ row }) => row));
  return links.filter(({ row, person }) => person.active || !hasActive.has(row));
}

/** Groups links that share a row or a person. */
function connected<Row, One>(links: ReadonlyArray<Link<Row, One>>): Array<Array<Link<Row, One>>> {
  const groupOf = new Map<Row | One, Array<Link<Row, One>>>();
  for (const link of links) {
    const known = new Set([groupOf.get(link.row), groupOf.get(link.person)].filter((group) => group !== undefined));
    const group = [...[...known].flat(), link];
    for (const { row, person } of group) groupOf.set(row, group).set(person, group);
  }
  return [...new Set(groupOf.values())];
}
