import { randomUUID } from 'node:crypto';
import type { Person } from '../../domain/people/person.ts';
import { hasRole } from '../../domain/people/roles.ts';
import { Collision, type Joins, type ListedPerson, type People } from '../../domain/ports.ts';
import { idOf } from '../ids.ts';
import type { MemoryDatabase } from './memory-database.ts';

export function peopleOf({ people }: MemoryDatabase): People {
  const withEmail = (email: string) => people.where((person) => person.email === email.toLowerCase())[0] ?? null;
  const add = (person: ListedPerson): string => {
    const id = randomUUID();
    people.add({ ...ofList(person), ...newcomer, id: idOf(id) });
    return id;
  };
  return {
    async byId(id) {
      return people.get(id);
    },
    async all() {
      return people.where(({ active }) => active);
    },
    async ownersOf(unit) {
      return people.where((person) => person.active && person.unit === unit && hasRole(person, 'processOwner'));
    },
    async byEmail(email) {
      const found = withEmail(email);
      return found?.active ? found : null;
    },
    async add(person, { platform, place }) {
      const email = person.email.toLowerCase();
      const known = withEmail(email);
      const id = known?.id ?? add({ ...person, email });
      const letIn = known?.active ? {} : { ...ofList(person), email, letIn: true, active: true };
      const places = { ...known?.places, [platform]: place };
      people.change(id, { ...letIn, chat: platform, met: true, places });
      const added = people.get(id);
      if (!added) throw new Error('the person who was just added is gone');
      return added;
    },
    async meet(id) {
      return people.get(id)?.met === false && people.change(id, { met: true });
    },
    async setHomeShown(id) {
      people.change(id, { homeShown: true });
    },
    async shutOut(id) {
      people.change(id, { active: false, letIn: false });
    },
    async replaceAll(listed) {
      const emails = new Set(listed.map(({ email }) => email));
      people.changeWhere(({ email, letIn }) => !emails.has(email) && !letIn, { active: false });
      for (const person of listed) {
        const known = withEmail(person.email);
        const { language: _listed, ...rest } = ofList(person);
        if (known) people.change(known.id, { ...rest, active: true, letIn: false });
        else add(person);
      }
    },
    async setLanguage(id, language) {
      people.change(id, { language });
    },
    async setPrompts(id, { promptsSnoozedUntil, promptsStopped }) {
      people.change(id, { promptsSnoozedUntil, promptsStopped });
    },
  };
}

/** What a list says of somebody, and nothing else that the caller may know. */
function ofList(person: ListedPerson): ListedPerson {
  const { email, name, roles, administration, institution, unit } = person;
  const { managerEmail, language, entraObjectId, upn, employeeNumber } = person;
  return {
    email,
    name,
    roles,
    administration,
    institution,
    unit,
    managerEmail,
    language,
    entraObjectId,
    upn,
    employeeNumber,
  };
}

/** What is true of everybody who comes onto the list. */
const newcomer = {
  active: true,
  chat: null,
  places: {},
  promptsSnoozedUntil: null,
  promptsStopped: false,
  homeShown: false,
  met: false,
  letIn: false,
} satisfies Partial<Person>;

export function joinsOf({ joins }: MemoryDatabase): Joins {
  return {
    async add(join) {
      joins.add(join);
    },
    async byId(id) {
      return joins.get(id);
    },
    async of(platform, user) {
      const found = joins.where((join) => join.platform === platform && join.place.user === user);
      return found.sort((one, other) => one.at.getTime() - other.at.getTime());
    },
    async decide(id, state, decidedBy) {
      if (joins.get(id)?.state !== 'asked') throw new Collision('somebody else decided meanwhile');
      joins.change(id, { state, decidedBy });
    },
  };
}
