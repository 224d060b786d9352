import { hasRole } from '../../domain/people/roles.ts';
import type { People } from '../../domain/ports.ts';
import { orCollision, portionsOf, toStored } from '../stored.ts';
import type { PeopleCollections } from './collections.ts';
import type { PeopleMemory } from './people-memory.ts';
import { peopleWritten } from './people-version.ts';
import { fromStoredPerson } from './stored-person.ts';

/**
 * The people of one organisation, read from memory: as they were a moment ago, or as they are now when somebody is not
 * found. A transaction that has changed people reads them from the database.
 */
export function rememberedPeopleOf(stored: PeopleCollections, organisation: string, memory: PeopleMemory): People {
  const inDatabase = peopleOf(stored, organisation);
  return {
    ...inDatabase,
    async byId(id) {
      if (peopleWritten()) return inDatabase.byId(id);
      return (await memory.current()).byId.get(id) ?? (await memory.now()).byId.get(id) ?? null;
    },
    async all() {
      return peopleWritten() ? inDatabase.all() : (await memory.current()).active;
    },
    async ownersOf(unit) {
      if (peopleWritten()) return inDatabase.ownersOf(unit);
      const { active } = await memory.current();
      return active.filter((person) => person.unit === unit && hasRole(person, 'processOwner'));
    },
    async byAddress(given) {
      if (peopleWritten()) return inDatabase.byAddress(given);
      const address = given.toLowerCase();
      const having = (await memory.current()).byAddress.get(address) ?? [];
      const [only, ...others] = having;
      return having.find(({ email }) => email === address) ?? (others.length === 0 ? (only ?? null) : null);
    },
  };
}

/** The people of one organisation, in the database. */
export function peopleOf(stored: PeopleCollections, organisation: string): People {
  const { people } = stored;
  return {
    async byId(id) {
      const found = await people.findOne({ _id: id, organisation }).lean();
      return found && fromStoredPerson(found);
    },
    async all() {
      return (await people.find({ organisation, active: true }).lean()).map(fromStoredPerson);
    },
    async known() {
      return (await people.find({ organisation }).lean()).map(fromStoredPerson);
    },
    async byAddress(given) {
      const address = given.toLowerCase();
      const byEmail = await people.findOne({ organisation, email: address }).lean();
      if (byEmail?.active) return fromStoredPerson(byEmail);
      const byUpn = (await people.find({ organisation, upn: address }).lean()).filter(({ active }) => active);
      const [one, ...others] = byUpn;
      return one && others.length === 0 ? fromStoredPerson(one) : null;
    },
    async addAll(added) {
      if (added.length > 0) {
        await orCollision(people.insertMany(added.map((person) => toStored(organisation, person))));
      }
    },
    async changeAll(changes) {
      if (changes.length === 0) return;
      // The same change of many people, such as another institution's name, is one write.
      const alike = Map.groupBy(changes, ({ changes: update }) => JSON.stringify(update));
      const writes = [...alike.values()].flatMap((group) => {
        const [first] = group;
        if (!first) return [];
        return portionsOf(group.map(({ id }) => id)).map((ids) => {
          const filter = { _id: { $in: ids }, organisation };
          return { updateMany: { filter, update: { $set: first.changes } } };
        });
      });
      await orCollision(people.bulkWrite(writes));
    },
    async meet(id) {
      const { modifiedCount } = await people.updateOne({ _id: id, organisation, met: { $ne: true } }, { met: true });
      return modifiedCount === 1;
    },
    async setHomeShown(id) {
      await people.updateOne({ _id: id, organisation }, { homeShown: true });
    },
    async ownersOf(unit) {
      const found = await people.find({ organisation, unit, active: true }).lean();
      return found.map(fromStoredPerson).filter((person) => hasRole(person, 'processOwner'));
    },
    async setLanguage(id, language) {
      await people.updateOne({ _id: id, organisation }, { language });
    },
    async setPrompts(id, { promptsSnoozedUntil, promptsStopped }) {
      await people.updateOne({ _id: id, organisation }, { promptsSnoozedUntil, promptsStopped });
    },
  };
}
