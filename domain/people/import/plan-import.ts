import { platforms } from '../../vocabulary.ts';
import { type Administrations, administrationsOf, noAdministration } from '../administrations.ts';
import { addressesOf, chatId, type Matches, matchPeople } from '../match.ts';
import type { Person } from '../person.ts';
import { type Doubt, doubtsOf } from './doubts.ts';
import { changedFields, formerAddress, newcomer, type PersonChange } from './list-change.ts';
import type { ListRow } from './list-row.ts';

export interface ImportPlan {
  /** Of those people alone who are others afterwards. */
  changes: readonly PersonChange[];
  doubts: readonly Doubt[];
}

/**
 * Plans the import of an organisation list over all known people, active or not. A person in no row is no longer active,
 * unless an administrator let them in. Nobody gets another one's requests: `matchPeople` decides which person a row is
 * about, and a person whose address another one has now keeps everything but the address.
 */
export function planImport(rows: readonly ListRow[], known: readonly Person[], newId: () => Person['id']): ImportPlan {
  const matches = matchPeople(rows, known);
  const idOf = new Map(rows.map((row) => [row, matches.matched.get(row)?.person.id ?? newId()]));
  const byAddress = new Map(rows.flatMap((row) => addressesOf(row).map((address) => [address, row] as const)));
  const taken = takenBy(rows);
  const losesAddress = (before: Person, own: ListRow) =>
    addressesOf(before).some((address) => (byAddress.get(address) ?? own) !== own);
  const administrations = administrationsOf(
    known,
    rows.map((row) => ({ id: matches.matched.get(row)?.person.id ?? null, administration: row.administration })),
  );
  const listed = rows.map((row): PersonChange => {
    const before = matches.matched.get(row)?.person ?? null;
    const manager = row.managerEmail === null ? undefined : byAddress.get(row.managerEmail);
    const { line: _line, language, ...fields } = row;
    const after = {
      ...(before ?? { ...newcomer, language }),
      ...fields,
      id: idOf.get(row) ?? newId(),
      administrationId: administrations.ids.get(row.administration) ?? noAdministration,
      // A list that does not say an id any more takes back none: it still tells two people apart.
      entraObjectId: row.entraObjectId ?? before?.entraObjectId ?? null,
      employeeNumber: row.employeeNumber ?? freeNumber(before, taken),
      managerId: (manager && idOf.get(manager)) ?? null,
      managerEmail: manager?.email ?? null,
      ...(before && keptChats(taken.users, before, row.entraObjectId, losesAddress(before, row))),
      active: true,
      letIn: false,
    };
    return { before, after };
  });
  const others = unlisted(known, matches, taken).map((change) => underNewName(change, administrations));
  const changes = followManagers([...listed, ...others]).filter((change) => changedFields(change).length > 0);
  return { changes, doubts: doubtsOf(matches, rows) };
}

/** The identifying values of a list's rows, in lower case. */
interface Taken {
  addresses: ReadonlySet<string>;
  numbers: ReadonlySet<string | undefined>;
  users: ReadonlySet<string | null>;
}

function takenBy(rows: readonly ListRow[]): Taken {
  return {
    addresses: new Set(rows.flatMap(addressesOf)),
    numbers: new Set(rows.map(({ employeeNumber }) => employeeNumber?.toLowerCase())),
    users: new Set(rows.map(({ entraObjectId }) => entraObjectId)),
  };
}

/** The number that a person had, unless a row has it now: two active people never share one. */
function freeNumber(before: Person | null, { numbers }: Taken): string | null {
  const number = before?.employeeNumber ?? null;
  return number !== null && numbers.has(number.toLowerCase()) ? null : number;
}

/** People who have left belonged to an administration that may have another name now. */
function underNewName({ before, after }: PersonChange, { renamed }: Administrations): PersonChange {
  const administration = renamed.find(({ id }) => id === after.administrationId)?.to;
  return { before, after: administration === undefined ? after : { ...after, administration } };
}

/** Those who are in no row give up what a row has of theirs, and are let in no longer if that was their address. */
function unlisted(known: readonly Person[], { matched }: Matches<ListRow, Person>, taken: Taken): PersonChange[] {
  const { addresses, users } = taken;
  const people = new Set([...matched.values()].map(({ person }) => person));
  return known
    .filter((person) => !people.has(person))
    .map((before) => {
      const { id, email, upn } = before;
      const gives = addressesOf(before).some((address) => addresses.has(address));
      const letIn = before.letIn && !gives;
      const after = {
        ...before,
        ...keptChats(users, before, null, gives),
        email: addresses.has(email.toLowerCase()) ? formerAddress(id) : email,
        upn: upn && addresses.has(upn.toLowerCase()) ? null : upn,
        employeeNumber: freeNumber(before, taken),
        active: before.active && letIn,
        letIn,
      };
      return { before, after };
    });
}

/**
 * Gives the chats that stay a person's. A chat in Teams belongs to the person whose object id its user has. Otherwise an
 * address proves a chat, so that the chats of a person who loses an address are proved anew: the account may have gone
 * to the next person with the address.
 */
export function keptChats(
  users: ReadonlySet<string | null>,
  { places, chat }: Person,
  own: string | null,
  losesAddress: boolean,
): Pick<Person, 'places' | 'chat'> {
  const user = chatId({ places })?.toLowerCase();
  const isOthers = user === undefined ? losesAddress : user !== own && (losesAddress || users.has(user));
  const isLost = { teams: isOthers, slack: losesAddress };
  const kept = platforms.filter((platform) => places[platform] && !isLost[platform]);
  if (kept.length === Object.keys(places).length) return { places, chat };
  return {
    places: Object.fromEntries(kept.map((platform) => [platform, places[platform]])),
    chat: chat !== null && isLost[chat] ? null : chat,
  };
}

/** People who are in no row keep their manager, also where that one has another address now. */
function followManagers(changes: readonly PersonChange[]): PersonChange[] {
  const emails = new Map(changes.map(({ after }) => [after.id, after.email]));
  return changes.map(({ before, after }) => {
    const email = after.managerId ? emails.get(after.managerId) : undefined;
    return { before, after: email === undefined ? after : { ...after, managerEmail: email } };
  });
}
