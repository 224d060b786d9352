import type { World } from '../ports.ts';
import { addressesOf } from './match.ts';
import type { Person } from './person.ts';

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

/** Gives everyone below a manager, at any depth, each once. It finds managers as `managerOf` does. */
export function peopleBelow(manager: Person, everyone: readonly Person[]): Person[] {
  const byAddress = new Map(everyone.flatMap((person) => addressesOf(person).map((address) => [address, person.id])));
  const idOfManager = ({ managerId, managerEmail }: Person) =>
    (managerEmail ? byAddress.get(managerEmail.toLowerCase()) : undefined) ?? managerId;
  const byManager = Map.groupBy(everyone, idOfManager);
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
