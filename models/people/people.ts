import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/person.ts';
import { hasRole } from '../../domain/people/roles.ts';
import type { ListedPerson, People } from '../../domain/ports.ts';
import type { Stored } from '../schema.ts';
import { fromStored, newId } from '../stored.ts';
import type { PeopleCollections } from './collections.ts';

export function peopleOf(stored: PeopleCollections, organisation: string): People {
  const { people } = stored;
  return {
    async byId(id) {
      const found = await people.findOne({ _id: id, organisation }).lean();
      return found && fromStored(found);
    },
    async all() {
      return (await people.find({ organisation, active: true }).lean()).map(fromStored);
    },
    async byEmail(email) {
      const found = await people.findOne({ organisation, email: email.toLowerCase() }).lean();
      return found?.active ? fromStored(found) : null;
    },
    async add(person, { platform, place }) {
      const email = person.email.toLowerCase();
      const chat = { chat: platform, met: true, [`places.${platform}`]: place };
      const known = await people.findOne({ organisation, email }).lean();
      const id = known?._id ?? newId<PersonId>();
      // Somebody who was on the list before keeps their id, and with it their requests.
      if (!known) await people.insertMany([{ ...newPerson(organisation, { ...person, email }), _id: id }]);
      // Who has come onto the list meanwhile is what the list says.
      const letIn = known?.active ? {} : { ...person, email, roles: [...person.roles], letIn: true, active: true };
      await people.updateOne({ _id: id, organisation }, { ...letIn, ...chat });
      const added = await people.findOne({ _id: id, organisation }).lean();
      if (!added) throw new Error('the person who was just added is gone');
      return fromStored(added);
    },
    async meet(id) {
      const { modifiedCount } = await people.updateOne({ _id: id, organisation, met: { $ne: true } }, { met: true });
      return modifiedCount === 1;
    },
    async setHomeShown(id) {
      await people.updateOne({ _id: id, organisation }, { homeShown: true });
    },
    async shutOut(id) {
      await people.updateOne({ _id: id, organisation }, { active: false, letIn: false });
    },
    async ownersOf(unit) {
      const found = await people.find({ organisation, unit, active: true }).lean();
      return found.map(fromStored).filter((person) => hasRole(person, 'processOwner'));
    },
    async replaceAll(listed) {
      const known = new Map((await people.find({ organisation }).lean()).map((person) => [person.email, person._id]));
      const absent = { organisation, email: { $nin: listed.map(({ email }) => email) }, letIn: { $ne: true } };
      await people.updateMany(absent, { active: false });
      await people.insertMany(
        listed.filter(({ email }) => !known.has(email)).map((person) => newPerson(organisation, person)),
      );
      for (const person of listed) {
        const id = known.get(person.email);
        // The language is the person's own choice once they are here.
        const { language: _listed, ...rest } = person;
        if (id !== undefined)
          await people.updateOne({ _id: id, organisation }, { ...rest, active: true, letIn: false });
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

function newPerson(organisation: string, person: ListedPerson): Stored<Person> {
  return {
    ...person,
    roles: [...person.roles],
    _id: newId<PersonId>(),
    organisation,
    active: true,
    chat: null,
    places: {},
    promptsSnoozedUntil: null,
    promptsStopped: false,
    homeShown: false,
    met: false,
    letIn: false,
  };
}
