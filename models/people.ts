import { randomUUID } from 'node:crypto';
import { hasRole, type Person } from '../domain/organisation.ts';
import type { ListedPerson, People } from '../domain/ports.ts';
import type { Collections } from './collections.ts';
import { fromStored } from './stored.ts';

export function peopleOf(stored: Collections, organisation: string): People {
  const { people } = stored;
  return {
    async byId(id) {
      const found = await people.findOne({ _id: id, organisation }).lean();
      return found && fromStored(found);
    },
    async all() {
      return (await people.find({ organisation, active: true }).lean()).map(fromStored);
    },
    async ownersOf(unit) {
      const found = await people.find({ organisation, unit, active: true }).lean();
      return found.map(fromStored).filter((person) => hasRole(person, 'processOwner'));
    },
    async replaceAll(listed) {
      const known = new Map((await people.find({ organisation }).lean()).map((person) => [person.email, person._id]));
      await people.updateMany({ organisation, email: { $nin: listed.map(({ email }) => email) } }, { active: false });
      await people.insertMany(
        listed.filter(({ email }) => !known.has(email)).map((person) => newPerson(organisation, person)),
      );
      for (const person of listed) {
        const id = known.get(person.email);
        // The language is the person's own choice once they are here.
        const { language: _listed, ...rest } = person;
        if (id !== undefined) await people.updateOne({ _id: id, organisation }, { ...rest, active: true });
      }
    },
    async setLanguage(id, language) {
      await people.updateOne({ _id: id, organisation }, { language });
    },
    async setPrompts(id, { promptsSnoozedUntil, promptsStopped }) {
      await people.updateOne({ _id: id, organisation }, { promptsSnoozedUntil, promptsStopped });
    },
  };
}

function newPerson(
  organisation: string,
  person: ListedPerson,
): Omit<Person, 'id'> & { _id: string; organisation: string } {
  return {
    ...person,
    roles: [...person.roles],
    _id: randomUUID(),
    organisation,
    active: true,
    chat: null,
    places: {},
    promptsSnoozedUntil: null,
    promptsStopped: false,
  };
}
