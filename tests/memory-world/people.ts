import { hasRole } from '../../domain/people/roles.ts';
import {
  Collision,
  type Imports,
  type Joins,
  type People,
  type Settings,
  type StrangersWords,
} from '../../domain/ports.ts';
import type { MemoryDatabase } from './memory-database.ts';

export function settingsOf({ organisations, organisationEvents }: MemoryDatabase): Settings {
  return {
    async read() {
      return organisations.where(() => true)[0] ?? null;
    },
    async put(organisation) {
      organisations.put(organisation);
    },
    async addEvent(event) {
      organisationEvents.add(event);
    },
    async history() {
      return organisationEvents.where(() => true).sort((one, other) => one.at.getTime() - other.at.getTime());
    },
  };
}

export function peopleOf({ people }: MemoryDatabase): People {
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
    async known() {
      return people.all();
    },
    async byAddress(given) {
      const address = given.toLowerCase();
      const active = people.where((person) => person.active);
      const byUpn = active.filter(({ upn }) => upn === address);
      return active.find(({ email }) => email === address) ?? (byUpn.length === 1 ? (byUpn[0] ?? null) : null);
    },
    async addAll(added) {
      for (const person of added) people.add(person);
    },
    async changeAll(changes) {
      for (const { id, changes: update } of changes) people.change(id, update);
    },
    async meet(id) {
      return people.get(id)?.met === false && people.change(id, { met: true });
    },
    async setHomeShown(id) {
      people.change(id, { homeShown: true });
    },
    async setLanguage(id, language) {
      people.change(id, { language });
    },
    async setPrompts(id, { promptsSnoozedUntil, promptsStopped }) {
      people.change(id, { promptsSnoozedUntil, promptsStopped });
    },
  };
}

export function importsOf({ imports }: MemoryDatabase): Imports {
  return {
    async add(kept) {
      imports.add(kept);
    },
    async latest() {
      return (
        imports
          .all()
          .sort((one, other) => one.at.getTime() - other.at.getTime())
          .at(-1) ?? null
      );
    },
    async remove(id) {
      imports.remove(id);
    },
  };
}

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
    async undecided() {
      return joins.where(({ state }) => state === 'asked').sort((one, other) => one.at.getTime() - other.at.getTime());
    },
    async decide(id, state, decidedBy, decidedAt) {
      if (joins.get(id)?.state !== 'asked') throw new Collision('somebody else decided meanwhile');
      joins.change(id, { state, decidedBy, decidedAt });
    },
  };
}

export function strangerWordsOf({ strangerWords }: MemoryDatabase): StrangersWords {
  return {
    async add(words) {
      strangerWords.add(words);
    },
    async of(platform, user) {
      const found = strangerWords.where((words) => words.platform === platform && words.user === user);
      return found.sort((one, other) => one.at.getTime() - other.at.getTime());
    },
    async setText(id, text) {
      strangerWords.change(id, { text });
    },
    async remove(ids) {
      for (const id of ids) strangerWords.remove(id);
    },
    async removeBefore(before) {
      for (const { id } of strangerWords.where(({ at }) => at < before)) strangerWords.remove(id);
    },
  };
}
