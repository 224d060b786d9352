import type { PersonId } from '../ids.ts';
import type { World } from '../ports.ts';
import { addressesOf } from './match.ts';
import type { Person } from './person.ts';
import { isManager } from './roles.ts';

/**
 * Gives the active person above somebody, or null. A known address takes precedence, because the version before writes
 * no `managerId`; when nobody has that address any more, the id decides.
 */
export async function managerOf({ people }: World, { managerId, managerEmail }: Person): Promise<Person | null> {
  const byAddress = managerEmail ? await people.byAddress(managerEmail) : null;
  if (byAddress || !managerId) return byAddress;
  const byId = await people.byId(managerId);
  return byId?.active ? byId : null;
}

/** Gives a function from somebody to the managers above them, at any height; it finds managers as `managerOf` does. */
export function managersAbove(everyone: readonly Person[]): (id: PersonId) => PersonId[] {
  const { above, managers } = treeOf(everyone);
  return (id) => {
    const found = new Set<PersonId>();
    for (let next = above.get(id); next !== undefined && !found.has(next) && next !== id; next = above.get(next))
      found.add(next);
    return [...found].filter((one) => managers.has(one));
  };
}

/** Gives everyone below a manager, at any depth, each once. It finds managers as `managerOf` does. */
export function peopleBelow(manager: Person, everyone: readonly Person[]): Person[] {
  const { byManager } = treeOf(everyone);
  const below = new Map<Person['id'], Person>();
  const queue = [manager.id];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const person of byManager.get(id) ?? []) {
      if (below.has(person.id)) continue;
      below.set(person.id, person);
      queue.push(person.id);
    }
  }
  return [...below.values()];
}

interface Tree {
  /** The person above somebody, who may be on no list any more. */
  above: ReadonlyMap<PersonId, PersonId | undefined>;
  byManager: ReadonlyMap<PersonId | undefined, readonly Person[]>;
  managers: ReadonlySet<PersonId>;
}

/** The trees of those who are kept in memory: thousands of digests are made of the same people. */
const trees = new WeakMap<readonly Person[], Tree>();

function treeOf(everyone: readonly Person[]): Tree {
  const known = trees.get(everyone);
  if (known) return known;
  const byAddress = new Map(everyone.flatMap((person) => addressesOf(person).map((address) => [address, person.id])));
  const above = new Map(
    everyone.map(({ id, managerId, managerEmail }) => [
      id,
      (managerEmail ? byAddress.get(managerEmail.toLowerCase()) : undefined) ?? managerId ?? undefined,
    ]),
  );
  const tree = {
    above,
    byManager: Map.groupBy(everyone, ({ id }) => above.get(id)),
    managers: new Set(everyone.filter(isManager).map(({ id }) => id)),
  };
  trees.set(everyone, tree);
  return tree;
}
